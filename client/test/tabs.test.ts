import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidToText } from '@parley/protocol'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { fakeWorld, type FakeWorld } from '../src/testing/fake-device.ts'
import { FakeTabs } from '../src/testing/fake-tabs.ts'
import type { Link, Transport } from '../src/transport/transport.ts'
import { turn } from './turn.ts'

/** Connections that die with their tab. */
function mortal(transport: Transport): { transport: Transport; die(): void } {
  const links: Link[] = []
  let isDead = false
  return {
    transport: {
      open: async (url, events, signal) => {
        if (isDead) return new Promise(() => {})
        const link = await transport.open(
          url,
          {
            received: (bytes) => void (isDead || events.received(bytes)),
            closed: (code) => void (isDead || events.closed(code)),
          },
          signal,
        )
        links.push(link)
        return { write: (bytes) => void (isDead || link.write(bytes)), close: () => link.close() }
      },
    },
    die: () => {
      isDead = true
      for (const link of links) link.close()
    },
  }
}

async function tabOf(
  world: FakeWorld,
  tabs: FakeTabs,
  name: string,
  storage: MemoryStorage,
  seed: number,
) {
  const { transport, die } = mortal(world.server.transport())
  // NOTE tabs share a storage and each closes only its own view of it.
  const view = Object.assign(Object.create(storage) as MemoryStorage, {
    get: (key: string) => storage.get(key),
    list: (prefix: string, options?: { limit?: number }) => storage.list(prefix, options),
    write: (changes: never) => (isDead ? new Promise<void>(() => {}) : storage.write(changes)),
    close: async () => {},
  })
  let isDead = false
  const device = world.device(1, { storage: view, seed, tab: { name, tabs, transport } })
  void device.im.start().catch(() => {})
  await world.settle()
  return {
    ...device,
    kill: () => {
      isDead = true
      die()
      tabs.kill(name)
    },
    freeze: () => tabs.freeze(name),
  }
}

test('one tab leads, the others go through it: one connection, everything in all of them', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  world.server.store.say(2, 1, 'before')
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  const c = await tabOf(world, tabs, 'c', storage, 3)
  assert.equal(world.server.connections.length, 1)
  assert.deepEqual(
    [a, b, c].map(({ im }) => im.state.name),
    ['online', 'online', 'online'],
  )
  const [, inB, inC] = [a, b, c].map(({ im }) => im.conversation({ account: 2 }))
  await inB!.open()
  await inC!.open()
  const sent = inB!.send({ text: 'from b' })
  await sent.stored
  world.server.store.say(2, 1, 'answer')
  await world.settle()
  for (const { im } of [a, b, c]) {
    const chat = im.conversation({ account: 2 })
    await chat.open()
    assert.deepEqual(
      chat.window.getSnapshot().messages.map(({ text }) => text),
      ['before', 'from b', 'answer'],
    )
    assert.deepEqual(im.outbox.getSnapshot(), [])
  }
  assert.equal(world.server.sent().length, 1)
  assert.deepEqual(await storage.list('out/'), [])
})

test('a leader that dies is replaced; what was on its way is neither lost nor doubled, and keeps its order', async () => {
  for (const fate of ['hold', 'cutBefore', undefined] as const) {
    const world = fakeWorld(turn)
    const tabs = new FakeTabs()
    const storage = new MemoryStorage()
    const a = await tabOf(world, tabs, 'a', storage, 1)
    const b = await tabOf(world, tabs, 'b', storage, 2)
    const chat = b.im.conversation({ account: 2 })
    world.server.fate = (name) => (name === 'send' && fate !== undefined ? { fate } : undefined)
    const sent = ['1', '2', '3'].map((text) => chat.send({ text }))
    const own = a.im.conversation({ account: 2 }).send({ text: 'of a' })
    await world.settle()
    assert.equal(tabs.leader, 'a')
    a.kill()
    world.server.fate = () => undefined
    await world.clock.advance(30_000)
    assert.equal(tabs.leader, 'b')
    assert.equal(b.im.state.name, 'online')
    assert.deepEqual(
      sent.map(({ state }) => state),
      ['stored', 'stored', 'stored'],
    )
    const texts = world.server.store.texts(chat.id)
    assert.deepEqual(
      texts.filter((text) => text !== 'of a'),
      ['1', '2', '3'],
      String(fate),
    )
    assert.equal(texts.filter((text) => text === 'of a').length, 1)
    assert.ok(own.key)
    const ids = new Set(world.server.sent().map(({ clientId }) => uuidToText(clientId)))
    assert.equal(ids.size, 4)
    assert.deepEqual(await storage.list('out/'), [])
    assert.equal(world.server.connections.length, 1)
  }
})

test('the new leader goes on with the cache where the old one stopped: nothing is missing in storage', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  for (let index = 1; index <= 5; index += 1) world.server.store.say(2, 1, `${index}`)
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  a.kill()
  for (let index = 6; index <= 9; index += 1) world.server.store.say(2, 1, `${index}`)
  await world.clock.advance(30_000)
  world.server.store.say(2, 1, '10')
  await world.clock.advance(1_000)
  await b.im.stop()
  world.server.isDown = true
  const alone = world.device(1, { storage })
  void alone.im.start().catch(() => {})
  await world.settle()
  const chat = alone.im.conversation({ account: 2 })
  await chat.open()
  assert.deepEqual(
    chat.window.getSnapshot().messages.map(({ text }) => text),
    '1 2 3 4 5 6 7 8 9 10'.split(' '),
  )
  await alone.im.stop()
})

test('a frozen leader that keeps its lock is replaced, and steps down when it wakes', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  a.freeze()
  b.im.wake()
  await world.clock.advance(10_000)
  assert.equal(tabs.leader, 'b')
  assert.equal(b.im.state.name, 'online')
  assert.equal(world.server.connections.length, 1)
  await b.im.conversation({ account: 2 }).send({ text: 'still there' }).stored
})

test('presence is watched for all tabs together', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  a.im.watchPresence([5])
  b.im.watchPresence([6, 7])
  await world.settle()
  const asked = world.server.asked('subscribePresence') as { accounts: number[] }[]
  assert.deepEqual([...asked.at(-1)!.accounts].sort(), [5, 6, 7])
  assert.equal(b.im.presence(6)?.online, true)
  await b.im.stop()
})

test('signing out in one tab signs all of them out', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  await b.im.signOut()
  await world.settle()
  assert.deepEqual([a.im.state.name, b.im.state.name], ['signedOut', 'signedOut'])
  assert.equal(world.server.connections.length, 0)
  assert.deepEqual(
    (await storage.list('')).map(([key]) => key).filter((key) => !key.startsWith('meta/')),
    [],
  )
})

test('a tab that stops leaves the lead to the next', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  await a.im.stop()
  await world.clock.advance(5_000)
  assert.equal(tabs.leader, 'b')
  assert.equal(b.im.state.name, 'online')
})

test('a new leader knows what only storage knows: ids that were sent already', async () => {
  const world = fakeWorld(turn)
  const tabs = new FakeTabs()
  const storage = new MemoryStorage()
  const a = await tabOf(world, tabs, 'a', storage, 1)
  const b = await tabOf(world, tabs, 'b', storage, 2)
  b.freeze()
  world.server.fate = (name) => (name === 'send' ? { fate: 'hold' } : undefined)
  a.im.conversation({ account: 2 }).send({ text: 'unheard of' })
  await world.settle()
  world.server.isDown = true
  world.server.cut()
  a.im.conversation({ account: 2 }).send({ text: 'never left' })
  await world.settle()
  tabs.thaw('b')
  a.kill()
  world.server.isDown = false
  world.server.fate = () => undefined
  await world.clock.advance(30_000)
  assert.equal(b.im.state.name, 'online')
  const [id] = world.server.store.conversations.keys()
  assert.deepEqual(world.server.store.texts(id!), ['unheard of', 'never left'])
  assert.equal(new Set(world.server.sent().map(({ clientId }) => uuidToText(clientId))).size, 2)
  await b.im.stop()
})
