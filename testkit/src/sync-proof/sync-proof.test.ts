import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, frameFlags, frameKinds, encodeFrame } from '@parley/protocol'
import { AckOrder } from './ack-order.ts'
import { TraceReader } from './trace-reader.ts'

const path = Buffer.from('/data/parley.db-wal')
const log = `19<${[...path].map((byte) => `\\x${byte.toString(16)}`).join('')}>`
const socket = '21<TCP:[127.0.0.1:5801->127.0.0.1:40000]>'

const hex = (bytes: Uint8Array) =>
  `"${[...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`

const frame = (kind: 1 | 2, flags: number, number: number, body: string): Uint8Array =>
  encodeFrame({ kind, flags, command: commands.send.id, number, body: Buffer.from(body) })
const request = (number: number, text: string) => frame(frameKinds.request, 0, number, text)
const ack = (number: number) => frame(frameKinds.response, 0, number, 'seq')
const refusal = (number: number) => frame(frameKinds.response, frameFlags.error, number, 'no')

const call = (name: string, target: string, bytes: Uint8Array, result = bytes.length) =>
  `[pid 7] ${name}(${target}, ${hex(bytes)}, ${bytes.length}) = ${result}`
const read = (number: number, text: string) => call('read', socket, request(number, text))
const logged = (text: string) => call('pwrite64', log, Buffer.from(`page ${text} page`))
const answered = (bytes: Uint8Array) => call('write', socket, bytes)
const synced = `[pid 9] fdatasync(${log}) = 0`
const syncBegins = `[pid 9] fdatasync(${log} <unfinished ...>`
const syncEnds = '[pid 9] <... fdatasync resumed>) = 0'
const syncFails = `[pid 9] fdatasync(${log}) = -1 EIO (Input/output error) (INJECTED)`

function judge(...lines: string[]) {
  const reader = new TraceReader()
  const order = new AckOrder(/mark\d+/g)
  for (const line of lines) {
    const known = reader.take(line)
    if (known !== undefined) order.take(known)
  }
  return order.figures
}

test('[R1] a trace in which the sync lies between the log and the ack is good', () => {
  const lines = [read(1, 'mark1'), logged('mark1'), syncBegins, syncEnds, answered(ack(1))]
  assert.deepEqual(judge(...lines), { acks: 1, syncs: 1, problems: [] })
})

test('[R1] an ack before the sync, without one, or after a failed one is found', () => {
  const problems = (...lines: string[]) => judge(read(1, 'mark1'), ...lines).problems.length
  assert.equal(problems(answered(ack(1))), 1, 'not written')
  assert.equal(problems(logged('mark1'), answered(ack(1)), synced), 1, 'not synced')
  assert.equal(problems(logged('mark1'), syncBegins, answered(ack(1)), syncEnds), 1, 'syncing')
  assert.equal(problems(logged('mark1'), syncFails, answered(ack(1))), 1, 'failed')
  assert.equal(problems(synced, logged('mark1'), answered(ack(1))), 1, 'synced before')
  assert.equal(problems(syncBegins, logged('mark1'), syncEnds, answered(ack(1))), 1, 'too late')
  assert.equal(problems(logged('mark1'), syncFails, synced, answered(ack(1))), 0, 'synced again')
})

test('of two threads that sync at once either may be the one whose end makes it durable', () => {
  const otherBegins = syncBegins.replace('pid 9', 'pid 8')
  const otherEnds = syncEnds.replace('pid 9', 'pid 8')
  const begun = [read(1, 'mark1'), logged('mark1'), syncBegins, otherBegins]
  assert.deepEqual(judge(...begun, otherEnds, answered(ack(1)), syncEnds).problems, [])
  assert.deepEqual(judge(...begun, syncEnds, answered(ack(1)), otherEnds).problems, [])
  assert.equal(judge(...begun, answered(ack(1)), syncEnds, otherEnds).problems.length, 1)
})

test('a refusal is no ack, and frames that come in pieces and heaps are taken apart', () => {
  assert.equal(judge(read(1, 'mark1'), answered(refusal(1))).acks, 0)
  const both = Buffer.concat([request(1, 'mark1'), request(2, 'mark2')])
  const acks = Buffer.concat([ack(1), ack(2)])
  const lines = [
    call('read', socket, both.subarray(0, 20)),
    call('read', socket, both.subarray(20)),
    logged('mark1 mark2'),
    synced,
    call('write', socket, acks.subarray(0, 5)),
    call('writev', socket, acks.subarray(5)),
  ]
  assert.deepEqual(judge(...lines), { acks: 2, syncs: 1, problems: [] })
})

test('connections are told apart, though their requests carry the same numbers', () => {
  const other = socket.replace('40000', '40001')
  const lines = [
    read(1, 'mark1'),
    call('read', other, request(1, 'mark2')),
    logged('mark2'),
    synced,
    call('write', other, ack(1)),
  ]
  assert.deepEqual(judge(...lines).problems, [])
  assert.equal(judge(...lines, answered(ack(1))).problems.length, 1)
})

test('a mark is found where a page was written in two', () => {
  const part = (text: string, at: number) =>
    `[pid 7] pwrite64(${log}, ${hex(Buffer.from(text))}, ${text.length}, ${at}) = ${text.length}`
  const lines = [read(1, 'mark123'), part('page mark1', 0), part('23 page', 10), synced]
  assert.deepEqual(judge(...lines, answered(ack(1))).problems, [])
  const apart = [read(1, 'mark123'), part('page mark1', 0), part('23 page', 99), synced]
  assert.equal(judge(...apart, answered(ack(1))).problems.length, 1)
})

test('a trace whose content was cut is refused', () => {
  assert.throws(() => new TraceReader().take(`read(3<TCP:[a->b]>, "\\x00"..., 65536) = 40`), /cut/)
})
