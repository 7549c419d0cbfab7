import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  contactsOf,
  scheduledOf,
  type Conversation,
  type IM,
  type Observable,
} from '../src/node.ts'
import { openHouse, until } from './house.ts'

const shown = (conversation: Conversation) => conversation.window.getSnapshot().messages
const textsOf = (conversation: Conversation) => shown(conversation).map(({ text }) => text)

function settled<T>(value: Observable<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(value.getSnapshot())) return
      remove()
      resolve()
    }
    const remove = value.subscribe(look)
    look()
  })
}

async function open(im: IM, account: number): Promise<Conversation> {
  const conversation = im.conversation({ account })
  conversation.window.subscribe(() => {})
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
  return { house, ann, ben, toAnn, toBen }
}

test('[R3.f] messages wait at the server through its restart, are on every device, and come when due', async () => {
  const { house, ann, toAnn, toBen } = await talk()
  await using _ = house
  const annToo = await house.device('ann')
  const [here, there] = [scheduledOf(ann.im), scheduledOf(annToo.im)]
  const inMs = (ms: number) => Date.now() + ms
  const far = await here.schedule(toBen, { text: 'tomorrow', atMs: inMs(86_400_000) })
  const other = await here.schedule(toBen, { text: 'never', atMs: inMs(86_400_000) })
  const now = await here.schedule(toBen, { text: 'after all', atMs: inMs(86_400_000) })
  assert.equal(far.state, 'waiting')
  await settled(there.all, (all) => all.length === 3)
  await there.cancel(other.id)
  await settled(here.all, (all) => all.length === 2)
  await assert.rejects(here.cancel(other.id), { code: 'NOT_FOUND' })
  await assert.rejects(here.cancel('no id'), { code: 'BAD_ID' })
  await here.sendNow(now.id)
  await until(toAnn, () => textsOf(toAnn).includes('after all'))
  await house.restart()
  house.reconnect()
  await there.reschedule(far.id, inMs(500))
  await until(toAnn, () => textsOf(toAnn).includes('tomorrow'))
  await until(toBen, () => textsOf(toBen).includes('tomorrow'))
  for (const one of [here, there]) await settled(one.all, (all) => all.length === 0)
  assert.deepEqual(textsOf(toAnn), ['first', 'after all', 'tomorrow'])
  await assert.rejects(here.schedule(toBen, { text: '', atMs: 1 }), { code: 'BAD_REQUEST' })
  await assert.rejects(here.schedule(toBen, { text: 'x', atMs: inMs(4e9) }), { code: 'TOO_LARGE' })
})

test('[R10] one that is refused when it is due says so to its sender', async () => {
  const { house, ann, ben, toBen } = await talk()
  await using _ = house
  const scheduled = scheduledOf(ann.im)
  const { id } = await scheduled.schedule(toBen, { text: 'hello?', atMs: Date.now() + 1_500 })
  await contactsOf(ben.im).block(ann.account)
  await settled(scheduled.all, ([one]) => one?.state === 'failed')
  const failed = scheduled.get(id)
  assert.deepEqual([failed?.error?.code, failed?.text], ['BLOCKED', 'hello?'])
  await assert.rejects(scheduled.sendNow(id), { code: 'BLOCKED' })
  await scheduled.cancel(id)
  await settled(scheduled.all, (all) => all.length === 0)
})

test('[R16] what burns says when, and is gone on every device after it was read', async () => {
  const { house, ann, toAnn, toBen } = await talk()
  await using _ = house
  const burnAfterMs = 1_500
  await toBen.send({ text: 'a secret', burnAfterMs }).stored
  await until(toAnn, () => textsOf(toAnn).includes('a secret'))
  assert.equal(shown(toAnn)[1]!.burnAtMs, undefined)
  assert.equal(shown(toAnn)[1]!.content.burnAfterMs, burnAfterMs)
  toAnn.markRead()
  await until(toBen, () => shown(toBen)[1]!.burnAtMs !== undefined || shown(toBen)[1]!.gone)
  await until(toAnn, () => shown(toAnn)[1]!.burnAtMs !== undefined || shown(toAnn)[1]!.gone)
  for (const conversation of [toAnn, toBen])
    await until(conversation, () => shown(conversation)[1]!.gone)
  const annToo = await house.device('ann')
  const other = await open(annToo.im, toBen.summary.getSnapshot().peer)
  for (const conversation of [toAnn, toBen, other]) {
    const { messages, log } = conversation.window.getSnapshot()
    assert.deepEqual(
      messages.map(({ text, gone, recalled, burnAtMs }) => [text, gone, recalled, burnAtMs]),
      [
        ['first', false, false, undefined],
        ['', true, false, undefined],
      ],
    )
    // The act itself is an entry that nobody shows.
    assert.equal(log.length, 3)
  }
  assert.equal(ann.im.outbox.getSnapshot().length, 0)
})
