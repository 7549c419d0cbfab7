import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation, IM, Message } from '../src/node.ts'
import { MemoryStorage, messageAt } from '../src/node.ts'
import { openHouse, texts, until } from './house.ts'

const shown = (conversation: Conversation): readonly Message[] =>
  conversation.window.getSnapshot().messages
const textsOf = (conversation: Conversation) => shown(conversation).map(({ text }) => text)

/** Watches a conversation, so that its window keeps up. */
async function open(im: IM, account: number): Promise<Conversation> {
  const conversation = im.conversation({ account })
  conversation.window.subscribe(() => {})
  if (im.state.name !== 'online')
    await until(conversation, () => conversation.summary.getSnapshot().headSeq > 0)
  await conversation.open()
  return conversation
}

async function talk() {
  const house = await openHouse()
  const ann = await house.person('ann')
  const ben = await house.person('ben')
  const toBen = await open(ann.im, ben.account)
  await toBen.send({ text: 'first' }).stored
  const toAnn = await open(ben.im, ann.account)
  await toAnn.send({ text: 'second' }).stored
  await until(toBen, () => shown(toBen).length === 2)
  return { house, ann, ben, toAnn, toBen }
}

test('[R16] an edit, reactions, a reply and a recall are shown by every device as they are', async () => {
  const { house, ann, ben, toAnn, toBen } = await talk()
  await using _ = house
  const annToo = await house.device('ann')
  const other = await open(annToo.im, ben.account)
  const all = [toAnn, toBen, other]
  const heard: string[] = []
  ben.im.on('messageReceived', ({ message }) => heard.push(message.text))

  const reply = await toAnn.send({ text: 'an answer', replyTo: 1 }).stored
  await toBen.edit(shown(toBen)[0]!, { text: 'first, corrected' }).stored
  await toAnn.react(1, '👍').stored
  await toBen.react(1, '👍').stored
  for (const conversation of all)
    await until(conversation, () => shown(conversation)[0]?.reactions[0]?.count === 2)
  await toBen.react(2, '🎉').stored
  for (const conversation of all)
    await until(conversation, () => shown(conversation)[1]?.reactions[0]?.count === 1)
  for (const [index, conversation] of all.entries()) {
    const [first, , answer] = shown(conversation)
    assert.deepEqual(
      [first!.text, first!.edited, first!.recalled, answer!.replyTo, answer!.seq],
      ['first, corrected', true, false, 1, reply.seq],
    )
    const { emoji, mine, accounts } = first!.reactions[0]!
    assert.deepEqual([emoji, mine, accounts], ['👍', true, [ben.account, ann.account]], `${index}`)
    // Acts are entries of the log, and shown by what they changed only.
    assert.deepEqual(textsOf(conversation), ['first, corrected', 'second', 'an answer'])
    const { log } = conversation.window.getSnapshot()
    assert.deepEqual(
      log.map(({ seq }) => seq),
      [1, 2, 3, 4, 5, 6, 7],
    )
  }
  assert.deepEqual(heard, ['an answer'])
  assert.equal(toAnn.summary.getSnapshot().last?.text, 'an answer')

  await toBen.react(1, '👍', { removed: true }).stored
  await toBen.recall(1).stored
  for (const conversation of all)
    await until(conversation, () => shown(conversation)[0]?.recalled === true)
  for (const conversation of all) {
    const [first] = shown(conversation)
    assert.deepEqual([first!.text, first!.reactions, first!.content.text], ['', [], ''])
    assert.ok(!texts(conversation.window.getSnapshot().log).includes('corrected'))
  }
})

test('[R9] acts count for nobody’s unread and move no conversation', async () => {
  const { house, ben, toAnn, toBen } = await talk()
  await using _ = house
  toBen.markRead()
  toAnn.markRead()
  for (const conversation of [toBen, toAnn])
    await until(conversation, () => conversation.summary.getSnapshot().peerRead === 2)
  const { timeMs } = toAnn.summary.getSnapshot()
  await toBen.react(2, '🎉').stored
  await until(toAnn, () => shown(toAnn)[1]?.reactions.length === 1)
  assert.deepEqual([ben.im.unread.getSnapshot(), toAnn.summary.getSnapshot().timeMs], [0, timeMs])
  const annToo = await house.device('ann')
  assert.equal(annToo.im.unread.getSnapshot(), 0)
})

test('[R16] where much was reacted to since, a list shows what was said last', async () => {
  const { house, ben, toBen, toAnn } = await talk()
  await using _ = house
  for (let times = 0; times < 22; times += 1)
    await toAnn.react(1, '👍', { removed: times % 2 === 1 }).stored
  const annToo = await house.device('ann')
  const { last, timeMs } = annToo.im.conversation({ account: ben.account }).summary.getSnapshot()
  assert.equal(last?.text, 'second')
  assert.equal(timeMs, toBen.summary.getSnapshot().timeMs)
})

test('[R14] an act that is refused says why, and nothing of it stays', async () => {
  const { house, ben, toAnn, toBen } = await talk()
  await using _ = house
  const refused = async (act: { stored: Promise<unknown> }) =>
    act.stored.then(
      () => 'stored',
      (error: { code: string }) => error.code,
    )
  assert.equal(await refused(toAnn.edit(shown(toAnn)[0]!, { text: 'forged' })), 'FORBIDDEN')
  assert.equal(await refused(toAnn.recall(1)), 'FORBIDDEN')
  assert.equal(await refused(toAnn.recall(99)), 'NOT_FOUND')
  assert.equal(await refused(toAnn.react(1, '👍', { removed: true })), 'WRONG_STATE')
  assert.throws(() => toAnn.recall(0), { code: 'NOT_FOUND' })
  assert.deepEqual(ben.im.outbox.getSnapshot(), [])
  assert.deepEqual(textsOf(toAnn), ['first', 'second'])
  await toAnn.send({ text: 'third' }).stored
  await until(toBen, () => shown(toBen).length === 3)
  assert.deepEqual(textsOf(toBen), ['first', 'second', 'third'])
})

test('[R5] acts made offline wait with the messages, and go in order', async () => {
  const { house, ann, ben, toAnn } = await talk()
  await using _ = house
  await ann.im.stop()
  const away = house.offline(ann)
  void away.start().catch(() => {})
  const toBen = await open(away, ben.account)
  await until(toBen, () => shown(toBen).length === 2)
  const acts = [
    toBen.edit(shown(toBen)[0]!, { text: 'edited offline' }),
    toBen.send({ text: 'and written' }),
    toBen.react(2, '🎉'),
  ]
  assert.deepEqual(away.outbox.getSnapshot().length, 3)
  house.reconnect()
  const stored = await Promise.all(acts.map((act) => act.stored))
  assert.deepEqual(
    stored.map(({ seq }) => seq),
    [3, 4, 5],
  )
  await until(toAnn, () => shown(toAnn)[1]?.reactions.length === 1)
  assert.deepEqual(textsOf(toAnn), ['edited offline', 'second', 'and written'])
  await away.stop()
})

test('[R4] what happened while a device was away is shown when it is back, from its cache too', async () => {
  const { house, ann, ben, toBen } = await talk()
  await using _ = house
  const storage = new MemoryStorage()
  const benToo = await house.device('ben', storage)
  await open(benToo.im, ann.account)
  await benToo.im.stop()

  await toBen.edit(shown(toBen)[0]!, { text: 'edited' }).stored
  await toBen.react(2, '👍').stored
  const back = await house.device('ben', storage)
  const again = await open(back.im, ann.account)
  await until(again, () => shown(again)[1]?.reactions.length === 1)
  assert.deepEqual(textsOf(again), ['edited', 'second'])
  await back.im.stop()

  // Offline it shows what it kept: the state, not the versions before.
  const away = house.offline(back)
  void away.start().catch(() => {})
  const cached = await open(away, ann.account)
  await until(cached, () => shown(cached).length === 2)
  const [first, second] = shown(cached)
  assert.deepEqual([first!.text, first!.edited], ['edited', true])
  assert.deepEqual([second!.text, second!.reactions[0]!.accounts], ['second', [ann.account]])
  await away.stop()
  assert.equal(ben.account, back.account)
})

test('[R16] one message is found by its seq, shown or not, as it is now', async () => {
  const { house, toAnn, toBen } = await talk()
  await using _ = house
  for (let count = 0; count < 60; count += 1) await toBen.send({ text: `m${count}` }).stored
  await toBen.edit(shown(toBen)[0]!, { text: 'first, corrected' }).stored
  await until(toAnn, () => toAnn.summary.getSnapshot().headSeq === 63)
  const ben = await house.device('ben')
  const far = ben.im.conversation(toAnn.id)
  await far.open()
  assert.equal(
    far.window.getSnapshot().log.some(({ seq }) => seq === 1),
    false,
  )
  assert.equal((await messageAt(far, 1))?.text, 'first, corrected')
  assert.equal((await messageAt(far, 62))?.text, 'm59')
  assert.equal(await messageAt(far, 999), undefined)
})
