import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { IMError } from '../src/base/im-error.ts'
import { createCore } from '../src/api/create-core.ts'
import { LiveSession } from '../src/connection/live-session.ts'
import { deviceTokens } from '../src/api/device-tokens.ts'
import type { AccountClient, Credentials } from '../src/api/types.ts'
import { fakeWorld, type FakeWorld } from '../src/testing/fake-device.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { turn } from './turn.ts'

const names = (states: { name: string }[]) => states.map(({ name }) => name)

test('it logs in, and resumes after a cut without asking for a token', async () => {
  const world = fakeWorld(turn)
  const { im, states } = await world.online(1)
  world.server.cut()
  await world.clock.advance(5_000)
  assert.equal(world.server.asked('login').length, 1)
  assert.equal(world.server.asked('resume').length, 1)
  assert.deepEqual(names(states), [
    'connecting',
    'syncing',
    'online',
    'offline',
    'connecting',
    'syncing',
    'online',
  ])
  await im.stop()
  assert.equal(world.clock.timers, 0)
})

test('a refused resume is followed by a login on the same connection; a lost resume reply too, on the next', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.resumable = false
  world.server.cut()
  await world.clock.advance(5_000)
  assert.equal(im.state.name, 'online')
  const last = (name: string) => world.server.requests.findLast((one) => one.name === name)
  const [resume, login] = [last('resume'), last('login')]
  assert.ok(resume)
  assert.equal(resume?.connection, login?.connection)
  world.server.resumable = true
  world.server.fate = (name) => (name === 'resume' ? { fate: 'cutAfter' } : undefined)
  world.server.cut()
  await world.clock.advance(30_000)
  assert.equal(im.state.name, 'online')
  assert.equal(world.server.asked('login').length, 3)
})

/** A device, and when it tried to connect. */
function worldWithTries() {
  const world = fakeWorld(turn)
  const atMs: number[] = []
  const transport = world.server.transport()
  const { im } = deviceWith(world, {
    transport: {
      open: (...args: Parameters<typeof transport.open>) => (
        atMs.push(world.clock.monotonicMs()),
        transport.open(...args)
      ),
    },
  })
  return { world, im, atMs }
}

test('reconnecting backs off, bounded and jittered, and starts over after a steady minute', async () => {
  const { world, im, atMs } = worldWithTries()
  world.server.isDown = true
  void im.start().catch(() => {})
  await world.clock.advance(20 * 60_000)
  const gaps = atMs.slice(1).map((ms, index) => ms - atMs[index]!)
  gaps.forEach((gap, index) =>
    assert.ok(gap <= Math.min(30_000, 500 * 2 ** index), `${gap} before ${index}`),
  )
  assert.ok(atMs.length > 40, 'it goes on trying')
  assert.ok(new Set(gaps.map(Math.round)).size > gaps.length / 2, 'jittered')
  world.server.isDown = false
  await world.clock.advance(31_000)
  assert.equal(im.state.name, 'online')
  await world.clock.advance(61_000)
  const count = atMs.length
  world.server.cut()
  await world.clock.advance(501)
  assert.equal(atMs.length, count + 1)
  await im.stop()
})

test('failures from before a server that said when to come back do not count', async () => {
  const { world, im, atMs } = worldWithTries()
  world.server.isDown = true
  void im.start().catch(() => {})
  await world.clock.advance(10 * 60_000)
  world.server.isDown = false
  await world.clock.advance(31_000)
  assert.equal(im.state.name, 'online')
  world.server.close('DRAINING', 3_000)
  world.server.isDown = true
  const before = atMs.length
  await world.clock.advance(6_000)
  assert.ok(atMs.length > before, 'it came when it was told to')
  await world.clock.advance(7_500)
  assert.ok(atMs.length >= before + 4, `tries ${atMs.length - before}, as after a first failure`)
  await im.stop()
})

test('a draining server says when to come back, and is obeyed', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.close('DRAINING', 12_000)
  await world.clock.advance(11_900)
  assert.equal(im.state.name, 'offline')
  await world.clock.advance(20_000)
  assert.equal(im.state.name, 'online')
})

test('a close that says never is obeyed until start is called again', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.close('REPLACED')
  await world.clock.advance(600_000)
  assert.deepEqual(im.state, { name: 'kicked', reason: 'REPLACED', error: undefined })
  await assert.rejects(im.find('person2'), { code: 'KICKED' })
  await im.start()
  assert.equal(im.state.name, 'online')
})

test('[R12] a device that was ended goes to signedOut after one try with a fresh token, and keeps its outbox', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.revoke(world.server.token(1))
  const before = world.server.asked('login').length
  world.server.close('SIGNED_OUT')
  const unsent = im.conversation({ account: 2 }).send({ text: 'later' })
  await world.clock.advance(600_000)
  assert.equal(im.state.name, 'signedOut')
  assert.equal(world.server.asked('login').length, before + 2)
  assert.equal(unsent.state, 'pending')
})

test('a refused token is asked for once more, and the fresh one is used', async () => {
  const world = fakeWorld(turn)
  const asks: boolean[] = []
  const fresh = world.server.token(1)
  const { im } = deviceWith(world, {
    token: async ({ refused }: { refused: boolean }) => {
      asks.push(refused)
      return refused ? fresh : new Uint8Array(32)
    },
  })
  await im.start()
  assert.deepEqual(asks, [false, true])
  await im.stop()
})

test('a token provider that fails in passing is asked again; one that says no signs out', async () => {
  const world = fakeWorld(turn)
  let asks = 0
  const passing = deviceWith(world, {
    token: async () => {
      if ((asks += 1) < 3) throw new Error('no network')
      return world.server.token(1)
    },
  })
  const started = passing.im.start()
  await world.clock.advance(60_000)
  await started
  await passing.im.stop()
  const refused = deviceWith(world, {
    token: async () => Promise.reject(new IMError('SIGNED_OUT')),
  })
  await assert.rejects(refused.im.start(), { code: 'SIGNED_OUT' })
})

test('[R7] a push is acknowledged by a ping well within its time; a quiet connection is pinged', async () => {
  const world = fakeWorld(turn)
  await world.online(1)
  const [connection] = world.server.connections
  world.server.store.say(2, 1, 'x')
  await world.clock.advance(2_000)
  const acked = connection!.pings.at(-1)
  assert.equal(acked, connection!.pushed)
  const before = connection!.pings.length
  await world.clock.advance(120_000)
  assert.ok(connection!.pings.length - before >= 4)
  assert.ok(connection!.pings.length - before <= 8)
})

test('a connection on which nothing comes back is given up, and another made', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  const [deaf] = world.server.connections
  deaf!.received = () => {}
  await world.clock.advance(60_000)
  assert.equal(im.state.name, 'online')
  assert.notEqual(world.server.connections.at(-1), deaf)
})

test('wake ends a waiting time', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.close('DRAINING', 25_000)
  await world.clock.advance(2_000)
  assert.equal(im.state.name, 'offline')
  im.wake()
  await world.clock.advance(10)
  assert.equal(im.state.name, 'online')
})

test('a request waits for the connection, and goes on through a cut; an aborted one ends at once', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  let cuts = 2
  world.server.fate = (name) =>
    name === 'findAccount' && cuts-- > 0 ? { fate: 'cutBefore' } : undefined
  const found = im.find('person7')
  await world.clock.advance(15_000)
  assert.equal((await found).account, 7)
  world.server.isDown = true
  world.server.cut()
  const stop = new AbortController()
  const given = im.find('person8', { signal: stop.signal })
  await world.settle()
  stop.abort()
  await assert.rejects(given, { code: 'ABORTED' })
  const late = assert.rejects(im.find('person9'), { code: 'OFFLINE' })
  await world.clock.advance(30_000)
  await late
})

test('what is asked before the client is up waits for it; what is asked of a stopped one does not', async () => {
  const world = fakeWorld(turn)
  const { im } = world.device(1)
  const before = im.find('person7')
  const started = im.start()
  const meanwhile = im.find('person8')
  await world.clock.advance(1_000)
  await started
  assert.equal((await before).account, 7)
  assert.equal((await meanwhile).account, 8)
  await im.stop()
  await assert.rejects(im.find('person9'), { code: 'STOPPED' })
  const { im: never } = world.device(2)
  await never.stop()
  await assert.rejects(never.find('person9'), { code: 'STOPPED' })
})

test('what is given up at the moment the connection comes is not asked, and nobody is left with its refusal', async () => {
  const world = fakeWorld(turn)
  const { im } = world.device(1)
  const stop = new AbortController()
  im.on('state', ({ name }) => {
    // When who waited for the connection was told of it, and has not gone on yet.
    if (name === 'syncing') queueMicrotask(() => stop.abort())
  })
  const given = assert.rejects(im.find('nobody', { signal: stop.signal }), { code: 'ABORTED' })
  const started = im.start()
  await world.clock.advance(1_000)
  await Promise.all([started, given])
  assert.equal(world.server.asked('findAccount').length, 0)
})

test('a client that is stopped while it starts makes no connection', async () => {
  const world = fakeWorld(turn)
  const { im } = world.device(1)
  const started = assert.rejects(im.start(), { code: 'STOPPED' })
  await im.stop()
  await started
  await world.clock.advance(60_000)
  assert.equal(world.server.asked('login').length, 0)
  assert.equal(world.clock.timers, 0)
})

test('another account on the same storage sees nothing of the first, whose outbox stays', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  world.server.store.say(2, 1, 'for one')
  const first = await world.online(1, { storage })
  world.server.isDown = true
  world.server.cut()
  first.im.conversation({ account: 2 }).send({ text: 'unsent of one' })
  await world.settle()
  await first.im.stop()
  storage.reopen()
  world.server.isDown = false
  const second = await world.online(3, { storage })
  await world.clock.advance(5_000)
  assert.deepEqual(second.im.conversations.getSnapshot(), [])
  assert.deepEqual(second.im.outbox.getSnapshot(), [])
  await second.im.stop()
  storage.reopen()
  const again = await world.online(1, { storage })
  await world.clock.advance(5_000)
  assert.deepEqual(world.server.store.texts(again.im.conversation({ account: 2 }).id), [
    'for one',
    'unsent of one',
  ])
})

test('tokens are kept before they are used, and a lost reply is asked for again with the same token', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  const presented: number[] = []
  const credentials = (generation: number): Credentials => ({
    account: 1,
    device: 2,
    handle: 'ann',
    accessToken: new Uint8Array(32).fill(generation),
    accessExpiresMs: world.clock.wallMs() + 3_600_000,
    refreshToken: new Uint8Array(32).fill(generation),
    refreshExpiresMs: world.clock.wallMs() + 86_400_000,
  })
  let isLost = true
  const client: AccountClient = {
    register: async () => credentials(1),
    signIn: async () => credentials(1),
    refresh: async ({ refreshToken }) => {
      presented.push(refreshToken[0]!)
      if (isLost) throw new IMError('OFFLINE')
      return credentials(refreshToken[0]! + 1)
    },
  }
  const make = () => deviceTokens({ client, storage, clock: world.clock })
  const { signal } = new AbortController()
  await make().signIn({ handle: 'ann', password: 'x', device: { deviceClass: 6, name: '' } })
  const tokens = make()
  assert.deepEqual(await tokens.current(), { account: 1, device: 2, handle: 'ann' })
  assert.equal((await tokens.token({ refused: false, signal }))[0], 1)
  await assert.rejects(tokens.token({ refused: true, signal }), { code: 'OFFLINE' })
  isLost = false
  assert.equal((await make().token({ refused: true, signal }))[0], 2)
  assert.equal((await make().token({ refused: false, signal }))[0], 2)
  await world.clock.advance(3_590_000)
  assert.equal((await make().token({ refused: false, signal }))[0], 3)
  assert.deepEqual(presented, [1, 1, 2])
  await make().forget()
  await assert.rejects(make().token({ refused: false, signal }), { code: 'SIGNED_OUT' })
})

function deviceWith(world: FakeWorld, more: object) {
  const { clock } = world
  const platform = {
    clock,
    random: seededRandom(5),
    transport: world.server.transport(),
    client: 'test/1',
  }
  const token = world.server.token(1)
  return { im: createCore(platform, { url: 'fake://server', token: async () => token, ...more }) }
}

test('pushes that come before the answer to the login are kept up to a limit, and the client works on', async () => {
  const world = fakeWorld(turn)
  const { server, clock } = world
  server.fate = (name) => (name === 'login' ? { fate: 'hold' } : undefined)
  const session = new LiveSession(
    { clock, random: seededRandom(1), transport: server.transport() },
    {
      ...{ urls: ['fake://server'], token: async () => server.token(1), client: 'test/1' },
      ...{ requestTimeoutMs: 5_000, connectTimeoutMs: 5_000, backoffMinMs: 1, backoffMaxMs: 10 },
    },
  )
  let pushed = 0
  session.events.on('pushed', () => (pushed += 1))
  session.start()
  await clock.advance(10)
  for (let count = 0; count < 5_000; count += 1) server.connections[0]?.push('syncHint', {})
  await clock.advance(10)
  server.release()
  await clock.advance(10)
  assert.equal(session.state.name, 'ready')
  assert.equal(pushed, 256)
  server.connections[0]?.push('syncHint', {})
  await clock.advance(10)
  assert.equal(pushed, 257)
  await session.stop()
})
