import { lastActKind, lastCountableKind } from '@parley/protocol'

/** Kinds that are messages and raise the count of unread; every other kind changes or notes something (R9). */
export function isCountable(kind: number): boolean {
  return kind >= 1 && kind <= lastCountableKind
}

/** Kinds that change an earlier entry (R16). */
export function isAct(kind: number): boolean {
  return kind > lastCountableKind && kind <= lastActKind
}
