/** Kinds up to this one are messages and raise the count of unread; every other kind changes or notes something (R9). */
const lastCountableKind = 19

export function isCountable(kind: number): boolean {
  return kind >= 1 && kind <= lastCountableKind
}
