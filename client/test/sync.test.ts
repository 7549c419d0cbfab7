import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { fakeWorld } from '../src/testing/fake-device.ts'
import { talked } from './talked.ts'
import { turn } from './turn.ts'
import type { Conversation, WindowSnapshot } from '../src/api/types.ts'

const texts = ({ messages }: WindowSnapshot) => messages.map(({ text }) => text)
const seqs = ({ messages }: WindowSnapshot) => messages.map(({ seq }) => seq)
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('[R4] the window opens at the head and pages back to the first entry, without a hole', async () => {
  const world = fakeWorld(turn)
  await talked(world, 130)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  assert.ok(seqs(chat.window.getSnapshot()).at(-1) === 130)
  while ((await chat.older({ limit: 40 })) > 0);
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(1, 130))
  assert.equal(chat.window.getSnapshot().hasOlder, false)
})

test('[R4] a window around an entry pages to the head and then follows it', async () => {
  const world = fakeWorld(turn)
  await talked(world, 200)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.openAt(50)
  world.server.store.say(2, 1, 'meanwhile')
  await world.settle()
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(26, 75))
  assert.equal(chat.window.getSnapshot().hasNewer, true)
  while (chat.window.getSnapshot().hasNewer) await chat.newer({ limit: 60 })
  world.server.store.say(2, 1, 'now')
  await world.settle()
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(26, 202))
  await chat.openAt(3)
  await chat.openLatest()
  assert.equal(texts(chat.window.getSnapshot()).at(-1), 'now')
})

test('[R4.d] what is recalled while a window around an entry loads is gone in it', async () => {
  const world = fakeWorld(turn)
  await talked(world, 200)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  world.server.fate = (name, request: { backward?: boolean }) =>
    name === 'pull' && request.backward !== true ? { fate: 'hold' } : undefined
  const opened = chat.openAt(100)
  await world.settle()
  const recall = { seq: 201, sender: 2, kind: 21, refSeq: 90, changed: 201 }
  world.server.push(1, 'entry', {
    ...{ conversation: chat.id, headSeq: 201, entry: recall },
    changes: [{ seq: 90, sender: 2, kind: 1, changed: 201, state: 2 }],
  })
  await world.settle()
  world.server.fate = () => undefined
  world.server.release()
  await opened
  const shown = chat.window.getSnapshot().log.find(({ seq }) => seq === 90)
  assert.deepEqual([shown?.changed, shown?.gone], [201, true])
})

test('[R6] lost pushes are found by the next push, by a pong, and by being behind', async () => {
  const world = fakeWorld(turn)
  await talked(world, 3)
  const { im, heard } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  const lose = async (count: number) => {
    world.server.dropPushes = true
    for (let index = 0; index < count; index += 1) world.server.store.say(2, 1, 'lost')
    world.server.dropPushes = false
    await world.settle()
  }
  await lose(2)
  assert.equal(seqs(chat.window.getSnapshot()).at(-1), 3)
  world.server.store.say(2, 1, 'next')
  await world.settle()
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(1, 6))
  await world.clock.advance(5_000)
  world.server.store.note = () => {}
  await lose(2)
  await world.clock.advance(31_000)
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(1, 8))
  for (const connection of world.server.connections) connection.pushed = 0
  assert.deepEqual(
    heard.map(({ seq }) => seq),
    range(4, 8),
  )
})

test('[R4] over a hole too large to fill the window starts anew at the head', async () => {
  const world = fakeWorld(turn)
  await talked(world, 10)
  const { im } = await world.online(1, { limits: { gapEntriesMax: 100 } })
  const chat = im.conversation({ account: 2 })
  await chat.open()
  world.server.isDown = true
  world.server.cut()
  await talked(world, 400)
  world.server.isDown = false
  await world.clock.advance(60_000)
  const shown = seqs(chat.window.getSnapshot())
  assert.equal(shown.at(-1), 410)
  assert.deepEqual(shown, range(shown[0]!, 410))
  assert.ok(shown[0]! > 300)
})

test('follow gives every entry once, in order, whatever the hole', async () => {
  const world = fakeWorld(turn)
  await talked(world, 20)
  const { im } = await world.online(1, { limits: { gapEntriesMax: 50 } })
  const stop = new AbortController()
  const got: number[] = []
  const following = (async () => {
    for await (const { seq } of im
      .conversation({ account: 2 })
      .follow({ from: 5, signal: stop.signal }))
      got.push(seq)
  })()
  await world.settle()
  world.server.isDown = true
  world.server.cut()
  await talked(world, 300)
  world.server.isDown = false
  await world.clock.advance(60_000)
  await talked(world, 5)
  assert.deepEqual(got, range(5, 325))
  stop.abort()
  await following
})

test('following all conversations misses none, new ones included', async () => {
  const world = fakeWorld(turn)
  await talked(world, 4)
  const { im } = await world.online(1)
  const stop = new AbortController()
  const got: string[] = []
  const following = (async () => {
    for await (const { message } of im.follow({ signal: stop.signal })) got.push(message.text)
  })()
  await world.settle()
  world.server.store.say(2, 1, 'old friend')
  world.server.store.say(3, 1, 'stranger')
  world.server.store.say(3, 1, 'again')
  await world.settle()
  assert.deepEqual(got, ['old friend', 'stranger', 'again'])
  stop.abort()
  await following
})

test('the first message of the other side reaches a window that was open before', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  chat.window.subscribe(() => {})
  await chat.open()
  world.server.store.say(2, 1, 'hello')
  world.server.store.say(2, 1, 'there')
  await world.settle()
  assert.deepEqual(texts(chat.window.getSnapshot()), ['hello', 'there'])
  assert.equal(im.conversations.getSnapshot().length, 1)
  await chat.send({ text: 'hi' }).stored
  await world.settle()
  assert.deepEqual(texts(chat.window.getSnapshot()), ['hello', 'there', 'hi'])
})

test('a restart shows the cache at once, offline, and joins it to the head when online', async () => {
  const world = fakeWorld(turn)
  await talked(world, 5)
  const storage = new MemoryStorage()
  const first = await world.online(1, { storage })
  await first.im.stop()
  storage.reopen()
  world.server.isDown = true
  const { im } = world.device(1, { storage })
  const starting = im.start()
  await world.settle()
  const [summary] = im.conversations.getSnapshot()
  assert.equal(summary?.last?.text, '5')
  assert.equal(im.me?.account, 1)
  const chat = im.conversation(summary!.id)
  await chat.open()
  assert.deepEqual(texts(chat.window.getSnapshot()), ['1', '2', '3', '4', '5'])
  await talked(world, 30)
  world.server.isDown = false
  await world.clock.advance(60_000)
  await starting
  assert.deepEqual(seqs(chat.window.getSnapshot()), range(1, 35))
  await im.stop()
})

test('the token is stored with the data, and the next sync asks with it', async () => {
  const world = fakeWorld(turn)
  await talked(world, 5)
  const storage = new MemoryStorage()
  const first = await world.online(1, { storage })
  await first.im.stop()
  storage.reopen()
  await talked(world, 1)
  const { im, heard } = await world.online(1, { storage })
  const asked = world.server.asked('sync') as { token: Uint8Array }[]
  assert.equal(asked[0]!.token.length, 0)
  assert.ok(asked.at(-1)!.token.length > 0)
  assert.deepEqual(
    heard.map(({ text }) => text),
    ['1'],
  )
  assert.equal(im.unread.getSnapshot(), 6)
})

test('a sync that breaks off between its pages begins again with the old token and ends whole', async () => {
  const world = fakeWorld(turn)
  world.server.store.syncPage = 3
  for (let peer = 2; peer < 12; peer += 1) world.server.store.say(peer, 1, `from ${peer}`)
  let page = 0
  world.server.fate = (name) =>
    name === 'sync' && (page += 1) === 3 ? { fate: 'cutAfter' } : undefined
  const { im } = world.device(1)
  const starting = im.start()
  await world.clock.advance(30_000)
  await starting
  assert.equal(im.conversations.getSnapshot().length, 10)
  const asked = world.server.asked('sync') as { token: Uint8Array }[]
  assert.ok(asked.every(({ token }) => token.length === 0))
})

test('another generation drops cache and cursors, keeps the outbox, and sends what was never acked once', async () => {
  const world = fakeWorld(turn)
  await talked(world, 10)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  chat.markRead()
  world.server.isDown = true
  world.server.cut()
  await world.settle()
  const unsent = chat.send({ text: 'unsent' })
  world.server.store.restore(4)
  world.server.isDown = false
  await world.clock.advance(60_000)
  await unsent.stored
  await chat.openLatest()
  assert.deepEqual(texts(chat.window.getSnapshot()), ['1', '2', '3', '4', 'unsent'])
  assert.deepEqual(world.server.store.texts(chat.id), ['1', '2', '3', '4', 'unsent'])
})

test('a token that is no use any more: what is gone goes, what came meanwhile stays', async () => {
  const world = fakeWorld(turn)
  await talked(world, 3)
  world.server.store.say(3, 1, 'gone soon')
  const { im } = await world.online(1)
  assert.equal(im.conversations.getSnapshot().length, 2)
  const gone = [...world.server.store.conversations.values()].find(({ members }) =>
    members.includes(3),
  )!
  world.server.store.conversations.delete(gone.id)
  world.server.store.floorStamp = 1_000_000
  im.wake()
  world.server.store.say(4, 1, 'new')
  await world.clock.advance(1_000)
  assert.deepEqual(
    im.conversations
      .getSnapshot()
      .map(({ peer }) => peer)
      .sort(),
    [2, 4],
  )
})

test('[R7] received is said only for what storage holds, batched and cumulative', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  await talked(world, 3)
  const slow = Object.assign(Object.create(storage) as MemoryStorage, {})
  let open: () => void = () => {}
  let isSlow = false
  slow.get = storage.get.bind(storage)
  slow.list = storage.list.bind(storage)
  slow.close = storage.close.bind(storage)
  slow.write = async (changes) => {
    if (isSlow) await new Promise<void>((resolve) => (open = resolve))
    return storage.write(changes)
  }
  await world.online(1, { storage: slow })
  await world.clock.advance(500)
  assert.deepEqual(
    world.server.notes.map(({ name, note }) => [name, (note as { upTo: number }).upTo]),
    [['received', 3]],
  )
  isSlow = true
  await talked(world, 4)
  await world.clock.advance(2_000)
  assert.equal(world.server.notes.length, 1)
  isSlow = false
  open()
  await world.clock.advance(500)
  assert.deepEqual(
    world.server.notes.map(({ note }) => (note as { upTo: number }).upTo),
    [3, 7],
  )
})

test('[R8] a read cursor set offline is kept, told, and told again until it is stored', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  await talked(world, 5)
  const first = await world.online(1, { storage })
  const chat = first.im.conversation({ account: 2 })
  await chat.open()
  world.server.isDown = true
  world.server.cut()
  await world.settle()
  chat.markRead(4)
  assert.equal(first.im.unread.getSnapshot(), 1)
  await first.im.stop()
  storage.reopen()
  world.server.isDown = false
  const notes = world.server.store.note.bind(world.server.store)
  world.server.store.note = () => {}
  const second = await world.online(1, { storage })
  await world.clock.advance(1_000)
  assert.equal(second.im.unread.getSnapshot(), 1)
  world.server.store.note = notes
  second.im.wake()
  await world.clock.advance(1_000)
  const [one] = world.server.store.conversations.values()
  assert.deepEqual(one!.cursors.get(1)?.read, 4)
})

test('[R9] unread counts what others said after the read cursor', async () => {
  const world = fakeWorld(turn)
  await talked(world, 5)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  assert.equal(im.unread.getSnapshot(), 5)
  chat.markRead(3)
  assert.equal(im.unread.getSnapshot(), 2)
  await chat.send({ text: 'mine' }).stored
  await world.settle()
  await talked(world, 2)
  assert.equal(im.unread.getSnapshot(), 4)
  chat.markRead()
  await world.clock.advance(1_000)
  assert.equal(im.unread.getSnapshot(), 0)
})

test('receipts of the other side move forward only', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.send({ text: 'a' }).stored
  await chat.send({ text: 'b' }).stored
  const moved: string[] = []
  chat.on('receiptMoved', ({ delivered, read }) => moved.push(`${delivered}/${read}`))
  const push = (delivered: number, read: number) =>
    world.server.push(1, 'cursor', { conversation: chat.id, account: 2, delivered, read })
  push(2, 1)
  push(1, 0)
  await world.settle()
  push(2, 2)
  await world.settle()
  assert.deepEqual(moved, ['2/1', '2/2'])
})

test('drafts and items are shared by devices, and written offline they are stored later', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const laptop = await world.online(1, { storage: new MemoryStorage() })
  const phone = await world.online(1, { storage: new MemoryStorage() })
  const on = ({ im }: typeof laptop) => im.conversation({ account: 2 }) as Conversation
  on(laptop).setDraft('half a sent')
  on(laptop).setDraft('half a sentence')
  await world.clock.advance(2_000)
  assert.equal(on(phone).summary.getSnapshot().draft, 'half a sentence')
  assert.equal(world.server.asked('putAccountItem').length, 1)
  world.server.isDown = true
  world.server.cut()
  on(phone).setDraft('')
  await world.clock.advance(30_000)
  assert.equal(on(phone).summary.getSnapshot().draft, '')
  world.server.isDown = false
  await world.clock.advance(60_000)
  assert.equal(on(laptop).summary.getSnapshot().draft, '')
})

test('a draft that the program took with it when it stopped is stored by its next run', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const storage = new MemoryStorage()
  const laptop = await world.online(1, { storage })
  world.server.isDown = true
  world.server.cut()
  laptop.im.conversation({ account: 2 }).setDraft('on the train')
  await world.clock.advance(2_000)
  await laptop.im.stop()
  storage.reopen()
  world.server.isDown = false
  await world.online(1, { storage })
  await world.clock.advance(2_000)
  const phone = await world.online(1, { storage: new MemoryStorage() })
  assert.equal(phone.im.conversation({ account: 2 }).summary.getSnapshot().draft, 'on the train')
})

test('a draft to somebody never written to is kept, shared, and goes over when the conversation begins', async () => {
  const world = fakeWorld(turn)
  const storage = new MemoryStorage()
  const laptop = await world.online(1, { storage })
  const phone = await world.online(1)
  const draftOn = ({ im }: typeof laptop) =>
    im.conversation({ account: 2 }).summary.getSnapshot().draft
  laptop.im.conversation({ account: 2 }).setDraft('dear stranger')
  await world.clock.advance(2_000)
  assert.equal(draftOn(phone), 'dear stranger')
  await laptop.im.stop()
  storage.reopen()
  const again = await world.online(1, { storage })
  assert.equal(draftOn(again), 'dear stranger')
  world.server.store.say(2, 1, 'I was first')
  await world.settle()
  assert.ok(again.im.conversation({ account: 2 }).id > 0)
  assert.equal(draftOn(again), 'dear stranger')
  again.im.conversation({ account: 2 }).setDraft('dear friend')
  await world.clock.advance(2_000)
  assert.deepEqual([draftOn(again), draftOn(phone)], ['dear friend', 'dear friend'])
  phone.im.conversation({ account: 2 }).setDraft('')
  await world.clock.advance(2_000)
  assert.deepEqual([draftOn(again), draftOn(phone)], ['', ''])
})

test('typing is told at most every few seconds, and ends by itself', async () => {
  const world = fakeWorld(turn)
  await talked(world, 1)
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  for (let key = 0; key < 10; key += 1) chat.typing()
  await world.settle()
  assert.equal(world.server.notes.filter(({ name }) => name === 'typing').length, 1)
  const seen: boolean[] = []
  chat.on('typingChanged', ({ typing }) => seen.push(typing))
  world.server.push(1, 'typing', { conversation: chat.id, account: 2 })
  await world.settle()
  assert.deepEqual(chat.summary.getSnapshot().typing, [2])
  await world.clock.advance(10_000)
  assert.deepEqual(seen, [true, false])
})

test('presence is asked for again after every connection', async () => {
  const world = fakeWorld(turn)
  const { im } = await world.online(1)
  im.watchPresence([3, 2, 3])
  await world.settle()
  assert.equal(im.presence(2)?.online, true)
  const before = world.server.asked('subscribePresence').length
  world.server.cut()
  await world.clock.advance(5_000)
  const asked = world.server.asked('subscribePresence') as { accounts: number[] }[]
  assert.ok(asked.length > before)
  assert.deepEqual(asked.at(-1)!.accounts, [2, 3])
})

test('[R4][R6][R8] any mix of sends, lost pushes, cuts and reads ends with what the server has', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('say' as const), count: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ do: fc.constant('send' as const), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      do: fc.constantFrom('cut', 'lose', 'keep', 'read', 'older', 'wait', 'down', 'up'),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const world = fakeWorld(turn)
      await talked(world, 40)
      const { im, heard } = await world.online(1, {
        limits: { gapEntriesMax: 60, windowEntriesMax: 80 },
      })
      const chat = im.conversation({ account: 2 })
      await chat.open()
      const check = () => {
        const shown = chat.window
          .getSnapshot()
          .messages.filter(({ seq }) => seq > 0)
          .map(({ seq }) => seq)
        const unique = [...new Set(shown)].sort((a, b) => a - b)
        assert.deepEqual(shown, unique)
        const stored = chat.window
          .getSnapshot()
          .messages.filter(
            ({ state, seq }) => state === 'stored' && seq <= chat.summary.getSnapshot().headSeq,
          )
        if (stored.length > 0 && !im.outbox.getSnapshot().length)
          assert.equal(stored.at(-1)!.seq - stored[0]!.seq + 1, stored.length)
      }
      chat.window.subscribe(check)
      let sent = 0
      for (const one of steps) {
        if (one.do === 'say')
          for (let index = 0; index < one.count; index += 1) world.server.store.say(2, 1, 'x')
        else if (one.do === 'send')
          for (let index = 0; index < one.count; index += 1)
            chat.send({ text: `own ${(sent += 1)}` })
        else if (one.do === 'cut') world.server.cut()
        else if (one.do === 'lose') world.server.dropPushes = true
        else if (one.do === 'keep') world.server.dropPushes = false
        else if (one.do === 'read') chat.markRead()
        else if (one.do === 'older') void chat.older({ limit: 20 }).catch(() => {})
        else if (one.do === 'wait') await world.clock.advance(3_000)
        else world.server.isDown = one.do === 'down'
        await world.settle()
      }
      world.server.isDown = false
      world.server.dropPushes = false
      await world.clock.advance(180_000)
      await chat.openLatest()
      await world.clock.advance(1_000)
      const [stored] = world.server.store.conversations.values()
      const shown = chat.window.getSnapshot().messages
      assert.equal(shown.at(-1)?.seq, stored!.entries.length)
      assert.deepEqual(
        seqs(chat.window.getSnapshot()),
        range(shown[0]!.seq, stored!.entries.length),
      )
      const own = stored!.entries.filter(({ sender }) => sender === 1).length
      assert.equal(own, sent)
      const order = world.server.store.texts(chat.id).filter((text) => text.startsWith('own'))
      assert.deepEqual(
        order,
        range(1, sent).map((index) => `own ${index}`),
      )
      const heardSeqs = heard.map(({ seq }) => seq)
      assert.deepEqual(
        heardSeqs,
        [...new Set(heardSeqs)].sort((a, b) => a - b),
      )
      assert.equal(
        chat.summary.getSnapshot().unread,
        stored!.entries.filter(
          ({ seq, sender }) => sender === 2 && seq > chat.summary.getSnapshot().read,
        ).length,
      )
      const othersTo = stored!.entries.findLast(({ sender }) => sender === 2)!.seq
      assert.ok(stored!.cursors.get(1)!.delivered >= othersTo)
      await im.stop()
      assert.equal(world.clock.timers, 0)
    }),
    { numRuns: 60 },
  )
})

test('a cursor that moves leaves what a window shows as it is', async () => {
  const world = fakeWorld(turn)
  world.server.store.say(2, 1, 'hello')
  const { im } = await world.online(1)
  const chat = im.conversation({ account: 2 })
  await chat.open()
  const before = chat.window.getSnapshot()
  const [stored] = world.server.store.conversations.values()
  world.server.store.note(2, 'read', { target: { conversation: stored!.id }, upTo: 1 })
  await world.settle()
  assert.equal(chat.summary.getSnapshot().peerRead, 1)
  assert.equal(chat.window.getSnapshot(), before)
  world.server.store.say(2, 1, 'again')
  await world.settle()
  assert.equal(chat.window.getSnapshot().messages.length, 2)
})
