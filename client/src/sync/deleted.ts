import * as wire from '@parley/protocol/wire'
import type { ConversationId } from '../base/model.ts'
import type { AccountItems } from './account-items.ts'
import { remembered } from '../base/remembered.ts'

/** Both ends included. */
export interface SeqRange {
  readonly from: number
  readonly to: number
}

const prefix = 'deleted:'
const keyOf = remembered((id: ConversationId) => `${prefix}${id}`)
const none: readonly SeqRange[] = []
const known = new WeakMap<Uint8Array, readonly SeqRange[]>()

/** What this account deleted for itself in a conversation, ascending and apart (R3). */
export function deletedIn(
  items: Pick<AccountItems, 'get'>,
  id: ConversationId,
): readonly SeqRange[] {
  const body = id > 0 ? items.get(keyOf(id)) : undefined
  if (body === undefined) return none
  const read = known.get(body) ?? readRanges(body)
  known.set(body, read)
  return read
}

/** Whose deletions an item of the account log holds; undefined: it is something else. */
export function deletedTarget(key: string): ConversationId | undefined {
  return key.startsWith(prefix) ? Number(key.slice(prefix.length)) : undefined
}

export function isDeleted(ranges: readonly SeqRange[], seq: number): boolean {
  return ranges.some(({ from, to }) => from <= seq && seq <= to)
}

/** Everything from `from` to `to` is deleted. */
export function isAllDeleted(ranges: readonly SeqRange[], from: number, to: number): boolean {
  return from > to || ranges.some((range) => range.from <= from && range.to >= to)
}

function readRanges(body: Uint8Array): readonly SeqRange[] {
  return wire.DeletedEntries.decode(body).ranges.map(({ fromSeq, toSeq }) => ({
    from: fromSeq ?? 0,
    to: toSeq ?? 0,
  }))
}
