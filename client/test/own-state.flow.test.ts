import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf, mutedForeverMs, type ConversationSummary, type IM } from '../src/node.ts'
import { becomes, code, openHouse, texts, type House } from './house.ts'

const ids = (list: readonly ConversationSummary[]) => list.map(({ id }) => id)
const line = (im: IM, id: number) => im.conversation(id).summary.getSnapshot()

/** Ann on two devices, with a conversation with each of the others, the last one on top. */
async function start(house: House, ...others: string[]) {
  const here = await house.person('ann')
  const there = await house.device('ann')
  const people = []
  const chats: number[] = []
  for (const name of others) {
    const { im } = await house.person(name)
    const toAnn = im.conversation({ account: here.account })
    chats.push((await toAnn.send({ text: `I am ${name}` }).stored).conversation)
    people.push({ im, toAnn })
    for (const { im: ann } of [here, there])
      await becomes(ann.conversations, (list) => list.length === chats.length)
  }
  return { here, there, people, chats }
}

test('[R3] pin, mute, mark, archive and hide are shared by the devices at once, and found by one that comes back', async () => {
  await using house = await openHouse()
  const { here, there, people, chats } = await start(house, 'bob', 'eve', 'zoe')
  const [bob, eve, zoe] = chats as [number, number, number]
  const { im: ann } = here
  const on = (id: number) => ann.conversation(id)
  await on(bob).set({ pinned: true })
  await on(eve).set({ pinned: true })
  await becomes(there.im.conversations, (list) => ids(list).join() === [eve, bob, zoe].join())
  await there.im.orderPinned([bob])
  await becomes(ann.conversations, (list) => ids(list).join() === [bob, eve, zoe].join())
  await on(eve).set({ pinned: false })
  await becomes(there.im.conversations, (list) => ids(list).join() === [bob, zoe, eve].join())

  assert.equal(ann.unread.getSnapshot(), 3)
  await on(zoe).set({ mutedUntilMs: mutedForeverMs })
  await becomes(there.im.unread, (unread) => unread === 2)
  await on(eve).set({ archived: true })
  await becomes(there.im.unread, (unread) => unread === 1)
  assert.deepEqual(
    [line(there.im, zoe).muted, line(there.im, eve).archived, line(there.im, bob).pinned > 0],
    [true, true, true],
  )
  on(bob).markRead()
  await becomes(there.im.unread, (unread) => unread === 0)
  await on(bob).set({ markedUnread: true })
  await becomes(there.im.unread, (unread) => unread === 1)

  const notified: boolean[] = []
  there.im.on('messageReceived', ({ notify }) => notified.push(notify))
  await people[1]!.toAnn.send({ text: 'again' }).stored
  await becomes(there.im.conversation(eve).summary, ({ archived }) => !archived)
  await people[2]!.toAnn.send({ text: 'too' }).stored
  await becomes(there.im.conversation(zoe).summary, ({ unread }) => unread === 2)
  assert.deepEqual(notified, [true, false])
  await people[0]!.toAnn.send({ text: 'still there?' }).stored
  await becomes(there.im.conversation(bob).summary, ({ unread }) => unread === 1)
  there.im.conversation(bob).markRead()
  await becomes(ann.conversation(bob).summary, ({ markedUnread }) => !markedUnread)

  await there.im.stop()
  await on(zoe).set({ hidden: true })
  assert.deepEqual(ids(ann.conversations.getSnapshot()), [bob, eve])
  await on(eve).set({ archived: true, mutedUntilMs: mutedForeverMs })
  const back = await house.device('ann', there.storage)
  const { im: fresh } = await house.device('ann')
  for (const im of [back.im, fresh]) {
    await becomes(im.conversations, (list) => ids(list).join() === [bob, eve].join())
    assert.deepEqual([line(im, eve).archived, line(im, eve).muted], [true, true])
  }
  await people[2]!.toAnn.send({ text: 'and back' }).stored
  await people[1]!.toAnn.send({ text: 'unheard' }).stored
  for (const im of [ann, back.im, fresh]) {
    await becomes(im.conversations, (list) => list.some(({ id }) => id === zoe))
    await becomes(im.conversation(eve).summary, ({ last }) => last?.text === 'unheard')
    assert.ok(line(im, eve).archived)
  }
  const nobody = await house.person('nobody')
  const none = ann.conversation({ account: nobody.account })
  assert.equal(await code(none.set({ pinned: true })), 'NOT_FOUND')
})

test('a mark as unread made just after reading stays, however late the cursor comes', async () => {
  await using house = await openHouse()
  const { here, there, people, chats } = await start(house, 'bob')
  const [bob] = chats as [number]
  const on = here.im.conversation(bob)
  on.markRead()
  await on.set({ markedUnread: true })
  await becomes(people[0]!.toAnn.summary, ({ peerRead }) => peerRead === 1)
  await becomes(there.im.conversation(bob).summary, ({ unread }) => unread === 0)
  const { im: fresh } = await house.device('ann')
  await becomes(fresh.conversations, (list) => list.length === 1)
  for (const { im } of [here, there, { im: fresh }])
    assert.deepEqual([line(im, bob).markedUnread, line(im, bob).unread], [true, 0])
})

test('a mute ends by itself, and who names one is told of in spite of it', async () => {
  await using house = await openHouse()
  const { im: ann, account } = await house.person('ann')
  const { im: bob } = await house.person('bob')
  const id = await groupsOf(bob).create({ name: 'Us', members: [account] })
  await becomes(ann.conversations, (list) => list.length === 1)
  const notified: boolean[] = []
  ann.on('messageReceived', ({ notify }) => notified.push(notify))
  await ann.conversation(id).set({ mutedUntilMs: mutedForeverMs })
  await bob.conversation(id).send({ text: 'noise' }).stored
  const mentions = [{ account, offset: 0, length: 4 }]
  await bob.conversation(id).send({ text: '@ann!', mentions }).stored
  await becomes(ann.unread, (unread) => unread === 1)
  await becomes(ann.conversation(id).summary, ({ unread }) => unread === 2)
  assert.deepEqual(notified.slice(-2), [false, true])
  await ann.conversation(id).set({ mutedUntilMs: Date.now() + 500 })
  await becomes(ann.conversation(id).summary, ({ muted }) => !muted)
  assert.equal(ann.unread.getSnapshot(), 2)
})

test('[R3] what is deleted for oneself is gone on every device, from window, list, search and cache, and for nobody else', async () => {
  await using house = await openHouse()
  const { here, there, people, chats } = await start(house, 'bob')
  const [id] = chats as [number]
  const { toAnn, im: bob } = people[0]!
  for (const text of ['apple two', 'apple three', 'apple four']) await toAnn.send({ text }).stored
  const on = here.im.conversation(id)
  const too = there.im.conversation(id)
  for (const chat of [on, too]) {
    await chat.open()
    await becomes(chat.window, ({ messages }) => messages.length === 4)
  }
  await on.deleteForMe({ seqs: [4, 2] })
  for (const chat of [on, too]) {
    await becomes(chat.window, ({ messages }) => messages.length === 2)
    await becomes(chat.summary, ({ last }) => last?.text === 'apple three')
  }
  assert.equal(await code(on.deleteForMe({ seqs: [9] })), 'NOT_FOUND')
  const fresh = await house.device('ann')
  await fresh.im.conversation(id).open()
  const shown = (im: IM) => texts(im.conversation(id).window.getSnapshot().messages)
  assert.equal(shown(fresh.im), 'I am bob\napple three')

  await there.im.stop()
  await on.deleteForMe({ upTo: 4 })
  await becomes(on.window, ({ messages }) => messages.length === 0)
  assert.deepEqual(
    [on.summary.getSnapshot().last, on.window.getSnapshot().hasOlder],
    [undefined, false],
  )
  const back = await house.device('ann', there.storage)
  await becomes(back.im.conversation(id).window, ({ messages }) => messages.length === 0)
  await toAnn.send({ text: 'apple five' }).stored
  for (const im of [here.im, back.im, fresh.im]) {
    await becomes(im.conversation(id).window, ({ messages }) => texts(messages) === 'apple five')
    assert.equal(await im.conversation(id).older(), 0)
    assert.equal(im.conversation(id).summary.getSnapshot().last?.text, 'apple five')
  }
  const { messages } = await toAnn.history()
  assert.equal(messages.length, 5)
  assert.equal(bob.conversations.getSnapshot()[0]?.last?.text, 'apple five')
  await back.im.stop()
  back.storage.reopen()
  const rows = await back.storage.list('entry/')
  const kept = rows.map(([, bytes]) => new TextDecoder().decode(bytes)).join()
  assert.match(kept, /apple five/)
  assert.doesNotMatch(kept, /apple (two|three|four)/)
})
