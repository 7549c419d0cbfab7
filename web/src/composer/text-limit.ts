/** The protocol's limit of a text, as the server counts it: bytes of UTF-8. */
export const textBytesMax = 20_000

const encoder = new TextEncoder()

/** How many characters have to go from the end; 0: it fits. */
export function excessCharacters(text: string): number {
  // Three bytes a UTF-16 unit is the most there can be.
  if (text.length * 3 <= textBytesMax) return 0
  let excessBytes = encoder.encode(text).length - textBytesMax
  if (excessBytes <= 0) return 0
  let count = 0
  for (const sign of [...text].reverse()) {
    if (excessBytes <= 0) break
    excessBytes -= encoder.encode(sign).length
    count += 1
  }
  return count
}
