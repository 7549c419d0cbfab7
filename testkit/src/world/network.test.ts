import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ByteStream } from '../../../server/src/access/stream.ts'
import { Network } from './network.ts'
import { SeededRandom } from './seeded-random.ts'
import { Timeline } from './timeline.ts'
import { flowWindowBytes } from './wire-flow.ts'

interface Ear {
  stream: ByteStream
  heard: number[]
  chunks: number
  drained: number
  closed: number
}

function listenTo(stream: ByteStream): Ear {
  const ear: Ear = { stream, heard: [], chunks: 0, drained: 0, closed: 0 }
  stream.listen({
    data(bytes) {
      ear.chunks += 1
      ear.heard.push(...bytes)
    },
    drained: () => (ear.drained += 1),
    closed: () => (ear.closed += 1),
    fault() {},
  })
  return ear
}

/** Two hosts with a connection between them. */
async function pair(seed = 1) {
  const timeline = new Timeline()
  const network = new Network(timeline, new SeededRandom(seed))
  const ends: Ear[] = []
  network.listen('server', (stream) => ends.push(listenTo(stream)))
  network.dial('phone', 'server', (stream) => {
    if (stream !== undefined) ends.push(listenTo(stream))
  })
  await timeline.run(1_000)
  const [server, phone] = ends
  assert.ok(server !== undefined && phone !== undefined)
  return { timeline, network, server, phone }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index & 255)

test('bytes arrive whole and in order, in whatever pieces', async () => {
  const { timeline, network, server, phone } = await pair()
  network.change('phone', { splitChance: 0.7, jitterMs: 400 })
  const sent = upTo(3_000)
  for (let at = 0; at < sent.length; at += 100) {
    timeline.after(at / 10, () => phone.stream.write(Uint8Array.from(sent.slice(at, at + 100))))
  }
  await timeline.run(60_000)
  assert.deepEqual(server.heard, sent)
  assert.ok(server.chunks > 30)
  assert.equal(phone.stream.queuedBytes, 0)
})

test('connections overtake each other', async () => {
  const timeline = new Timeline()
  const network = new Network(timeline, new SeededRandom(5))
  const order: number[] = []
  network.listen('server', (stream) =>
    stream.listen({ data: (bytes) => order.push(...bytes), drained() {}, closed() {}, fault() {} }),
  )
  for (let index = 0; index < 20; index += 1) {
    network.change(`phone-${index}`, { jitterMs: 500 })
    network.dial(`phone-${index}`, 'server', (stream) => stream?.write(Uint8Array.of(index)))
  }
  await timeline.run(30_000)
  assert.equal(order.length, 20)
  assert.notDeepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
})

test('a reader that pauses holds the writer back', async () => {
  const { timeline, server, phone } = await pair()
  server.stream.pause()
  const block = new Uint8Array(flowWindowBytes / 2)
  for (let index = 0; index < 6; index += 1) phone.stream.write(block)
  await timeline.run(5_000)
  assert.equal(server.heard.length, 0)
  assert.equal(phone.stream.queuedBytes, 2 * flowWindowBytes)
  assert.equal(phone.drained, 0)
  server.stream.resume()
  await timeline.run(10_000)
  assert.equal(server.heard.length, 3 * flowWindowBytes)
  assert.equal(phone.stream.queuedBytes, 0)
  assert.equal(phone.drained, 1)
})

test('a one-way cut stalls one direction only; afterwards what was written arrives', async () => {
  const { timeline, network, server, phone } = await pair()
  network.change('phone', { upBlocked: true })
  phone.stream.write(Uint8Array.of(1))
  server.stream.write(Uint8Array.of(2))
  await timeline.run(60_000)
  assert.deepEqual([server.heard, phone.heard], [[], [2]])
  assert.equal(server.closed + phone.closed, 0)
  network.change('phone', { upBlocked: false })
  await timeline.run(61_000)
  assert.deepEqual(server.heard, [1])
})

test('a cut is seen by both sides once', async () => {
  const { timeline, network, server, phone } = await pair()
  network.cut('phone')
  await timeline.run(5_000)
  assert.deepEqual([server.closed, phone.closed], [1, 1])
  phone.stream.write(Uint8Array.of(1))
  await timeline.run(9_000)
  assert.deepEqual(server.heard, [])
  assert.equal(network.openConnections, 0)
})

test('an end comes after what was written; a destroy does not wait', async () => {
  const first = await pair()
  first.phone.stream.write(Uint8Array.from(upTo(50)))
  first.phone.stream.end()
  await first.timeline.run(5_000)
  assert.equal(first.server.heard.length, 50)
  assert.deepEqual([first.server.closed, first.phone.closed], [1, 1])
  const second = await pair()
  second.phone.stream.write(Uint8Array.from(upTo(50)))
  second.phone.stream.destroy()
  await second.timeline.run(5_000)
  assert.equal(second.server.heard.length, 0)
  assert.deepEqual([second.server.closed, second.phone.closed], [1, 1])
})

test('a machine that loses power leaves half-open connections behind, until it is back', async () => {
  const { timeline, network, server, phone } = await pair()
  network.kill('server', 'silent')
  phone.stream.write(Uint8Array.of(1))
  await timeline.run(100_000)
  assert.deepEqual([phone.closed, server.closed, server.heard.length], [0, 0, 0])
  network.back('server')
  phone.stream.write(Uint8Array.of(2))
  await timeline.run(101_000)
  assert.equal(phone.closed, 1)
})

test('a killed process resets its connections; its own side hears nothing', async () => {
  const { timeline, network, server, phone } = await pair()
  network.kill('server', 'reset')
  await timeline.run(5_000)
  assert.deepEqual([phone.closed, server.closed], [1, 0])
  let answer: unknown = 'none'
  network.dial('phone', 'server', (stream) => (answer = stream))
  await timeline.run(6_000)
  assert.equal(answer, undefined)
})

test('a dial into the void fails after its time', async () => {
  const { timeline, network } = await pair()
  network.change('phone', { downBlocked: true })
  let failedAtMs = 0
  network.dial('phone', 'server', (stream) => {
    assert.equal(stream, undefined)
    failedAtMs = timeline.nowMs
  })
  await timeline.run(60_000)
  assert.equal(failedAtMs, 21_000)
})

test('a trickle takes its time', async () => {
  const { timeline, network, server, phone } = await pair()
  network.change('phone', { bytesPerSecond: 10, splitChance: 0, jitterMs: 0 })
  phone.stream.write(new Uint8Array(100))
  await timeline.run(10_500)
  assert.equal(server.heard.length, 0)
  await timeline.run(11_500)
  assert.equal(server.heard.length, 100)
})
