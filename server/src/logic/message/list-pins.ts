import {
  pageBytesMax,
  pageEntriesDefault,
  pageEntriesMax,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { targetOf } from '../conversation/target.ts'

export interface ListPinsDeps {
  conversations: Pick<Store['conversations'], 'resolve'>
  entries: Pick<Store['entries'], 'pins'>
}

/** What is pinned in a conversation, as the caller sees it. */
export async function listPins(
  deps: ListPinsDeps,
  { account: reader }: Caller,
  { target, before, limit: asked }: RequestOf<'listPins'>,
): Promise<ReplyOf<'listPins'>> {
  const conversation = await deps.conversations.resolve(reader, targetOf(target))
  if (conversation === undefined) throw new Refusal('NOT_FOUND')
  const limit = Math.min(asked || pageEntriesDefault, pageEntriesMax)
  const input = { reader, conversation, before, limit, bytesMax: pageBytesMax }
  const pins = await deps.entries.pins(input)
  if (pins.status === 'refused') throw new Refusal(pins.error)
  const { entries, more } = pins
  return { entries, more }
}
