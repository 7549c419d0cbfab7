/** Text of others as it may go to a terminal: control characters could move the cursor, or worse. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => {
    if (character === '\n' || character === '\t') return character
    const code = character.codePointAt(0) ?? 0
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd'
  })
}
