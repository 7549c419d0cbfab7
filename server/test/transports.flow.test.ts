// The same rules on every transport: TCP, TLS, WebSocket, long-poll. Real sockets, a command side made for the test.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  closes,
  commands,
  emptyBody,
  encodeFrame,
  errors,
  frameFlags,
  frameKinds,
  pushes,
  wire,
  type CloseName,
  type ErrorName,
  type Frame,
  type FrameKind,
} from '@parley/protocol'
import type { Answer } from '../src/commands/port.ts'
import { badInput, bomb, plain } from './wire/bad-input.ts'
import type { WirePeer } from './wire/wire-peer.ts'
import {
  answers,
  commandSides,
  ping,
  request,
  startWireWorld,
  wireKinds,
} from './wire/wire-world.ts'

const { send, sync, login, pull } = commands
const entryPush = pushes.entry.id
const ok = (body: Uint8Array = emptyBody): Answer => ({ ok: true, body })

for (const [kind, side] of wireKinds.flatMap((kind) =>
  commandSides.map((side) => [kind, side] as const),
)) {
  describe(`${kind}, commands ${side}`, () => {
    test('answers every request once; commands arrive in order', async () => {
      await using world = await startWireWorld(kind, {}, side)
      const { peer } = await world.login()
      const numbers = Array.from({ length: 60 }, (_, index) => index + 10)
      for (const number of numbers) peer.write(request(send.id, number, Uint8Array.of(number)))
      const replies: Frame[] = []
      while (replies.length < numbers.length) replies.push(await peer.next())
      assert.deepEqual(
        replies.map(({ number, body }) => [number, body[0]]).sort(([a = 0], [b = 0]) => a - b),
        numbers.map((number) => [number, number]),
      )
      const arrived = world.commands.seen.flatMap((one) =>
        one.call === 'handle' ? [one.body[0]] : [],
      )
      assert.deepEqual(arrived, numbers)
    })

    test('[R6] pushes count from 1 in each epoch, and the pong tells the last one', async () => {
      await using world = await startWireWorld(kind, {}, side)
      const first = await world.login()
      world.outlet.push([first.connection, 4_711], entryPush, Uint8Array.of(7), false)
      world.outlet.push([first.connection], pushes.typing.id, Uint8Array.of(8), true)
      world.outlet.push([first.connection], entryPush, Uint8Array.of(9), false)
      const got = [await first.peer.next(), await first.peer.next(), await first.peer.next()]
      assert.deepEqual(
        got.map((frame) => [frame.kind, frame.command, frame.number, frame.body[0]]),
        [
          [frameKinds.push, entryPush, 1, 7],
          [frameKinds.push, pushes.typing.id, 0, 8],
          [frameKinds.push, entryPush, 2, 9],
        ],
      )
      first.peer.write(ping(2))
      const pong = await first.peer.next()
      assert.deepEqual([pong.kind, pong.number, pong.flags], [frameKinds.pong, 2, 0])

      const second = world.connect()
      second.write(request(commands.resume.id, 1))
      assert.equal((await second.next()).flags, 0)
      const greet = world.commands.calls('greet').at(-1)
      assert.ok(greet?.call === 'greet')
      world.outlet.push([greet.origin.connection], entryPush, Uint8Array.of(1), false)
      assert.equal((await second.next()).number, 1)
    })

    test('[R6] what is pushed while a login is being answered comes after the answer', async () => {
      await using world = await startWireWorld(kind, {}, side)
      world.commands.beforeGreeting = ({ connection, outlet }) =>
        outlet.push([connection], entryPush, Uint8Array.of(5), false)
      const peer = world.connect()
      peer.write(request(login.id, 3))
      const [answer, push] = [await peer.next(), await peer.next()]
      assert.deepEqual([answer.kind, answer.number], [frameKinds.response, 3])
      assert.deepEqual([push.kind, push.number, push.body[0]], [frameKinds.push, 1, 5])
    })

    test('a large answer comes in pieces that make the whole', async () => {
      await using world = await startWireWorld(kind, {}, side)
      const whole = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251)
      world.commands.onHandle = () => ok(whole)
      const { peer } = await world.login()
      peer.write(request(pull.id, 2))
      const pieces = [await peer.next()]
      while (((pieces.at(-1)?.flags ?? 0) & frameFlags.moreFollows) !== 0)
        pieces.push(await peer.next())
      assert.ok(pieces.length > 1)
      assert.ok(pieces.every((piece) => piece.number === 2 && piece.command === pull.id))
      assert.deepEqual(Buffer.concat(pieces.map(({ body }) => body)), Buffer.from(whole))
    })

    test('bodies are compressed both ways when both can', async () => {
      await using world = await startWireWorld(kind, {}, side)
      world.commands.capabilities = 1
      const { peer } = await world.login()
      const text = Buffer.from('all work and no play '.repeat(200))
      peer.write(request(send.id, 2, deflateRawSync(text), frameFlags.compressed))
      const reply = await peer.next()
      assert.equal(reply.flags, frameFlags.compressed)
      assert.ok(reply.body.length < text.length)
      assert.deepEqual(inflateRawSync(reply.body), text)
    })

    describe('[R14] what cannot be used is refused, and the neighbours notice nothing', () => {
      for (const row of badInput) {
        test(row.name, async () => {
          await using world = await startWireWorld(kind, {}, side)
          const neighbour = await world.login()
          const peer = row.loggedIn ? (await world.login()).peer : world.connect()
          const handled = world.commands.calls('handle').length
          peer.write(row.bytes)
          if ('error' in row) await assertRefused(peer, row.error)
          else await assertClosed(peer, row.close, kind === 'websocket')
          assert.equal(world.commands.calls('handle').length, handled)
          assert.ok(await answers(neighbour.peer))
        })
      }
    })

    test('[R13] a slow reader costs others nothing: its pushes are dropped, and it is told', async () => {
      await using world = await startWireWorld(kind, {}, side)
      const slow = await world.login()
      const quick = await world.login()
      slow.peer.pause()
      const body = new Uint8Array(60_000)
      let sent = 0
      for (; world.access.stats().pushesDropped < 20; sent += 1) {
        world.outlet.push([slow.connection, quick.connection], entryPush, body, false)
        assert.equal((await quick.peer.next()).number, sent + 1)
      }
      const { outboxBytes } = world.access.stats()
      // NOTE the quick one's frame may not be counted off yet.
      assert.ok(outboxBytes <= world.access.settings.outboxBytesMax + 2 * body.length)
      slow.peer.resume()
      slow.peer.write(ping())
      const pong = await firstOf(slow.peer, frameKinds.pong)
      assert.deepEqual([pong.number, pong.flags], [sent, frameFlags.behind])
      slow.peer.write(request(sync.id, 9))
      assert.equal((await slow.peer.next()).number, 9)
      slow.peer.write(ping())
      assert.equal((await firstOf(slow.peer, frameKinds.pong)).flags, 0)
    })

    test('a drain answers what is in flight, then sends away with a delay within the window', async () => {
      await using world = await startWireWorld(kind, {}, side)
      let answer: (answer: Answer) => void = () => {}
      const asked = new Promise<void>((seen) => {
        world.commands.onHandle = () => {
          seen()
          return new Promise((resolve) => (answer = resolve))
        }
      })
      const busy = await world.login()
      const idle = await world.login()
      busy.peer.write(request(send.id, 5))
      await asked
      const drained = world.access.drain(800)
      await assertClosed(idle.peer, 'DRAINING', kind === 'websocket')
      answer(ok(Uint8Array.of(1)))
      const reply = await busy.peer.next()
      assert.deepEqual([reply.kind, reply.number], [frameKinds.response, 5])
      const { delayMs } = await assertClosed(busy.peer, 'DRAINING', kind === 'websocket')
      assert.ok(delayMs >= 0 && delayMs <= 800)
      await drained
      assert.deepEqual(world.commands.lefts(), ['DRAINING', 'DRAINING'])
    })

    test('a client that says bye is gone for good; one that is cut is found by its silence', async () => {
      await using world = await startWireWorld(kind, { heartbeatMs: 100 }, side)
      const polite = await world.login()
      polite.peer.write(
        encodeFrame({ kind: frameKinds.close, flags: 0, command: 0, number: 0, body: emptyBody }),
      )
      await polite.peer.ended
      const rude = await world.login()
      rude.peer.cut()
      while (world.commands.lefts().length < 2)
        await new Promise((resolve) => setImmediate(resolve))
      assert.deepEqual(world.commands.lefts(), ['BYE', kind === 'longPoll' ? 'HEARTBEAT' : 'lost'])
    })

    test('one connection too many is sent away, and those that stand go on', async () => {
      await using world = await startWireWorld(kind, { connectionsMax: 1 }, side)
      const { peer } = await world.login()
      await assertClosed(world.connect(), 'TOO_MANY', kind === 'websocket')
      assert.ok(await answers(peer))
    })
  })
}

for (const kind of wireKinds) {
  test(`[R13] ${kind}: a compression bomb ends its connection and no other`, async () => {
    await using world = await startWireWorld(kind)
    world.commands.capabilities = 1
    const neighbour = await world.login()
    const { peer } = await world.login()
    peer.write(request(send.id, 6, bomb, frameFlags.compressed))
    await assertClosed(peer, 'BAD_FRAME', kind === 'websocket')
    assert.equal(world.commands.calls('handle').length, 0)
    assert.ok(await answers(neighbour.peer))
  })
}

for (const kind of ['websocket', 'longPoll'] as const) {
  test(`${kind}: a frame cut short in a message ends the connection`, async () => {
    await using world = await startWireWorld(kind)
    const { peer } = await world.login()
    peer.write(plain.subarray(0, plain.length - 1))
    await assertClosed(peer, 'BAD_FRAME', kind === 'websocket')
  })
}

for (const kind of ['tcp', 'tls'] as const) {
  test(`${kind}: frames come whole however the stream is cut`, async () => {
    await using world = await startWireWorld(kind)
    const { peer } = await world.login()
    for (const byte of plain) peer.write(Uint8Array.of(byte))
    assert.deepEqual(Buffer.from((await peer.next()).body), Buffer.from([1, 2, 3]))
  })
}

async function assertRefused(peer: WirePeer, error: ErrorName): Promise<void> {
  const reply = await peer.next()
  assert.deepEqual([reply.kind, reply.flags], [frameKinds.response, frameFlags.error])
  assert.equal(wire.ErrorBody.decode(reply.body).code, errors[error].code)
  assert.ok(await answers(peer))
}

async function assertClosed(
  peer: WirePeer,
  reason: CloseName,
  hasStatus: boolean,
): Promise<{ delayMs: number }> {
  const frames = await peer.rest()
  const last = frames.at(-1)
  assert.equal(last?.kind, frameKinds.close)
  const body = wire.CloseBody.decode(last?.body ?? emptyBody)
  assert.deepEqual([body.code, body.name], [closes[reason].code, reason])
  if (hasStatus) assert.equal(await peer.ended, 4_000 + closes[reason].code)
  return body
}

async function firstOf(peer: WirePeer, kind: FrameKind): Promise<Frame> {
  for (let next = await peer.next(); ; next = await peer.next()) if (next.kind === kind) return next
}
