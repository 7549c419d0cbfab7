import { crc32 } from 'node:zlib'
import type { StorageChange } from '../cache/storage.ts'

/**
 * A batch in the journal: payload length (4 bytes), CRC-32 of the payload (4), payload. The payload holds changes, each
 * key length (2), key, value length + 1 (4; 0: removed), value. Big-endian.
 */
const headerBytes = 8

export function encodeBatch(changes: readonly StorageChange[]): Buffer {
  const parts: Uint8Array[] = []
  for (const [key, value] of changes) {
    const name = Buffer.from(key)
    const head = Buffer.alloc(2)
    head.writeUInt16BE(name.length)
    const size = Buffer.alloc(4)
    size.writeUInt32BE(value === undefined ? 0 : value.length + 1)
    parts.push(head, name, size)
    if (value !== undefined) parts.push(value)
  }
  const payload = Buffer.concat(parts)
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32BE(payload.length, 0)
  header.writeUInt32BE(crc32(payload), 4)
  return Buffer.concat([header, payload])
}

/** Hands over whole batches in order. @returns where the last whole batch ends: what follows was cut short. */
export function decodeBatches(bytes: Buffer, take: (changes: StorageChange[]) => void): number {
  let offset = 0
  while (offset + headerBytes <= bytes.length) {
    const start = offset + headerBytes
    const end = start + bytes.readUInt32BE(offset)
    if (end > bytes.length) break
    const payload = bytes.subarray(start, end)
    if (crc32(payload) !== bytes.readUInt32BE(offset + 4)) break
    take(decodePayload(payload))
    offset = end
  }
  return offset
}

function decodePayload(payload: Buffer): StorageChange[] {
  const changes: StorageChange[] = []
  let offset = 0
  while (offset < payload.length) {
    const nameEnd = offset + 2 + payload.readUInt16BE(offset)
    const key = payload.toString('utf8', offset + 2, nameEnd)
    const size = payload.readUInt32BE(nameEnd)
    const start = nameEnd + 4
    offset = start + Math.max(0, size - 1)
    changes.push([key, size === 0 ? undefined : new Uint8Array(payload.subarray(start, offset))])
  }
  return changes
}
