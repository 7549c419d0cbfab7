import { idBytes } from './limits.ts'

/** What a UUIDv7 is made from. */
export interface UuidSource {
  /** Milliseconds since 1970, as the server sees it. */
  nowMs(): number
  /** Fills `bytes` with random bytes. */
  fill(bytes: Uint8Array): void
}

const millisMax = 2 ** 48 - 1

/** An id that goes to a server follows its clock back when that was set back by more than this (R2, ID_AHEAD). */
export const idBackMs = 60_000

/**
 * Mints UUIDv7 ids (RFC 9562, method 1: a counter in rand_a), strictly ascending even when the clock stands or steps back.
 * A clock that steps back by more than `backMs` is followed: ids begin again from there.
 */
export function uuidV7Minter(
  source: UuidSource,
  backMs: number = Number.POSITIVE_INFINITY,
): () => Uint8Array {
  let lastMs = -1
  let counter = 0
  return () => {
    const bytes = new Uint8Array(idBytes)
    source.fill(bytes)
    const nowMs = Math.min(Math.max(0, Math.floor(source.nowMs())), millisMax)
    if (nowMs > lastMs || nowMs < lastMs - backMs) {
      lastMs = nowMs
      counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff
    } else if (++counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
    writeMillis(bytes, lastMs)
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return bytes
  }
}

export function isUuidV7(bytes: Uint8Array): boolean {
  return bytes.length === idBytes && (bytes[6] ?? 0) >> 4 === 7 && (bytes[8] ?? 0) >> 6 === 2
}

/** The time inside a UUIDv7, in milliseconds since 1970. */
export function uuidV7Millis(bytes: Uint8Array): number {
  let millis = 0
  for (let index = 0; index < 6; index += 1) millis = millis * 256 + (bytes[index] ?? 0)
  return millis
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
/** Bytes before which the text form has a dash. */
const isDashed = [0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0]

/** The canonical text form: 8-4-4-4-12, lower case. */
export function uuidToText(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < idBytes; index += 1) {
    if (isDashed[index] === 1) text += '-'
    text += hexPairs[bytes[index] ?? -1] ?? ''
  }
  return text
}

const textLength = 36
const dash = 0x2d

/** @returns undefined when the text is no UUID. */
export function uuidFromText(text: string): Uint8Array | undefined {
  if (text.length !== textLength) return undefined
  const bytes = new Uint8Array(idBytes)
  let at = 0
  for (let index = 0; index < idBytes; index += 1) {
    if (isDashed[index] === 1 && text.charCodeAt(at++) !== dash) return undefined
    const high = hexDigit(text.charCodeAt(at++))
    const low = hexDigit(text.charCodeAt(at++))
    if (high < 0 || low < 0) return undefined
    bytes[index] = high * 16 + low
  }
  return bytes
}

/** The value of a digit's code, either case; -1: it is none. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const folded = code | 0x20
  return folded >= 0x61 && folded <= 0x66 ? folded - 0x57 : -1
}

function writeMillis(bytes: Uint8Array, millis: number): void {
  let rest = millis
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}
