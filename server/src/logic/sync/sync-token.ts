import { Refusal } from '../../base/refusal.ts'
import type { SyncPoint, SyncPosition } from '../../data/sync-store.ts'

/**
 * Tokens and page marks are opaque to clients: the store's generation (16 bytes), then numbers of 8 bytes each,
 * big-endian. A token: account seq, stamp. A page mark: 1 or 0 for whether there was a token, the token's two, the
 * snapshot's two, the position's three.
 */
const generationBytes = 16
const tokenNumbers = 2
const pageNumbers = 8

export interface PageMark {
  since: SyncPoint | undefined
  snapshot: SyncPoint
  position: SyncPosition
}

export function encodeToken(generation: Uint8Array, { accountSeq, stamp }: SyncPoint): Uint8Array {
  return encode(generation, [accountSeq, stamp])
}

/** Undefined for another generation's. @throws Refusal BAD_REQUEST */
export function decodeToken(generation: Uint8Array, token: Uint8Array): SyncPoint | undefined {
  const [accountSeq = 0, stamp = 0] = decode(generation, token, tokenNumbers)
  return sameGeneration(generation, token) ? { accountSeq, stamp } : undefined
}

export function encodePage(
  generation: Uint8Array,
  { since, snapshot, position }: PageMark,
): Uint8Array {
  return encode(generation, [
    since === undefined ? 0 : 1,
    since?.accountSeq ?? 0,
    since?.stamp ?? 0,
    snapshot.accountSeq,
    snapshot.stamp,
    position.accountSeq,
    position.touched,
    position.conversation,
  ])
}

/** Undefined for another generation's. @throws Refusal BAD_REQUEST */
export function decodePage(generation: Uint8Array, page: Uint8Array): PageMark | undefined {
  const numbers = decode(generation, page, pageNumbers)
  if (!sameGeneration(generation, page)) return undefined
  const [
    had,
    sinceSeq = 0,
    sinceStamp = 0,
    seq = 0,
    stamp = 0,
    atSeq = 0,
    touched = 0,
    conversation = 0,
  ] = numbers
  return {
    since: had === 1 ? { accountSeq: sinceSeq, stamp: sinceStamp } : undefined,
    snapshot: { accountSeq: seq, stamp },
    position: { accountSeq: atSeq, touched, conversation },
  }
}

function encode(generation: Uint8Array, numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(generationBytes + numbers.length * 8)
  bytes.set(generation)
  const view = new DataView(bytes.buffer)
  numbers.forEach((number, index) => view.setBigUint64(generationBytes + index * 8, BigInt(number)))
  return bytes
}

function decode(generation: Uint8Array, bytes: Uint8Array, count: number): number[] {
  if (generation.length !== generationBytes || bytes.length !== generationBytes + count * 8)
    throw new Refusal('BAD_REQUEST', 'not a sync token of this server')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: count }, (_, index) => {
    const number = Number(view.getBigUint64(generationBytes + index * 8))
    if (!Number.isSafeInteger(number))
      throw new Refusal('BAD_REQUEST', 'not a sync token of this server')
    return number
  })
}

function sameGeneration(generation: Uint8Array, bytes: Uint8Array): boolean {
  return generation.every((byte, index) => byte === bytes[index])
}
