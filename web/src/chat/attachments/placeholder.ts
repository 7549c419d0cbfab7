import { thumbHashToDataURL } from 'thumbhash'

const hashBytesMin = 5
const hashBytesMax = 64
const kept = new Map<string, string>()
const keptMax = 500

/** A blurred picture out of the few bytes of a ThumbHash, as a data: address; undefined: there is none. */
export function placeholderOf(bytes: Uint8Array | null | undefined): string | undefined {
  if (bytes === null || bytes === undefined) return undefined
  if (bytes.length < hashBytesMin || bytes.length > hashBytesMax) return undefined
  const key = bytes.join()
  const known = kept.get(key)
  if (known !== undefined) return known
  try {
    const made = thumbHashToDataURL(bytes)
    if (kept.size >= keptMax) kept.clear()
    kept.set(key, made)
    return made
  } catch {
    // NOTE anybody can send bytes that are no hash.
    return undefined
  }
}
