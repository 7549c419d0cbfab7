/** A key press as far as it decides whether to send. */
export interface KeyPress {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
  keyCode: number
}

/** The code that browsers give to keys an input method is busy with. */
export const inputMethodKeyCode = 229

/**
 * Enter sends, except while an input method composes: there it picks a candidate. Safari says that composing is over
 * before it delivers the key, so the key's code is looked at too.
 */
export function sendsOnKey(press: KeyPress): boolean {
  if (press.isComposing || press.keyCode === inputMethodKeyCode) return false
  return press.key === 'Enter' && !press.shiftKey && !press.altKey
}
