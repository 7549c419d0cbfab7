import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUuidV7, uuidToText, uuidV7Millis, wire } from '@parley/protocol'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { fakeWorld } from '../src/testing/fake-device.ts'
import type { Fate } from '../src/testing/fake-server.ts'
import type { Storage } from '../src/cache/storage.ts'
import { turn } from './turn.ts'

const text = (body: Uint8Array) => wire.EntryBody.decode(body).text
const dayMs = 24 * 3_600_000

/** Whose writes wait, while it is slow, until it is opened. */
function slowStorage() {
  const memory = new MemoryStorage()
  const disk: { isSlow: boolean; open: (() => void) | undefined } = {
    isSlow: false,
    open: undefined,
  }
  const storage: Storage = {
    get: (key) => memory.get(key),
    list: (prefix, options) => memory.list(prefix, options),
    write: async (changes) => {
      if (disk.isSlow) await new Promise<void>((resolve) => (disk.open = resolve))
      return memory.write(changes)
    },
    close: () => memory.close(),
  }
  return { storage, disk }
}

test('[R5] pipelined sends name the one before that is under way, and nothing else', async () => {
  const { server, online, settle } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  server.fate = (name) => (name === 'send' ? { fate: 'hold' } : undefined)
  const sent = ['a', 'b', 'c'].map((one) => chat.send({ text: one }))
  await settle()
  server.fate = () => undefined
  server.release()
  await Promise.all(sent.map(({ stored }) => stored))
  const late = chat.send({ text: 'd' })
  await late.stored
  await settle()
  const asked = server.sent()
  assert.deepEqual(
    asked.map(({ body }) => text(body)),
    ['a', 'b', 'c', 'd'],
  )
  assert.deepEqual(
    asked.map(({ after }) => uuidToText(after)).map((id) => (id === '----' ? '' : id)),
    ['', sent[0]!.clientId, sent[1]!.clientId, ''],
  )
  assert.deepEqual(server.store.texts(chat.id), ['a', 'b', 'c', 'd'])
})

test('[R2] an id is minted in server time and kept in storage before anything leaves', async () => {
  const { server, online, clock } = fakeWorld(turn)
  const storage = new MemoryStorage()
  clock.wallStartMs += 7 * dayMs
  const ann = await online(1, { storage })
  clock.wallStartMs -= 7 * dayMs
  let kept: string[] = []
  server.fate = (name) => {
    if (name === 'send')
      void storage
        .list('out/')
        .then((rows) => (kept = rows.map(([, value]) => Buffer.from(value).toString())))
    return undefined
  }
  const message = ann.im.conversation({ account: 2 }).send({ text: 'hello' })
  await message.stored
  const [asked] = server.sent()
  assert.ok(asked !== undefined && isUuidV7(asked.clientId))
  assert.equal(Math.abs(uuidV7Millis(asked.clientId) - (clock.wallMs() + 7 * dayMs)) < 1_000, true)
  assert.equal(kept.length, 1)
  assert.ok(kept[0]?.includes(message.clientId), 'the stored record has the id')
  await ann.im.stop()
  storage.reopen()
  assert.deepEqual(await storage.list('out/'), [])
})

test('[R2] nothing leaves before its id is durable', async () => {
  const { server, online, settle } = fakeWorld(turn)
  const { storage, disk } = slowStorage()
  const ann = await online(1, { storage })
  disk.isSlow = true
  const message = ann.im.conversation({ account: 2 }).send({ text: 'slow disk' })
  await settle()
  assert.deepEqual(server.sent(), [])
  disk.isSlow = false
  disk.open?.()
  await message.stored
  assert.equal(server.sent().length, 1)
})

for (const fate of ['cutBefore', 'cutAfter'] as const)
  test(`[R2][R5] a cut ${fate === 'cutAfter' ? 'after' : 'before'} the commit neither loses, doubles nor reorders`, async () => {
    const { server, online, clock } = fakeWorld(turn)
    const ann = await online(1)
    const chat = ann.im.conversation({ account: 2 })
    let left = 3
    server.fate = (name, request: { body?: Uint8Array }) =>
      name === 'send' && request.body !== undefined && text(request.body) === '4' && left-- > 0
        ? { fate }
        : undefined
    const sent = Array.from({ length: 10 }, (_, index) => chat.send({ text: `${index}` }))
    await clock.advance(120_000)
    assert.deepEqual(
      sent.map(({ state }) => state),
      Array(10).fill('stored'),
    )
    assert.deepEqual(server.store.texts(chat.id), '0123456789'.split(''))
    const ids = new Map<string, Set<string>>()
    for (const { body, clientId } of server.sent())
      ids.set(text(body), (ids.get(text(body)) ?? new Set()).add(uuidToText(clientId)))
    for (const one of ids.values()) assert.equal(one.size, 1)
  })

test('[R5] a passing refusal in the middle holds those behind it, and the order stays', async () => {
  const { server, online, clock } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  let left = 2
  server.fate = (name, request: { body?: Uint8Array }): Fate | undefined =>
    name === 'send' && request.body !== undefined && text(request.body) === '1' && left-- > 0
      ? { fate: 'refuse', error: 'RATE_LIMITED', retryAfterMs: 700 }
      : undefined
  const sent = Array.from({ length: 5 }, (_, index) => chat.send({ text: `${index}` }))
  await clock.advance(100)
  assert.deepEqual(server.store.texts(chat.id), ['0'])
  await clock.advance(60_000)
  assert.deepEqual(server.store.texts(chat.id), ['0', '1', '2', '3', '4'])
  assert.ok(sent.every(({ state }) => state === 'stored'))
})

test('[R5] after a final refusal the next one links past it', async () => {
  const { server, online, clock } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  server.fate = (name, request: { body?: Uint8Array }): Fate | undefined =>
    name === 'send' && request.body !== undefined && text(request.body) === '1'
      ? { fate: 'refuse', error: 'FORBIDDEN' }
      : undefined
  const sent = Array.from({ length: 4 }, (_, index) => chat.send({ text: `${index}` }))
  await assert.rejects(sent[1]!.stored, { code: 'FORBIDDEN', retry: 'never' })
  await clock.advance(5_000)
  assert.deepEqual(server.store.texts(chat.id), ['0', '2', '3'])
  assert.deepEqual(
    sent.map(({ state }) => state),
    ['stored', 'failed', 'stored', 'stored'],
  )
  assert.deepEqual(
    ann.im.outbox.getSnapshot().map(({ key }) => key),
    [sent[1]!.key],
  )
  server.fate = () => undefined
  const before = sent[1]!.clientId
  sent[1]!.resend()
  await sent[1]!.stored
  assert.deepEqual(server.store.texts(chat.id), ['0', '2', '3', '1'])
  assert.equal(sent[1]!.clientId, before)
})

test('[R5] one whose id is still being stored does not pass those that go again after a refusal', async () => {
  const { server, online, clock, settle } = fakeWorld(turn)
  const { storage, disk } = slowStorage()
  const ann = await online(1, { storage })
  const chat = ann.im.conversation({ account: 2 })
  server.fate = (name) => (name === 'send' ? { fate: 'hold' } : undefined)
  server.store.blocking.add(2)
  const refused = chat.send({ text: 'first' })
  chat.send({ text: 'second' })
  await settle()
  server.store.blocking.delete(2)
  disk.isSlow = true
  chat.send({ text: 'third' })
  await settle()
  server.fate = () => undefined
  server.release()
  await clock.advance(100)
  disk.isSlow = false
  disk.open?.()
  await assert.rejects(refused.stored, { code: 'BLOCKED' })
  await clock.advance(5_000)
  assert.deepEqual(server.store.texts(chat.id), ['second', 'third'])
})

test('a message survives a restart and is sent once; one without an answer keeps its id', async () => {
  const { server, device, online, settle, clock } = fakeWorld(turn)
  const storage = new MemoryStorage()
  const first = await online(1, { storage })
  server.fate = (name) => (name === 'send' ? { fate: 'hold' } : undefined)
  const held = first.im.conversation({ account: 2 }).send({ text: 'in flight' })
  await settle()
  server.isDown = true
  server.cut()
  first.im.conversation({ account: 2 }).send({ text: 'written offline' })
  await settle()
  await first.im.stop()
  storage.reopen()
  server.isDown = false
  server.fate = () => undefined
  const second = device(1, { storage, seed: 99 })
  await second.im.start()
  await clock.advance(1_000)
  const [id] = server.store.conversations.keys()
  assert.deepEqual(server.store.texts(id!), ['in flight', 'written offline'])
  assert.equal(new Set(server.sent().map(({ clientId }) => uuidToText(clientId))).size, 2)
  assert.equal(uuidToText(server.sent()[0]!.clientId), held.clientId)
  assert.deepEqual(second.im.outbox.getSnapshot(), [])
})

test('[R2] RETRY_TOO_OLD after an unknown outcome is told, never sent again by itself', async () => {
  const { server, online, clock, settle } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  let attempt = 0
  server.fate = (name): Fate | undefined => {
    if (name !== 'send') return undefined
    attempt += 1
    return attempt === 1 ? { fate: 'cutBefore' } : { fate: 'refuse', error: 'RETRY_TOO_OLD' }
  }
  const message = chat.send({ text: 'once' })
  await clock.advance(10_000)
  assert.equal(message.state, 'unknown')
  assert.equal(message.error?.code, 'OUTCOME_UNKNOWN')
  await clock.advance(dayMs)
  assert.equal(attempt, 2)
  server.fate = () => undefined
  const before = message.clientId
  message.resend()
  await message.stored
  await settle()
  assert.notEqual(message.clientId, before)
  assert.deepEqual(server.store.texts(chat.id), ['once'])
})

test('[R2] RETRY_TOO_OLD at the very first transmission mints anew', async () => {
  const { server, online, clock } = fakeWorld(turn)
  const ann = await online(1)
  let attempt = 0
  server.fate = (name): Fate | undefined =>
    name === 'send' && (attempt += 1) === 1 ? { fate: 'refuse', error: 'RETRY_TOO_OLD' } : undefined
  const chat = ann.im.conversation({ account: 2 })
  const message = chat.send({ text: 'once' })
  await clock.advance(5_000)
  assert.equal(message.state, 'stored')
  const ids = server.sent().map(({ clientId }) => uuidToText(clientId))
  assert.equal(new Set(ids).size, 2)
})

test('[R2] ID_AHEAD asks for the time anew and mints anew, but not for ever', async () => {
  const { server, online, clock } = fakeWorld(turn)
  const ann = await online(1)
  server.fate = (name) => (name === 'send' ? { fate: 'refuse', error: 'ID_AHEAD' } : undefined)
  const message = ann.im.conversation({ account: 2 }).send({ text: 'x' })
  await clock.advance(600_000)
  assert.equal(message.state, 'failed')
  assert.equal(message.error?.code, 'ID_AHEAD')
  assert.equal(server.sent().length, 4)
  assert.equal(server.asked('login').length, 4)
})

test('a message that failed stays where it was written: what comes later is the newest, and brings its conversation up', async () => {
  const { server, online, clock, settle } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  await chat.send({ text: 'first' }).stored
  server.fate = (name) => (name === 'send' ? { fate: 'refuse', error: 'FORBIDDEN' } : undefined)
  const failed = chat.send({ text: 'never' })
  await settle()
  assert.equal(failed.state, 'failed')
  assert.equal(chat.summary.getSnapshot().last?.text, 'never')
  await clock.advance(60_000)
  server.store.say(3, 1, 'from another')
  await clock.advance(1_000)
  server.store.say(2, 1, 'an answer')
  await settle()
  assert.equal(chat.summary.getSnapshot().last?.text, 'an answer')
  const [top] = ann.im.conversations.getSnapshot()
  assert.equal(top?.peer, 2)
})

test('what waited too long asks before it leaves', async () => {
  const { server, online, clock, settle } = fakeWorld(turn)
  const ann = await online(1)
  server.isDown = true
  server.cut()
  await settle()
  const chat = ann.im.conversation({ account: 2 })
  const old = chat.send({ text: 'old' })
  const urgent = chat.send({ text: 'urgent', urgent: true })
  await clock.advance(dayMs + 60_000)
  const fresh = chat.send({ text: 'fresh' })
  server.isDown = false
  await clock.advance(60_000)
  assert.deepEqual([old.state, urgent.state, fresh.state], ['held', 'stored', 'stored'])
  assert.deepEqual(server.store.texts(chat.id), ['urgent', 'fresh'])
  old.resend()
  await old.stored
  assert.deepEqual(server.store.texts(chat.id), ['urgent', 'fresh', 'old'])
})

test('a discarded message never leaves', async () => {
  const { server, online, clock, settle } = fakeWorld(turn)
  const ann = await online(1)
  server.isDown = true
  server.cut()
  const chat = ann.im.conversation({ account: 2 })
  const gone = chat.send({ text: 'gone' })
  const kept = chat.send({ text: 'kept' })
  await settle()
  gone.discard()
  await assert.rejects(gone.stored, { code: 'DISCARDED' })
  server.isDown = false
  await clock.advance(60_000)
  await kept.stored
  assert.deepEqual(server.store.texts(chat.id), ['kept'])
})

test('an own message is shown from the first moment, once, under one key, never flickering', async () => {
  const { server, online, settle, clock } = fakeWorld(turn)
  const ann = await online(1)
  const chat = ann.im.conversation({ account: 2 })
  const shown: string[] = []
  chat.window.subscribe(() =>
    shown.push(
      chat.window
        .getSnapshot()
        .messages.map(({ key, text: said }) => `${said}:${key}`)
        .join(),
    ),
  )
  server.fate = (name) => (name === 'send' ? { fate: 'hold' } : undefined)
  const message = chat.send({ text: 'hi' })
  assert.equal(chat.window.getSnapshot().messages[0]?.state, 'pending')
  await settle()
  server.release()
  await clock.advance(1_000)
  const [only, ...others] = chat.window.getSnapshot().messages
  assert.deepEqual(others, [])
  assert.deepEqual([only?.state, only?.seq, only?.key], ['stored', 1, message.key])
  assert.deepEqual([...new Set(shown)], [`hi:${message.key}`])
})

test('storage that fails does not stop the chat', async () => {
  const { server, online, settle } = fakeWorld(turn)
  const memory = new MemoryStorage()
  let isBroken = false
  const fail = async () => {
    throw new Error('taken away')
  }
  const storage: Storage = {
    get: (key) => (isBroken ? fail() : memory.get(key)),
    list: (prefix, options) => (isBroken ? fail() : memory.list(prefix, options)),
    write: (changes) => (isBroken ? fail() : memory.write(changes)),
    close: () => memory.close(),
  }
  const ann = await online(1, { storage })
  let failures = 0
  ann.im.on('storageFailed', () => (failures += 1))
  isBroken = true
  const chat = ann.im.conversation({ account: 2 })
  await chat.send({ text: 'still' }).stored
  server.store.say(2, 1, 'here')
  await settle()
  await chat.open()
  assert.deepEqual(
    chat.window.getSnapshot().messages.map((one) => one.text),
    ['still', 'here'],
  )
  assert.equal(failures, 1)
})

test('[R4] an own message that was acked beyond a hole stands unsent below the log until the hole is filled', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  await chat.send({ text: 'first' }).stored
  await world.settle()
  world.server.dropPushes = true
  for (let index = 0; index < 3; index += 1) world.server.store.say(2, 1, 'unseen')
  world.server.dropPushes = false
  world.server.fate = (name) => (name === 'send' ? undefined : { fate: 'hold' })
  const sent = chat.send({ text: 'beyond' })
  await world.settle()
  assert.equal((await sent.stored).seq, 5)
  const shown = () => chat.window.getSnapshot().messages.map(({ seq, text }) => [seq, text])
  assert.deepEqual(shown(), [
    [1, 'first'],
    [0, 'beyond'],
  ])
  world.server.fate = () => undefined
  world.server.release()
  await world.settle()
  assert.deepEqual(
    shown().map(([seq]) => seq),
    [1, 2, 3, 4, 5],
  )
})
