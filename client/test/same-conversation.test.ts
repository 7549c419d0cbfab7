import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { fakeWorld, type FakeWorld } from '../src/testing/fake-device.ts'
import type { Conversation } from '../src/api/types.ts'
import { turn } from './turn.ts'

const shown = (chat: Conversation) =>
  chat.window.getSnapshot().messages.map(({ seq, text }) => `${seq} ${text}`)

/** Ben (2) said two things to Ann (1). */
function talked(world: FakeWorld): number {
  for (const text of ['one', 'two']) world.server.store.say(2, 1, text)
  const [stored] = world.server.store.conversations.values()
  return stored!.id
}

test('[R4] a conversation asked for by id and by account before the first sync is one', async () => {
  const world = fakeWorld(turn)
  const id = talked(world)
  const { im } = world.device(1)
  const byId = im.conversation(id)
  const byAccount = im.conversation({ account: 2 })
  const told = { byId: 0, byAccount: 0 }
  byId.window.subscribe(() => (told.byId += 1))
  byAccount.window.subscribe(() => (told.byAccount += 1))
  const heard: string[] = []
  for (const chat of [byId, byAccount])
    chat.on('messageReceived', ({ text }) =>
      heard.push(`${chat === byId ? 'id' : 'account'} ${text}`),
    )
  let heardByAll = 0
  im.on('messageReceived', () => (heardByAll += 1))
  await im.start()
  await world.settle()
  assert.deepEqual(shown(byId), ['1 one', '2 two'])
  assert.deepEqual(shown(byAccount), ['1 one', '2 two'])
  assert.ok(told.byId > 0 && told.byAccount > 0)
  assert.equal(byId.key, byAccount.key)
  assert.equal(byAccount.id, id)
  assert.equal(im.conversations.getSnapshot().length, 1)

  const sent = [byId, byAccount, byId, byAccount].map((chat, index) =>
    chat.send({ text: `own ${index}` }),
  )
  await Promise.all(sent.map(({ stored }) => stored))
  await world.settle()
  assert.deepEqual(world.server.store.texts(id).slice(2), ['own 0', 'own 1', 'own 2', 'own 3'])
  assert.deepEqual(shown(byAccount), shown(byId))
  assert.equal(shown(byId).length, 6)
  assert.equal(heard.filter((text) => text.startsWith('id')).length, 4)
  assert.equal(heard.filter((text) => text.startsWith('account')).length, 4)
  assert.equal(heardByAll, 4)
  byAccount.markRead()
  assert.equal(byId.summary.getSnapshot().unread, 0)
  assert.equal(im.unread.getSnapshot(), 0)
})

test('both ways to a conversation can be followed from before the first sync', async () => {
  const world = fakeWorld(turn)
  const id = talked(world)
  const { im } = world.device(1)
  const stop = new AbortController()
  const got = { id: [] as number[], account: [] as number[] }
  const following = [
    ['id', im.conversation(id)] as const,
    ['account', im.conversation({ account: 2 })] as const,
  ].map(async ([way, chat]) => {
    for await (const { seq } of chat.follow({ from: 1, signal: stop.signal })) got[way].push(seq)
  })
  await im.start()
  await world.settle()
  world.server.store.say(2, 1, 'three')
  await world.settle()
  assert.deepEqual(got, { id: [1, 2, 3], account: [1, 2, 3] })
  stop.abort()
  await Promise.all(following)
})

test('[R2] [R5] what an earlier run wrote to the account goes out once, in order, by the conversation opened by its id', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  const early = world.device(1, { storage })
  world.server.isDown = true
  void early.im.start().catch(() => {})
  await world.settle()
  for (const text of ['a', 'b', 'c']) early.im.conversation({ account: 2 }).send({ text })
  await world.settle()
  await early.im.stop()
  storage.reopen()
  const id = talked(world)
  world.server.isDown = false
  let cuts = 0
  world.server.fate = (name) =>
    name === 'send' && (cuts += 1) === 2 ? { fate: 'cutAfter' } : undefined
  const { im } = world.device(1, { storage })
  const chat = im.conversation(id)
  chat.window.subscribe(() => {})
  await im.start()
  await world.clock.advance(10_000)
  assert.deepEqual(world.server.store.texts(id), ['one', 'two', 'a', 'b', 'c'])
  assert.deepEqual(shown(chat), ['1 one', '2 two', '3 a', '4 b', '5 c'])
  assert.equal(im.conversations.getSnapshot().length, 1)
  assert.equal(im.outbox.getSnapshot().length, 0)
})

test('what nobody looks at is not pulled after an absence: a sync tells enough', async () => {
  const world = fakeWorld(turn)
  talked(world)
  const { im } = await world.online(1, { isDeaf: true })
  world.server.isDown = true
  world.server.cut()
  for (let index = 0; index < 60; index += 1) world.server.store.say(2, 1, 'x')
  world.server.isDown = false
  im.wake()
  await world.clock.advance(5_000)
  assert.equal(im.unread.getSnapshot(), 62)
  assert.equal(world.server.asked('pull').length, 0)
})
