import { remembered } from './remembered.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

export const jsonBytes = (value: unknown): Uint8Array => utf8(JSON.stringify(value))

/** Undefined for bytes that are no JSON: what a newer or broken version wrote counts as not there. */
export function fromJsonBytes(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch {
    return undefined
  }
}

const hexDigits = 14

/** An id or seq (below 2^53) as text that sorts like the number. */
export const sortable = remembered((number: number) => number.toString(16).padStart(hexDigits, '0'))
export const fromSortable = (text: string): number => Number.parseInt(text, 16)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** What newer engines have of their own, many times faster. */
const native = Uint8Array as unknown as {
  fromBase64?(text: string, options: { alphabet: 'base64url' }): Uint8Array
  prototype: {
    toBase64?(this: Uint8Array, options: { alphabet: 'base64url'; omitPadding: true }): string
  }
}

/** base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  const { toBase64: encode } = native.prototype
  return encode === undefined
    ? encodeBase64(bytes)
    : encode.call(bytes, { alphabet: 'base64url', omitPadding: true })
}

/** @returns undefined when the text is no base64url. */
export function fromBase64(text: string): Uint8Array | undefined {
  // NOTE theirs would take spaces and padding, and throw at a lone digit.
  if (!/^[\w-]*$/.test(text)) return undefined
  if (native.fromBase64 === undefined || text.length % 4 === 1) return decodeBase64(text)
  return native.fromBase64(text, { alphabet: 'base64url' })
}

/** For engines without a base64 of their own. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index
    const group =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    for (let digit = 0; digit < Math.min(left, 3) + 1; digit += 1)
      text += alphabet.charAt((group >> (18 - 6 * digit)) & 63)
  }
  return text
}

/** As encodeBase64(), of a text of its digits alone. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let group = 0
  let bits = 0
  let length = 0
  for (const char of text) {
    group = ((group << 6) | alphabet.indexOf(char)) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (group >> bits) & 255
    }
  }
  return bytes
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
