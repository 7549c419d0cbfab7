import { ByteSlab } from '../../base/byte-slab.ts'
import type { ConversationId, Seq, StoredEntry } from '../model.ts'
import { Sum } from '../rules/content-hash.ts'

/**
 * An entry as it lies in the database: one value, because node:sqlite spends most of a read on making values. Records
 * laid end to end can be told apart, so that a whole page is one value too. Little-endian:
 *
 * | bytes | field                                                                    |
 * |-------|--------------------------------------------------------------------------|
 * | 0–3   | length of the record                                                     |
 * | 4–11  | checksum over the conversation's id and everything that follows here     |
 * | 12–59 | seq, sender, ref seq, time, count, changed (numbers of 8 bytes)          |
 * | 60–75 | client id                                                                |
 * | 76–79 | kind (2), state (1), form of the record (1)                              |
 * | 80–   | body                                                                     |
 */
const headBytes = 80
const summedFrom = 12
const clientIdAt = 60
const clientIdBytes = 16
const form = 1
const slab = new ByteSlab()

/** What lies on the disk is not what was written there. */
export class EntryDamaged extends Error {
  constructor(conversation: ConversationId, what: string) {
    super(`an entry of conversation ${conversation} is damaged: ${what}`)
    this.name = 'EntryDamaged'
  }
}

export function encodeRecord(conversation: ConversationId, entry: StoredEntry): Uint8Array {
  const { clientId, body } = entry
  if (clientId.length !== clientIdBytes) throw new Error('a client id has 16 bytes')
  const record = slab.take(headBytes + body.length)
  const view = new DataView(record.buffer, record.byteOffset, record.length)
  view.setUint32(0, record.length, true)
  view.setFloat64(12, entry.seq, true)
  view.setFloat64(20, entry.sender, true)
  view.setFloat64(28, entry.refSeq, true)
  view.setFloat64(36, entry.timeMs, true)
  view.setFloat64(44, entry.count, true)
  view.setFloat64(52, entry.changed, true)
  record.set(clientId, clientIdAt)
  view.setUint16(76, entry.kind, true)
  view.setUint8(78, entry.state)
  view.setUint8(79, form)
  record.set(body, headBytes)
  view.setFloat64(4, checksum(conversation, record, 0, record.length), true)
  return record
}

/**
 * Records that lie end to end.
 * @throws EntryDamaged when one is cut or does not fit its checksum.
 */
export function decodeRecords(conversation: ConversationId, bytes: Uint8Array): StoredEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: StoredEntry[] = []
  let at = 0
  while (at < bytes.length) {
    const left = bytes.length - at
    const length = left < headBytes ? 0 : view.getUint32(at, true)
    if (length < headBytes || length > left) throw new EntryDamaged(conversation, 'it is cut')
    const seq = view.getFloat64(at + 12, true)
    if (view.getFloat64(at + 4, true) !== checksum(conversation, bytes, at, at + length)) {
      throw new EntryDamaged(conversation, `seq ${seq} does not fit its checksum`)
    }
    if (view.getUint8(at + 79) !== form) {
      throw new EntryDamaged(conversation, `seq ${seq} has an unknown form`)
    }
    entries.push({
      seq,
      sender: view.getFloat64(at + 20, true),
      clientId: bytes.subarray(at + clientIdAt, at + clientIdAt + clientIdBytes),
      kind: view.getUint16(at + 76, true),
      refSeq: view.getFloat64(at + 28, true),
      body: bytes.subarray(at + headBytes, at + length),
      timeMs: view.getFloat64(at + 36, true),
      count: view.getFloat64(at + 44, true),
      changed: view.getFloat64(at + 52, true),
      state: view.getUint8(at + 78),
    })
    at += length
  }
  return entries
}

/** The one entry at a place. @throws EntryDamaged, also when it belongs elsewhere. */
export function decodeRecord(
  conversation: ConversationId,
  seq: Seq,
  bytes: Uint8Array,
): StoredEntry {
  const [entry, ...others] = decodeRecords(conversation, bytes)
  if (entry === undefined || others.length > 0 || entry.seq !== seq) {
    throw new EntryDamaged(conversation, `another one lies in the place of seq ${seq}`)
  }
  return entry
}

function checksum(
  conversation: ConversationId,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  const sum = new Sum()
  sum.integer(conversation)
  sum.bytes(bytes, from + summedFrom, to)
  return sum.finish()
}
