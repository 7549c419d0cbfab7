import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  commands,
  emptyBody,
  encodeFrame,
  errors,
  frameFlags,
  frameKinds,
  notes,
  pushes,
  wire,
} from '@parley/protocol'
import type { Frame } from '@parley/protocol'
import type { Answer } from '../../commands/port.ts'
import { AccessWorld, note, ping, request } from '../testing/access-world.ts'

const { login, send, pull, sync } = commands
const entry = pushes.entry.id
const ok = (body: Uint8Array = emptyBody): Answer => ({ ok: true, body })
const errorName = (frame: Frame | undefined) =>
  frame === undefined || (frame.flags & frameFlags.error) === 0
    ? undefined
    : wire.ErrorBody.decode(frame.body).name
const brief = (frames: Frame[]) => frames.map(({ kind, number }) => [kind, number])

describe('greeting', () => {
  test('who does not log in within the deadline is closed; the time of our answers does not count', async () => {
    const world = new AccessWorld({ loginDeadlineMs: 10_000 })
    const silent = world.connect()
    const patient = world.connect()
    let answer = () => {}
    world.commands.beforeGreeting = () => new Promise((resolve) => (answer = resolve))
    await world.clock.advance(5_000)
    patient.receive(request(commands.refresh.id, 1))
    await world.clock.advance(6_000)
    assert.equal(await world.closeOf(silent), 'LOGIN_DEADLINE')
    await world.clock.advance(30_000)
    assert.deepEqual(await world.frames(patient), [])
    answer()
    assert.deepEqual(brief(await world.frames(patient)), [[frameKinds.response, 1]])
    await world.clock.advance(4_800)
    assert.equal(await world.closeOf(patient), undefined)
    await world.clock.advance(500)
    assert.equal(await world.closeOf(patient), 'LOGIN_DEADLINE')
  })

  test('one greeting at a time; a session command does not slip in while a login is answered', async () => {
    const world = new AccessWorld()
    const stream = world.connect()
    let answer = () => {}
    world.commands.beforeGreeting = () => new Promise((resolve) => (answer = resolve))
    stream.receive(request(login.id, 1))
    stream.receive(request(login.id, 2))
    stream.receive(request(send.id, 3))
    const refused = await world.frames(stream)
    assert.deepEqual(refused.map(errorName), ['BUSY', 'NOT_LOGGED_IN'])
    answer()
    assert.deepEqual(brief(await world.frames(stream)), [[frameKinds.response, 1]])
    assert.equal(world.commands.calls('handle').length, 0)
  })

  test('a refused login may be followed by another', async () => {
    const world = new AccessWorld()
    const stream = world.connect()
    stream.receive(request(login.id, 1, Uint8Array.of(255)))
    assert.deepEqual((await world.frames(stream)).map(errorName), ['TOKEN_INVALID'])
    stream.receive(request(login.id, 2))
    assert.deepEqual((await world.frames(stream)).map(errorName), [undefined])
  })

  test('a session that was opened for a peer that has gone meanwhile is given back', async () => {
    const world = new AccessWorld()
    const stream = world.connect()
    let answer = () => {}
    world.commands.beforeGreeting = () => new Promise((resolve) => (answer = resolve))
    stream.receive(request(login.id, 1))
    stream.destroy()
    answer()
    await world.clock.settle()
    assert.deepEqual(world.commands.lefts(), ['lost'])
  })

  test('[R6] pushes of a login wait for its answer, a bounded number of them; the rest use up numbers', async () => {
    const world = new AccessWorld({ heldPushesMax: 2 })
    world.commands.beforeGreeting = ({ connection, outlet }) => {
      for (const byte of [1, 2, 3]) outlet.push([connection], entry, Uint8Array.of(byte), false)
    }
    const stream = world.connect()
    stream.receive(request(login.id, 1))
    const { push, response, pong } = frameKinds
    assert.deepEqual(brief(await world.frames(stream)), [
      [response, 1],
      [push, 1],
      [push, 2],
    ])
    stream.receive(ping(2))
    const [last] = await world.frames(stream)
    assert.deepEqual([last?.kind, last?.number, last?.flags], [pong, 3, frameFlags.behind])
  })
})

describe('time', () => {
  test('[R13] silence of twice the heartbeat ends a connection; a ping or half a frame more keeps it or not', async () => {
    const world = new AccessWorld({ heartbeatMs: 30_000 })
    const silent = await world.login()
    const pinging = await world.login()
    const trickling = await world.login()
    for (let at = 0; at < 61_000; at += 1_000) {
      await world.clock.advance(1_000)
      if (at % 29_000 === 0) pinging.stream.receive(ping())
      if (at < 11_000) trickling.stream.receive(Uint8Array.of(request(send.id, 9)[at / 1_000] ?? 0))
    }
    assert.equal(await world.closeOf(silent.stream), 'HEARTBEAT')
    assert.equal(await world.closeOf(trickling.stream), 'HEARTBEAT')
    assert.equal(await world.closeOf(pinging.stream), undefined)
    assert.deepEqual(world.commands.lefts(), ['HEARTBEAT', 'HEARTBEAT'])
  })

  test('[R7] a push that no ping acknowledges in time ends the connection', async () => {
    const world = new AccessWorld({ pushAckMs: 5_000, pushAckGraceMs: 5_000 })
    const { stream, connection } = await world.login()
    await world.clock.advance(20_000)
    world.access.outlet.push([connection], entry, emptyBody, false)
    await world.clock.advance(9_900)
    assert.equal(await world.closeOf(stream), undefined)
    await world.clock.advance(200)
    assert.equal(await world.closeOf(stream), 'PUSH_UNACKED')
    assert.deepEqual(world.commands.lefts(), ['PUSH_UNACKED'])
  })

  test('[R7] an acknowledgement is cumulative; a lossy push asks for none; a number never sent acknowledges nothing', async () => {
    const world = new AccessWorld()
    const { stream, connection } = await world.login()
    const alone = await world.login()
    world.access.outlet.push([alone.connection], pushes.typing.id, emptyBody, true)
    for (let count = 0; count < 3; count += 1)
      world.access.outlet.push([connection], entry, emptyBody, false)
    await world.clock.advance(5_000)
    stream.receive(ping(3))
    await world.clock.advance(20_000)
    assert.equal(await world.closeOf(stream), undefined)
    assert.equal(await world.closeOf(alone.stream), undefined)
    world.access.outlet.push([connection], entry, emptyBody, false)
    stream.receive(ping(99))
    await world.clock.advance(10_200)
    assert.equal(await world.closeOf(stream), 'PUSH_UNACKED')
  })

  test('a closing peer that does not go is cut after the linger', async () => {
    const world = new AccessWorld({ lingerMs: 900 })
    const { stream, connection } = await world.login()
    stream.stuck = true
    world.access.outlet.close(connection, 'SIGNED_OUT')
    await world.clock.advance(800)
    assert.equal(stream.ended, 'SIGNED_OUT')
    assert.equal(stream.destroyed, false)
    await world.clock.advance(200)
    assert.equal(stream.destroyed, true)
    assert.equal(world.access.stats().connections.tcp, 0)
  })

  test('with nobody connected no timer runs', async () => {
    const world = new AccessWorld()
    const { stream } = await world.login()
    assert.ok(world.clock.timers > 0)
    stream.destroy()
    await world.clock.advance(120_000)
    assert.equal(world.clock.timers, 0)
  })
})

describe('limits', () => {
  test('[R13] requests in flight are bounded: the next one is BUSY', async () => {
    const world = new AccessWorld({ requestsInFlightMax: 2 })
    const answers: ((answer: Answer) => void)[] = []
    world.commands.onHandle = () => new Promise((resolve) => answers.push(resolve))
    const { stream } = await world.login()
    for (const number of [1, 2, 3]) stream.receive(request(send.id, number))
    const refused = await world.frames(stream)
    assert.deepEqual([refused.map(errorName), refused[0]?.number], [['BUSY'], 3])
    for (const answer of answers) answer(ok())
    assert.equal((await world.frames(stream)).length, 2)
    stream.receive(request(send.id, 4))
    await world.clock.settle()
    assert.equal(answers.length, 3)
  })

  test('[R13] above its rate a peer is refused with a time; far above for long it is closed', async () => {
    const rate = {
      frameRate: { perSecond: 10, burst: 5 },
      excessRate: { perSecond: 10, burst: 20 },
    }
    const world = new AccessWorld(rate)
    const { stream } = await world.login()
    for (let number = 1; number <= 5; number += 1) stream.receive(request(send.id, number))
    const refused = (await world.frames(stream)).find((frame) => errorName(frame) !== undefined)
    assert.deepEqual([errorName(refused), refused?.number], ['RATE_LIMITED', 5])
    const { retryAfterMs, retry } = wire.ErrorBody.decode(refused?.body ?? emptyBody)
    assert.deepEqual([retryAfterMs, retry], [100, 1])
    await world.clock.advance(100)
    stream.receive(request(send.id, 6))
    assert.equal(errorName((await world.frames(stream))[0]), undefined)
    for (let number = 0; number < 30; number += 1) stream.receive(note(notes.typing.id))
    assert.equal(await world.closeOf(stream), 'RATE_LIMITED')
    assert.equal(world.commands.calls('note').length, 0)
  })

  test('[R13] over the outbox mark pushes are dropped and use up their numbers; a sync after the last drop clears it', async () => {
    const world = new AccessWorld({ outboxBytesMax: 1_000, pushAckMs: 1e9 })
    const { stream, connection } = await world.login()
    const push = (bytes: number, lossy = false) =>
      world.access.outlet.push([connection], entry, new Uint8Array(bytes), lossy)
    push(600)
    push(600)
    push(600, true)
    push(100)
    assert.deepEqual(brief(await world.frames(stream)), [
      [frameKinds.push, 1],
      [frameKinds.push, 3],
    ])
    const { pushesDropped, lossyDropped } = world.access.stats()
    assert.deepEqual([pushesDropped, lossyDropped], [1, 1])

    const pong = async () => {
      stream.receive(ping())
      const [frame] = (await world.frames(stream)).filter(({ kind }) => kind === frameKinds.pong)
      return [frame?.number, frame?.flags]
    }
    assert.deepEqual(await pong(), [3, frameFlags.behind])
    let answer: (answer: Answer) => void = () => {}
    world.commands.onHandle = () => new Promise((resolve) => (answer = resolve))
    stream.receive(request(sync.id, 1))
    push(2_000)
    answer(ok())
    await world.clock.settle()
    assert.deepEqual(await pong(), [4, frameFlags.behind], 'dropped after the sync began')
    stream.receive(request(sync.id, 2))
    answer(ok())
    await world.clock.settle()
    assert.deepEqual(await pong(), [4, 0])
  })

  test('[R13] a peer that does not take its answers is not read from, and closed when nothing moves', async () => {
    const world = new AccessWorld({ outboxBytesMax: 1_000, stuckMs: 30_000, heartbeatMs: 10_000 })
    world.commands.onHandle = () => ok(new Uint8Array(700))
    const moving = await world.login()
    const stuck = await world.login()
    for (const { stream } of [moving, stuck]) {
      stream.stuck = true
      stream.receive(request(send.id, 1))
      stream.receive(request(send.id, 2))
      await world.clock.settle()
      assert.equal(stream.paused, true)
    }
    moving.stream.drain()
    await world.clock.settle()
    assert.equal(moving.stream.paused, false)
    moving.stream.receive(ping())
    await world.clock.advance(10_000)
    moving.stream.receive(ping())
    await world.clock.advance(10_000)
    moving.stream.receive(ping())
    await world.clock.advance(10_100)
    assert.deepEqual(world.commands.lefts(), ['TOO_SLOW'])
    assert.equal(moving.stream.ended, false)
  })

  test('the silence of a peer that was not read from is not held against it', async () => {
    const world = new AccessWorld({ outboxBytesMax: 1_000, stuckMs: 30_000, heartbeatMs: 10_000 })
    world.commands.onHandle = () => ok(new Uint8Array(1_100))
    const { stream } = await world.login()
    stream.stuck = true
    stream.receive(request(send.id, 1))
    await world.clock.advance(28_000)
    stream.drain()
    await world.clock.advance(19_000)
    assert.deepEqual(world.commands.lefts(), [])
    await world.clock.advance(1_200)
    assert.deepEqual(world.commands.lefts(), ['HEARTBEAT'])
  })

  test('[R13] answers beyond the hard bound close at once', async () => {
    const world = new AccessWorld({ outboxBytesMax: 1_000, responsesBytesMax: 5_000 })
    world.commands.onHandle = () => ok(new Uint8Array(2_000))
    const { stream } = await world.login()
    stream.stuck = true
    stream.queuedBytes = 100_000
    for (const number of [1, 2, 3]) stream.receive(request(send.id, number))
    await world.clock.settle()
    assert.deepEqual(world.commands.lefts(), ['TOO_SLOW'])
  })
})

describe('lanes', () => {
  const large = Uint8Array.from({ length: 200_000 }, (_, index) => index % 255)

  test('everything of one turn goes out in one write', async () => {
    const world = new AccessWorld()
    const { stream, connection } = await world.login()
    for (const number of [1, 2, 3]) stream.receive(request(send.id, number))
    world.access.outlet.push([connection], entry, emptyBody, false)
    await world.clock.settle()
    // NOTE answers come a few promises later than pushes, all before the end of the turn.
    assert.equal(stream.writes.length, 1)
    assert.equal(stream.takeFrames().length, 4)
  })

  test('live frames overtake the pieces of a large answer', async () => {
    const world = new AccessWorld()
    world.commands.onHandle = () => ok(large)
    const { stream, connection } = await world.login()
    stream.stuck = true
    stream.receive(request(pull.id, 7))
    await world.clock.settle()
    world.access.outlet.push([connection], entry, emptyBody, false)
    stream.receive(ping())
    const before = await world.frames(stream)
    assert.ok(before.every(({ kind }) => kind === frameKinds.response))
    stream.stuck = false
    stream.drain()
    const after = await world.frames(stream)
    assert.deepEqual(
      after.slice(0, 2).map(({ kind }) => kind),
      [frameKinds.push, frameKinds.pong],
    )
    const pieces = [...before, ...after].filter(({ kind }) => kind === frameKinds.response)
    assert.deepEqual(Buffer.concat(pieces.map(({ body }) => body)), Buffer.from(large))
    assert.deepEqual(
      pieces.map(({ flags }) => flags),
      pieces.map((_, index) => (index === pieces.length - 1 ? 0 : frameFlags.moreFollows)),
    )
    assert.ok(pieces.every(({ body }) => body.length <= 16_384))
  })

  test('a whole body of a frame is compressed from 1 KiB on, when both can', async () => {
    const world = new AccessWorld()
    world.commands.capabilities = 1
    const { stream } = await world.login()
    stream.receive(request(send.id, 1, new Uint8Array(1_023)))
    stream.receive(request(send.id, 2, new Uint8Array(1_024)))
    stream.receive(request(send.id, 3, new Uint8Array(8), frameFlags.compressed))
    assert.deepEqual(
      (await world.frames(stream)).map(({ flags, body }) => [flags, body.length]),
      [
        [0, 1_023],
        [frameFlags.compressed, 512],
        [0, 16],
      ],
    )
  })
})

describe('ending', () => {
  test('a drain lets answers in flight out, takes no more requests, and waits no longer than its limit', async () => {
    const world = new AccessWorld({ drainAnswersMs: 5_000 })
    const answers: ((answer: Answer) => void)[] = []
    world.commands.onHandle = () => new Promise((resolve) => answers.push(resolve))
    const quick = await world.login()
    const never = await world.login()
    quick.stream.receive(request(send.id, 1))
    never.stream.receive(request(send.id, 1))
    await world.clock.settle()
    let isDone = false
    void world.access.drain(1_000).then(() => (isDone = true))
    quick.stream.receive(request(send.id, 2))
    assert.deepEqual((await world.frames(quick.stream)).map(errorName), ['BUSY'])
    answers[0]?.(ok())
    const [answer, close] = await world.frames(quick.stream)
    assert.equal(answer?.number, 1)
    const { name, delayMs, reconnect } = wire.CloseBody.decode(close?.body ?? emptyBody)
    assert.deepEqual([name, delayMs, reconnect], ['DRAINING', 500, 1])
    assert.equal(isDone, false)
    await world.clock.advance(5_100)
    assert.equal(await world.closeOf(never.stream), 'DRAINING')
    assert.equal(isDone, true)
    assert.equal(await world.closeOf(world.connect()), 'DRAINING')
  })

  test('[R12] after a close nothing of the connection runs, and it has left once', async () => {
    const world = new AccessWorld()
    const { stream, connection } = await world.login()
    stream.stuck = true
    world.access.outlet.close(connection, 'SIGNED_OUT')
    world.access.outlet.close(connection, 'REPLACED')
    stream.receive(request(send.id, 1))
    world.access.outlet.push([connection], entry, emptyBody, false)
    const frames = await world.frames(stream)
    assert.deepEqual(brief(frames), [[frameKinds.close, 0]])
    assert.equal(wire.CloseBody.decode(frames[0]?.body ?? emptyBody).reconnect, 2)
    stream.drain()
    assert.deepEqual(world.commands.lefts(), ['SIGNED_OUT'])
    assert.equal(world.commands.calls('handle').length, 0)
  })

  test('[R12] what follows a bye in the same bytes does not run', async () => {
    const world = new AccessWorld()
    const { stream } = await world.login()
    const bye = encodeFrame({
      kind: frameKinds.close,
      flags: 0,
      command: 0,
      number: 0,
      body: emptyBody,
    })
    stream.receive(Uint8Array.from([...bye, ...request(send.id, 2), ...note(notes.typing.id)]))
    assert.deepEqual(brief(await world.frames(stream)), [[frameKinds.close, 0]])
    assert.deepEqual(
      world.commands.seen.slice(1).map(({ call }) => call),
      ['left'],
    )
  })

  test('[R12] a large answer does not hold up the close of a device that has ended', async () => {
    const world = new AccessWorld()
    world.commands.onHandle = () => ok(new Uint8Array(200_000))
    const { stream, connection } = await world.login()
    stream.stuck = true
    stream.receive(request(pull.id, 1))
    await world.clock.settle()
    world.access.outlet.close(connection, 'SIGNED_OUT')
    const kinds = (await world.frames(stream)).map(({ kind }) => kind)
    assert.equal(kinds.at(-1), frameKinds.close)
    assert.ok(kinds.length < 8)
  })

  test('what was queued before a close still goes out', async () => {
    const world = new AccessWorld()
    const { stream, connection } = await world.login()
    world.access.outlet.push([connection], entry, emptyBody, false)
    world.access.outlet.close(connection, 'REPLACED')
    assert.deepEqual(
      (await world.frames(stream)).map(({ kind }) => kind),
      [frameKinds.push, frameKinds.close],
    )
  })

  test('an unknown note is passed over; a command of a newer client is answered', async () => {
    const world = new AccessWorld()
    const { stream } = await world.login()
    stream.receive(note(0x7001))
    stream.receive(request(0x7002, 5))
    const [answer] = await world.frames(stream)
    assert.equal(wire.ErrorBody.decode(answer?.body ?? emptyBody).code, errors.UNKNOWN_COMMAND.code)
    assert.equal(world.access.stats().framesIgnored, 1)
  })
})
