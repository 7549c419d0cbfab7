import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TimingWheel } from '../../base/timing-wheel.ts'
import { FakeClock } from '../testing/fake-clock.ts'
import { PollChannel, type PollEnd } from './poll-channel.ts'

function open() {
  const clock = new FakeClock()
  const seen = { bytes: [] as number[], closed: 0, drained: 0 }
  const channel = new PollChannel(new TimingWheel(clock), 25_000, 4_096, () => {})
  channel.listen({
    data: (bytes) => seen.bytes.push(...bytes),
    drained: () => (seen.drained += 1),
    closed: () => (seen.closed += 1),
    fault: () => {},
  })
  return { clock, channel, seen }
}

/** What a poll got; undefined while it waits. */
function poll(channel: PollChannel, acknowledged: number): { end?: PollEnd; giveUp: () => void } {
  const got: { end?: PollEnd; giveUp: () => void } = { giveUp: () => {} }
  got.giveUp = channel.poll(acknowledged, (end) => (got.end = end))
  return got
}

const bytesOf = (got: { end?: PollEnd }) =>
  got.end?.end === 'batch' ? [...got.end.bytes] : got.end?.end

test('[R2] a repeated post is answered again and runs once; another number is refused', () => {
  const { channel, seen } = open()
  assert.equal(channel.post(1, Uint8Array.of(1)), 'taken')
  assert.equal(channel.post(1, Uint8Array.of(1)), 'taken')
  assert.equal(channel.post(3, Uint8Array.of(3)), 'conflict')
  assert.equal(channel.post(2, Uint8Array.of(2)), 'taken')
  assert.equal(channel.post(1, Uint8Array.of(1)), 'conflict')
  assert.equal(channel.post(0, Uint8Array.of(9)), 'conflict')
  assert.deepEqual(seen.bytes, [1, 2])
})

test('[R13] while it is held back a post is not taken, and the same one is taken later', () => {
  const { channel, seen } = open()
  channel.pause()
  assert.equal(channel.post(1, Uint8Array.of(1)), 'busy')
  assert.deepEqual(seen.bytes, [])
  channel.resume()
  assert.equal(channel.post(1, Uint8Array.of(1)), 'taken')
})

test('a batch is given again until a poll acknowledges it; then the next one', () => {
  const { channel, seen } = open()
  channel.write(Uint8Array.of(1))
  channel.write(Uint8Array.of(2))
  assert.deepEqual(bytesOf(poll(channel, 0)), [1, 2])
  channel.write(Uint8Array.of(3))
  assert.deepEqual(bytesOf(poll(channel, 0)), [1, 2])
  assert.equal(channel.queuedBytes, 3)
  assert.deepEqual(bytesOf(poll(channel, 1)), [3])
  assert.equal(bytesOf(poll(channel, 3)), 'conflict')
  assert.equal(bytesOf(poll(channel, 0)), 'conflict')
  const waiting = poll(channel, 2)
  assert.equal(waiting.end, undefined)
  assert.equal(seen.drained, 1)
  assert.equal(bytesOf(poll(channel, 1)), 'conflict', 'an acknowledged batch is gone')
})

test('a poll waits up to 25 s; a newer one ends it; one that was given up loses nothing', async () => {
  const { clock, channel } = open()
  const first = poll(channel, 0)
  const second = poll(channel, 0)
  assert.equal(bytesOf(first), 'superseded')
  await clock.advance(24_900)
  assert.equal(second.end, undefined)
  await clock.advance(200)
  assert.equal(bytesOf(second), 'nothing')
  const third = poll(channel, 0)
  third.giveUp()
  channel.write(Uint8Array.of(7))
  assert.equal(third.end, undefined)
  assert.deepEqual(bytesOf(poll(channel, 0)), [7])
})

test('a large queue goes out in bounded batches of whole writes', () => {
  const { channel } = open()
  for (let piece = 0; piece < 5; piece += 1) channel.write(new Uint8Array(100_000))
  const sizes: number[] = []
  for (let batch = 0; batch < 3; batch += 1) {
    const { end } = poll(channel, batch)
    sizes.push(end?.end === 'batch' ? end.bytes.length : 0)
  }
  assert.deepEqual(sizes, [200_000, 200_000, 100_000])
})

test('what was written before the end can still be fetched; then the channel is gone', () => {
  const { channel, seen } = open()
  channel.write(Uint8Array.of(1))
  channel.end()
  channel.write(Uint8Array.of(2))
  assert.equal(channel.post(1, Uint8Array.of(1)), 'gone')
  assert.equal(seen.closed, 0)
  channel.destroy()
  channel.destroy()
  assert.equal(seen.closed, 1)
  assert.deepEqual(bytesOf(poll(channel, 0)), [1])
  assert.equal(bytesOf(poll(channel, 1)), 'gone')
})

test('an end reaches a waiting poll', () => {
  const { channel } = open()
  const waiting = poll(channel, 0)
  channel.end()
  assert.equal(bytesOf(waiting), 'gone')
})
