import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, encodeFrame, frameFlags, frameKinds, pushes } from '@parley/protocol'
import type { ByteStream, StreamListener } from '../../../server/src/access/stream.ts'
import { WireWatch } from './wire-watch.ts'

type Written = [kind: 'push' | 'pong' | 'sync', number: number, behind?: boolean]

/** @returns what the watch says of a connection on which this was written, or asked. */
function problems(...written: Written[]): string[] {
  const told: string[] = []
  let peer: StreamListener | undefined
  const plain: ByteStream = {
    ...{ write() {}, queuedBytes: 0, end() {}, destroy() {}, pause() {}, resume() {} },
    listen: (listener) => (peer = listener),
  }
  const stream = new WireWatch({ problem: (what) => told.push(what), pushed() {} }).on(plain)
  stream.listen({ data() {}, drained() {}, closed() {}, fault() {} })
  for (const [kind, number, behind] of written) {
    const flags = behind === true ? frameFlags.behind : 0
    const frame = { flags, number, body: new Uint8Array(3) }
    if (kind === 'sync')
      peer?.data(encodeFrame({ ...frame, kind: frameKinds.request, command: commands.sync.id }))
    else stream.write(encodeFrame({ ...frame, kind: frameKinds[kind], command: pushes.entry.id }))
  }
  return told
}

test('[R6] pushes that ascend by one, and holes that pongs tell of until a sync begins, are right', () => {
  assert.deepEqual(problems(['push', 1], ['push', 0], ['push', 2], ['pong', 2]), [])
  assert.deepEqual(problems(['push', 1], ['push', 4], ['pong', 4, true], ['pong', 4, true]), [])
  assert.deepEqual(problems(['push', 1], ['pong', 3, true], ['sync', 1], ['pong', 3]), [])
  // What was dropped before the sync began is in its answer.
  assert.deepEqual(problems(['push', 1], ['sync', 1], ['pong', 3]), [])
})

test('[R6] a number that comes again, and a hole of which nothing tells, are found once', () => {
  assert.deepEqual(problems(['push', 2], ['push', 1], ['push', 1]), [
    'wire: push 1 comes after push 2',
  ])
  assert.deepEqual(problems(['push', 5], ['pong', 4]), ['wire: a pong says 4 after push 5'])
  assert.equal(problems(['push', 1], ['push', 3], ['pong', 3], ['pong', 3]).length, 1)
  assert.equal(problems(['push', 1], ['sync', 1], ['push', 2], ['pong', 3]).length, 1)
})

test('a push is handed on, and a write that ends within a frame is found', () => {
  const pushed: number[] = []
  const told: string[] = []
  const watch = new WireWatch({
    problem: (what) => told.push(what),
    pushed: (command, body) => pushed.push(command, body.length),
  })
  const stream = watch.on({
    ...{ write() {}, queuedBytes: 0, end() {}, destroy() {}, pause() {}, resume() {} },
    listen() {},
  })
  const frame = { kind: frameKinds.push, flags: 0, command: pushes.entry.id, number: 1 } as const
  const bytes = encodeFrame({ ...frame, body: new Uint8Array(5) })
  stream.write(bytes)
  assert.deepEqual([pushed, told], [[pushes.entry.id, 5], []])
  stream.write(bytes.subarray(0, 14))
  assert.equal(told.length, 1)
})
