import type { IM } from '@parley/client'
import { wire } from '@parley/protocol'
import type { SeqPair } from '../checker/history.ts'

const none: readonly SeqPair[] = []
const known = new WeakMap<Uint8Array, readonly SeqPair[]>()

/** What the account deleted for itself in a conversation, as its device holds it: the same until it changes. */
export function deletedRanges(im: IM, conversation: number): readonly SeqPair[] {
  const body = im.item(`${deletedPrefix}${conversation}`)
  if (body === undefined) return none
  const read = known.get(body) ?? readRanges(body)
  known.set(body, read)
  return read
}

export const deletedPrefix = 'deleted:'

function readRanges(body: Uint8Array): readonly SeqPair[] {
  const { ranges } = wire.DeletedEntries.decode(body)
  return ranges.map(({ fromSeq, toSeq }) => [Number(fromSeq), Number(toSeq)])
}
