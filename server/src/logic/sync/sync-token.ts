import { Refusal } from '../../base/refusal.ts'
import type { SyncPoint, SyncPosition } from '../../data/sync-store.ts'

/**
 * Tokens and page marks are opaque to clients: the store's generation (16 bytes), then numbers of 8 bytes each,
 * big-endian. A token: account seq, stamp. A page mark: 0 without a token before it, 1 with one, 2 where all of that
 * is served and what changed since is next; the token's two, the snapshot's two, the position's three.
 */
const generationBytes = 16
const tokenNumbers = 2
const pageNumbers = 8

export interface PageMark {
  since: SyncPoint | undefined
  /** Undefined: nothing of what changed since was served yet. */
  goOn: { snapshot: SyncPoint; position: SyncPosition } | undefined
}

const marks = { full: 0, since: 1, afresh: 2 }

export function encodeToken(generation: Uint8Array, { accountSeq, stamp }: SyncPoint): Uint8Array {
  return encode(generation, [accountSeq, stamp])
}

/** Undefined for another generation's. @throws Refusal BAD_REQUEST */
export function decodeToken(generation: Uint8Array, token: Uint8Array): SyncPoint | undefined {
  const [accountSeq = 0, stamp = 0] = decode(generation, token, tokenNumbers)
  return sameGeneration(generation, token) ? { accountSeq, stamp } : undefined
}

export function encodePage(generation: Uint8Array, { since, goOn }: PageMark): Uint8Array {
  const mark = goOn === undefined ? marks.afresh : since === undefined ? marks.full : marks.since
  return encode(generation, [
    mark,
    since?.accountSeq ?? 0,
    since?.stamp ?? 0,
    goOn?.snapshot.accountSeq ?? 0,
    goOn?.snapshot.stamp ?? 0,
    goOn?.position.accountSeq ?? 0,
    goOn?.position.touched ?? 0,
    goOn?.position.conversation ?? 0,
  ])
}

/** Undefined for another generation's. @throws Refusal BAD_REQUEST */
export function decodePage(generation: Uint8Array, page: Uint8Array): PageMark | undefined {
  const numbers = decode(generation, page, pageNumbers)
  if (!sameGeneration(generation, page)) return undefined
  const [
    mark,
    sinceSeq = 0,
    sinceStamp = 0,
    seq = 0,
    stamp = 0,
    atSeq = 0,
    touched = 0,
    conversation = 0,
  ] = numbers
  const since = mark === marks.full ? undefined : { accountSeq: sinceSeq, stamp: sinceStamp }
  if (mark === marks.afresh) return { since, goOn: undefined }
  const position = { accountSeq: atSeq, touched, conversation }
  return { since, goOn: { snapshot: { accountSeq: seq, stamp }, position } }
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
