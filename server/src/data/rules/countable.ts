import { wire } from '@parley/protocol'

/** Kinds that raise the count of unread; every other kind changes or notes something (R9). */
const countableKinds: readonly number[] = [wire.EntryKind.ENTRY_KIND_TEXT]

export function isCountable(kind: number): boolean {
  return countableKinds.includes(kind)
}
