/** The protocol's limits of what an account is made of. */
export const passwordLengthMin = 8
export const displayNameLengthMax = 40

/** A handle as people type it: with the sign in front, in capitals, with a space that the keyboard put behind it. */
export function tidyHandle(typed: string): string {
  return typed.trim().replace(/^@/, '').toLowerCase()
}
