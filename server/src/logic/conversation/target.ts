import { Refusal } from '../../base/refusal.ts'
import type { Target } from '../../data/model.ts'

interface WireTarget {
  conversation?: number | null
  account?: number | null
}

/** @throws Refusal BAD_REQUEST when nothing, or no possible id, is named. */
export function targetOf(target: WireTarget | null | undefined): Target {
  const { conversation, account } = target ?? {}
  if (isId(conversation)) return { conversation }
  if (isId(account)) return { account }
  throw new Refusal('BAD_REQUEST', 'target names neither a conversation nor an account')
}

function isId(id: number | null | undefined): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0
}
