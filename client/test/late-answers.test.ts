import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation } from '../src/api/types.ts'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { fakeWorld } from '../src/testing/fake-device.ts'
import { talked } from './talked.ts'
import { turn } from './turn.ts'

test('a draft that another device changed is shown though the answer to an own, earlier one comes later', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const laptop = await world.online(1, { storage: new MemoryStorage() })
  const phone = await world.online(1, { storage: new MemoryStorage() })
  const on = ({ im }: typeof laptop) => im.conversation({ account: 2 }) as Conversation
  const drafts = () => [laptop, phone].map((one) => on(one).summary.getSnapshot().draft)
  for (const outcome of ['stored', 'refused'] as const) {
    world.server.fate = (name) => (name === 'putAccountItem' ? { fate: 'hold' } : undefined)
    on(laptop).setDraft(`one, ${outcome}`)
    await world.clock.advance(2_000)
    world.server.fate = () => undefined
    on(phone).setDraft(`two, ${outcome}`)
    await world.clock.advance(2_000)
    assert.deepEqual(drafts(), [`one, ${outcome}`, `two, ${outcome}`])
    if (outcome === 'stored') world.server.release()
    else {
      world.server.held = []
      world.server.fate = (name) =>
        name === 'putAccountItem' ? { fate: 'refuse', error: 'TOO_LARGE' } : undefined
      world.server.cut()
    }
    await world.clock.advance(30_000)
    assert.deepEqual(drafts(), [`two, ${outcome}`, `two, ${outcome}`])
  }
})

test('what a server that restarts refused is asked again on the same connection', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const { im } = await world.online(1)
  const phone = await world.online(1)
  const chat = im.conversation({ account: 2 })
  for (const refusedMs of [3_000, 60_000]) {
    const text = `after ${refusedMs}`
    world.server.fate = (name) =>
      name === 'subscribePresence' || name === 'putAccountItem'
        ? { fate: 'refuse', error: 'RESTARTED', retryAfterMs: 500 }
        : undefined
    im.watchPresence([2, refusedMs])
    chat.setDraft(text)
    await world.clock.advance(refusedMs)
    assert.equal(im.presence(refusedMs), undefined)
    world.server.fate = () => undefined
    await world.clock.advance(20_000)
    assert.equal(im.presence(refusedMs)?.online, true)
    assert.equal(phone.im.conversation({ account: 2 }).summary.getSnapshot().draft, text)
  }
  assert.equal(world.server.asked('login').length, 2, 'nobody had to connect again')
})

test('[R9] what was passed over counts as unread, also when more was said before the server heard how far one had read', async () => {
  const world = fakeWorld(turn)
  await talked(world, 3)
  // NOTE who hears of every message passes over none.
  const { im } = await world.online(1, { isDeaf: true })
  const chat = im.conversation({ account: 2 })
  world.server.isDown = true
  world.server.cut()
  await world.settle()
  chat.markRead()
  assert.equal(im.unread.getSnapshot(), 0)
  await talked(world, 30)
  world.server.isDown = false
  // NOTE nor does it hear that the server has its cursor.
  world.server.dropPushes = true
  const before = world.server.asked('sync').length
  while (world.server.asked('sync').length === before) await world.clock.advance(50)
  world.server.dropPushes = false
  await talked(world, 1)
  await world.clock.advance(60_000)
  assert.equal(im.unread.getSnapshot(), 31)
})

test('[R13] what is refused again and again is asked for less and less, and not before the server says', async () => {
  for (const [name, error, retryAfterMs, most] of [
    ['getConversation', 'FORBIDDEN', 0, 6],
    ['getConversation', 'RATE_LIMITED', 60_000, 12],
    ['getConversation', 'INTERNAL', 0, 130],
    ['subscribePresence', 'RATE_LIMITED', 60_000, 12],
  ] as const) {
    const world = fakeWorld(turn)
    await talked(world, 200)
    const { im } = await world.online(1)
    const { server } = world
    server.fate = (asked) => (asked === name ? { fate: 'refuse', error, retryAfterMs } : undefined)
    const [asked, syncs] = [server.asked(name).length, server.asked('sync').length]
    const { id } = im.conversation({ account: 2 })
    im.watchPresence([2])
    server.push(1, 'cursor', { conversation: id, account: 1, delivered: 60, read: 60 })
    await world.clock.advance(10 * 60_000)
    const [askedSince, syncsSince] = [
      server.asked(name).length - asked,
      server.asked('sync').length - syncs,
    ]
    assert.ok(askedSince <= most, `${name}, ${error}: asked ${askedSince} times`)
    assert.ok(syncsSince <= 8, `${name}, ${error}: ${syncsSince} syncs`)
  }
})

test('[R6] a sync is not put off by what an application asks and is refused', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  world.server.fate = (name) =>
    name === 'getPresences'
      ? { fate: 'refuse', error: 'RATE_LIMITED', retryAfterMs: 60_000 }
      : undefined
  const before = world.server.asked('sync').length
  for (let atMs = 0; atMs < 3_600_000; atMs += 3_000) {
    im.presences([2]).catch(() => {})
    await world.clock.advance(3_000)
  }
  const syncs = world.server.asked('sync').length - before
  assert.ok(syncs >= 9 && syncs <= 40, `${syncs} syncs in an hour`)
  await world.clock.advance(20 * 60_000)
  const quiet = world.server.asked('sync').length
  while (world.server.asked('sync').length === quiet) await world.clock.advance(1_000)
  const refused = assert.rejects(im.presences([2]))
  await world.clock.advance(60_000 + 11_000)
  await refused
  assert.equal(
    world.server.asked('sync').length,
    quiet + 2,
    'after a while without, it is soon again',
  )
})

test('[R3] what the log of another store told does not take the place of an own change that was not stored there', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  const { server } = world
  const body = (text: string) => new TextEncoder().encode(text)
  const shown = () => new TextDecoder().decode(im.item('colour'))
  server.fate = (name) => (name === 'putAccountItem' ? { fate: 'hold' } : undefined)
  im.setItem('colour', body('own')).catch(() => {})
  await world.settle()
  const told = { key: 'colour', body: body('of the old store'), seq: 900, timeMs: 0 }
  server.push(1, 'accountEntry', { entry: told })
  await world.settle()
  server.fate = () => undefined
  server.held = []
  server.store.generation = Uint8Array.of(7)
  server.store.items.clear()
  server.cut()
  await world.clock.advance(60_000)
  assert.equal(shown(), 'own')
  server.push(1, 'accountEntry', { entry: { ...told, body: body('later'), seq: 50 } })
  await world.settle()
  assert.equal(shown(), 'later')
})

test('[R6] what is stored and told while the answer to a full sync is on its way stays', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const laptop = await world.online(1, { storage: new MemoryStorage() })
  const phone = await world.online(1, { storage: new MemoryStorage() })
  const shown = ({ im }: typeof laptop) =>
    im.conversations.getSnapshot().map(({ peer, draft }) => `${peer}: ${draft ?? ''}`)
  const before = ['2: ']
  assert.deepEqual(shown(laptop), before)
  world.server.store.floorStamp = 1_000_000
  world.server.fate = (name) => (name === 'sync' ? { fate: 'hold' } : undefined)
  laptop.im.wake()
  await world.clock.advance(1_000)
  world.server.fate = () => undefined
  phone.im.conversation({ account: 2 }).setDraft('by the phone')
  await laptop.im.conversation({ account: 3 }).send({ text: 'the first to them' }).stored
  laptop.im.conversation({ account: 3 }).setDraft('by itself')
  await world.clock.advance(2_000)
  const after = ['2: by the phone', '3: by itself']
  assert.deepEqual(shown(laptop).toSorted(), after)
  world.server.release()
  await world.clock.advance(1_000)
  assert.deepEqual(shown(laptop).toSorted(), after)
})
