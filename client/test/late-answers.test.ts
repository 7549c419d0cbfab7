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
