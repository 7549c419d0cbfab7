import type { ConversationId, StoredEntry } from '../model.ts'

/**
 * Two multiplicative lanes over 32-bit words, folded to the 53 bits of an exact number: two texts meet by a chance of
 * about 2^-53. Made against bad disks and mistaken clients, not against an attacker.
 */
let high = 0
let low = 0

function start(): void {
  high = 0x9e3779b9 | 0
  low = 0x27d4eb2f
}

function word(value: number): void {
  high = Math.imul(high ^ value, 0x85ebca77)
  high = (high << 13) | (high >>> 19)
  low = Math.imul(low ^ value, 0xc2b2ae3d)
  low = (low << 17) | (low >>> 15)
}

function integer(value: number): void {
  word(value | 0)
  word((value / 4_294_967_296) | 0)
}

function bytes(value: Uint8Array): void {
  const { length } = value
  const whole = length & ~3
  for (let index = 0; index < whole; index += 4) {
    word(
      (value[index] ?? 0) |
        ((value[index + 1] ?? 0) << 8) |
        ((value[index + 2] ?? 0) << 16) |
        ((value[index + 3] ?? 0) << 24),
    )
  }
  let rest = 0
  for (let index = whole; index < length; index += 1) rest = (rest << 8) | (value[index] ?? 0)
  word(rest)
  word(length)
}

function finish(): number {
  const top = Math.imul(high ^ (high >>> 15) ^ low, 0x2c1b3c6d)
  const bottom = Math.imul(low ^ (low >>> 16), 0x297a2d39) ^ high
  return ((top ^ (top >>> 14)) & 0x1fffff) * 4_294_967_296 + ((bottom ^ (bottom >>> 13)) >>> 0)
}

export function bodyHash(body: Uint8Array): number {
  start()
  bytes(body)
  return finish()
}

/** Of what a client said, by which a repeated id is known to be a retry (R2). */
export function contentHash(kind: number, refSeq: number, ofBody: number): number {
  start()
  word(kind)
  integer(refSeq)
  integer(ofBody)
  return finish()
}

/** Over everything that is served of an entry and where it lies. */
export function entryChecksum(
  conversation: ConversationId,
  entry: Omit<StoredEntry, 'body'>,
  ofBody: number,
): number {
  start()
  integer(conversation)
  integer(entry.seq)
  integer(entry.sender)
  bytes(entry.clientId)
  word(entry.kind)
  integer(entry.refSeq)
  integer(entry.timeMs)
  integer(entry.count)
  integer(entry.changed)
  word(entry.state)
  integer(ofBody)
  return finish()
}
