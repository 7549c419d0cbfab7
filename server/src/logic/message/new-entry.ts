import { isUuidV7, type parley } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import { randomId, type Random } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { NewEntry } from '../../data/entry-store.ts'
import type { AccountId } from '../../data/model.ts'
import { targetOf } from '../conversation/target.ts'
import { actOf, type ActDeps } from './act-of.ts'
import { filesIn, namedIn, type Content } from './entry-body.ts'

export interface NewEntryDeps extends ActDeps {
  clock: Clock
  random: Random
  strangersMayWrite(): boolean
  /** How long after its first reader an entry may erase itself. */
  burnAfterMsMax(): number
}

const nothing = new Uint8Array(0)

/** What a send says. */
type Said = Pick<parley.v1.SendRequest, 'clientId' | 'kind' | 'refSeq' | 'body'> & {
  target?: Parameters<typeof targetOf>[0]
  after?: Uint8Array
  readUpTo?: number
}

/** A send with its guards, for the store. @throws Refusal BAD_ID, BAD_REQUEST */
export function newEntry(
  deps: NewEntryDeps,
  sender: AccountId,
  said: Said,
  content: Content,
): NewEntry {
  const { clientId, kind, refSeq, body, after = nothing, readUpTo = 0 } = said
  if (!isUuidV7(clientId)) throw new Refusal('BAD_ID')
  if (after.length > 0 && !isUuidV7(after)) throw new Refusal('BAD_ID', 'after is not a UUIDv7')
  const act = actOf(deps, kind, refSeq, content)
  const files = filesIn(kind, content)
  const target = targetOf(said.target)
  const { burnAfterMs: afterMs } = content
  // NOTE an edit says anew what burns already.
  const burns = afterMs > 0 && act === undefined
  const entry: NewEntry = {
    target,
    sender,
    clientId,
    kind,
    refSeq,
    body,
    after,
    readUpTo,
    nowMs: deps.clock.wallMs(),
    guards: { strangersMayWrite: deps.strangersMayWrite(), ...namedIn(content) },
    // NOTE drawn only where it may be used: fresh chance costs more than the rest of this function.
    newConversationId: 'account' in target ? randomId(deps.random) : 0,
  }
  if (files.length === 0 && act === undefined && !burns) return entry
  return {
    ...entry,
    ...(files.length === 0 ? {} : { files }),
    ...(act === undefined ? {} : { act }),
    ...(burns ? { burn: { afterMs, maxMs: deps.burnAfterMsMax() } } : {}),
  }
}
