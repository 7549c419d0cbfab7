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

/** The canonical text form: 8-4-4-4-12, lower case. */
export function uuidToText(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** @returns undefined when the text is no UUID. */
export function uuidFromText(text: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return undefined
  const hex = text.replaceAll('-', '')
  return Uint8Array.from({ length: idBytes }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
}

function writeMillis(bytes: Uint8Array, millis: number): void {
  let rest = millis
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}
