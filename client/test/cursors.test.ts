import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeWorld, type FakeWorld } from '../src/testing/fake-device.ts'
import { turn } from './turn.ts'

/** Ann (1) has a conversation with Ben (2) in which he said so much. */
async function talked(world: FakeWorld, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) world.server.store.say(2, 1, `${index}`)
  await world.settle()
}

async function opened(world: FakeWorld) {
  await talked(world, 200)
  const device = await world.online(1)
  const chat = device.im.conversation({ account: 2 })
  await chat.open()
  const [stored] = world.server.store.conversations.values()
  const unread = () => device.im.unread.getSnapshot()
  assert.equal(unread(), 200)
  const readMarks = () => world.server.notes.filter(({ name }) => name === 'read').length
  return { im: device.im, chat, unread, readMarks, target: { conversation: stored!.id } }
}

test('[R9.b] what this device read below what it has loaded is counted by the server at once', async () => {
  const world = fakeWorld(turn)
  const { chat, unread } = await opened(world)
  chat.markRead(60)
  await world.clock.advance(1_000)
  assert.equal(unread(), 140)
})

test('[R9.b] what another device read below what is loaded here is counted by the server at once', async () => {
  const world = fakeWorld(turn)
  const { unread, target } = await opened(world)
  world.server.store.note(1, 'read', { target, upTo: 60 })
  await world.settle()
  assert.equal(unread(), 140)
})

test('[R9.b] an answer that is older than the newest cursor does not stand', async () => {
  const world = fakeWorld(turn)
  const { unread, target } = await opened(world)
  world.server.fate = (name) => (name === 'getConversation' ? { fate: 'hold' } : undefined)
  world.server.store.note(1, 'read', { target, upTo: 60 })
  await world.settle()
  world.server.fate = () => undefined
  world.server.store.note(1, 'read', { target, upTo: 90 })
  await world.settle()
  world.server.release()
  await world.settle()
  assert.equal(unread(), 110)
})

test('[R9.b] a sync that is older than what was pushed meanwhile, and brings a newer cursor, leaves no old count', async () => {
  const world = fakeWorld(turn)
  const { im, unread } = await opened(world)
  const [stored] = world.server.store.conversations.values()
  // NOTE read on another device, and not told yet.
  stored!.cursors.set(1, { delivered: 200, read: 60 })
  stored!.touched = Number.MAX_SAFE_INTEGER
  world.server.fate = (name) => (name === 'sync' ? { fate: 'hold' } : undefined)
  im.wake()
  await world.settle()
  world.server.store.say(2, 1, 'overtakes the sync')
  await world.settle()
  assert.equal(unread(), 201)
  world.server.fate = () => undefined
  world.server.release()
  await world.clock.advance(1_000)
  assert.equal(unread(), 141)
})

test('[R9.b] a count that the server refuses to tell in passing is asked for again', async () => {
  const world = fakeWorld(turn)
  const { unread, target } = await opened(world)
  world.server.fate = (name) =>
    name === 'getConversation' ? { fate: 'refuse', error: 'INTERNAL' } : undefined
  world.server.store.note(1, 'read', { target, upTo: 60 })
  await world.clock.advance(30_000)
  assert.equal(unread(), 140)
})

test('[R9] [R3.h] what was deleted here before it came counts as unread all the same', async () => {
  const world = fakeWorld(turn)
  const { chat, unread, target } = await opened(world)
  world.server.cut()
  chat.markRead()
  for (const text of ['a', 'b', 'c']) world.server.store.say(2, 1, text)
  world.server.store.deleteFor(1, target.conversation, 202)
  await world.clock.advance(60_000)
  assert.equal(unread(), 3)
})

test('nothing is asked where the read cursor stays', async () => {
  const world = fakeWorld(turn)
  const { unread } = await opened(world)
  await talked(world, 5)
  await world.clock.advance(5_000)
  assert.equal(unread(), 205)
  assert.equal(world.server.asked('getConversation').length, 0)
})

test('[R8.c] a read mark that a full disk refused is repeated until it is stored, more and more seldom', async () => {
  const world = fakeWorld(turn)
  const { chat, readMarks } = await opened(world)
  const { store } = world.server
  const note = store.note.bind(store)
  store.note = () => {}
  chat.markRead(60)
  await world.clock.advance(10_000)
  const early = readMarks()
  assert.ok(early >= 2, `${early} in ten seconds`)
  await world.clock.advance(100_000)
  const later = readMarks() - early
  assert.ok(later >= 1 && later <= 2 * early, `${later} in a hundred more`)
  store.note = note
  await world.clock.advance(130_000)
  assert.equal([...store.conversations.values()][0]!.cursors.get(1)?.read, 60)
  const stored = readMarks()
  await world.clock.advance(100_000)
  assert.equal(readMarks(), stored)
})

test('[R8.c] what was read before one left is repeated until it is stored, too', async () => {
  const world = fakeWorld(turn)
  const { im, chat } = await opened(world)
  const { store } = world.server
  const [stored] = store.conversations.values()
  const note = store.note.bind(store)
  store.note = () => {}
  chat.markRead(60)
  await world.settle()
  stored!.leavers.add(1)
  stored!.touched = Number.MAX_SAFE_INTEGER
  im.wake()
  await world.clock.advance(10_000)
  assert.equal(im.conversations.getSnapshot()[0]?.left, true)
  store.note = note
  await world.clock.advance(130_000)
  assert.equal(stored!.cursors.get(1)?.read, 60)
})

test('[R8.c] what was received is repeated too; a sync begins the row anew; nothing is repeated offline', async () => {
  const world = fakeWorld(turn)
  const { store } = world.server
  store.note = () => {}
  const { im } = await opened(world)
  const received = () => world.server.notes.filter(({ name }) => name === 'received').length
  await world.clock.advance(200_000)
  const before = received()
  assert.ok(before >= 3)
  world.server.cut()
  await world.clock.advance(10_000)
  assert.ok(received() - before >= 2, 'often again after the sync')
  world.server.isDown = true
  world.server.cut()
  const offline = received()
  await world.clock.advance(100_000)
  assert.equal(received(), offline)
  await im.stop()
  assert.equal(world.clock.timers, 0)
})

test('[R7.b] what the account wrote itself is said to be held along with what others write', async () => {
  const world = fakeWorld(turn)
  await talked(world, 3)
  const device = await world.online(1)
  const said = () =>
    world.server.notes.flatMap(({ name, note }) =>
      name === 'received' ? [(note as { upTo: number }).upTo] : [],
    )
  await world.clock.advance(1_000)
  assert.deepEqual(said(), [3])
  await device.im.conversation({ account: 2 }).send({ text: 'mine' }).stored
  world.server.store.say(1, 2, 'mine, on another device')
  await world.clock.advance(10_000)
  assert.deepEqual(said(), [3])
  world.server.store.say(2, 1, 'not mine')
  await world.clock.advance(10_000)
  assert.deepEqual(said(), [3, 6])
})
