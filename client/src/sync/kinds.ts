import { lastActKind, lastCountableKind } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'

const { ENTRY_KIND_FORWARD, ENTRY_KIND_NOTICE } = wire.EntryKind

/** Messages, which count as unread (R9). */
export const isCountable = (kind: number): boolean => kind >= 1 && kind <= lastCountableKind

/** What changes an earlier entry and is never shown itself (R16), known to this version or not. */
export const isAct = (kind: number): boolean => kind > lastCountableKind && kind <= lastActKind

/** A kind that this version does not know is shown by its fallback text; without one there is nothing to show. */
export function isShown({ kind, text }: { kind: number; text: string }): boolean {
  if (isAct(kind)) return false
  return kind <= ENTRY_KIND_FORWARD || kind === ENTRY_KIND_NOTICE || text !== ''
}
