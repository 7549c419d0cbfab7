import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forwardedEntriesMax, wire } from '@parley/protocol'
import {
  cardContent,
  cardOf,
  forwardOf,
  forwardTo,
  locationContent,
  placeOf,
} from '../src/index.ts'
import type { Conversation } from '../src/node.ts'
import { openHouse, until } from './house.ts'

const shown = (conversation: Conversation) => conversation.window.getSnapshot().messages

async function talk() {
  const house = await openHouse()
  const ann = await house.person('ann')
  const ben = await house.person('ben')
  const cat = await house.person('cat')
  const open = async (im: typeof ann.im, account: number) => {
    const conversation = im.conversation({ account })
    conversation.window.subscribe(() => {})
    await conversation.open()
    return conversation
  }
  const toBen = await open(ann.im, ben.account)
  await toBen.send({ text: 'first' }).stored
  const toAnn = await open(ben.im, ann.account)
  await toAnn.send({ text: 'second' }).stored
  await until(toBen, () => shown(toBen).length === 2)
  return { house, ann, ben, cat, toBen, toAnn, open }
}

test('a forward is a copy that stays as it was, one by one or merged', async () => {
  const { house, ann, cat, toBen, open } = await talk()
  await using _ = house
  await ann.im.profiles([ann.account])
  const toCat = ann.im.conversation({ account: cat.account })
  const [one] = forwardTo(toCat, [shown(toBen)[1]!])
  await one!.stored
  const input = { merged: true, title: 'Ann and Ben' }
  const [merged] = forwardTo(toCat, shown(toBen), input)
  await merged!.stored
  await toBen.recall(1).stored

  const fromAnn = await open(cat.im, ann.account)
  await until(fromAnn, () => shown(fromAnn).length === 2)
  const [copy, all] = shown(fromAnn)
  assert.deepEqual([copy!.text, copy!.kind], ['second', wire.EntryKind.ENTRY_KIND_TEXT])
  const { title, messages } = forwardOf(all!)!
  assert.equal(title, 'Ann and Ben')
  assert.deepEqual(
    messages.map(({ sender, text }) => [sender === ann.account, text]),
    [
      [true, 'first'],
      [false, 'second'],
    ],
  )
  assert.ok(all!.text.startsWith('Ann and Ben\n'))

  // A forward of forwards has an end.
  let deep = all!
  for (let depth = 2; depth <= 3; depth += 1) {
    const [next] = forwardTo(fromAnn, [deep], { merged: true, title: `${depth}` })
    await next!.stored
    await until(fromAnn, () => shown(fromAnn).at(-1)?.seq === depth + 1)
    deep = shown(fromAnn).at(-1)!
  }
  const [tooDeep] = forwardTo(fromAnn, [deep], { merged: true, title: 'deeper' })
  await assert.rejects(tooDeep!.stored, { code: 'TOO_LARGE' })
})

test('[R13] what cannot be forwarded is refused at once', async () => {
  const { house, toBen } = await talk()
  await using _ = house
  await toBen.recall(1).stored
  await until(toBen, () => shown(toBen)[0]!.gone)
  const [gone, second] = shown(toBen)
  assert.throws(() => forwardTo(toBen, [gone!]), { code: 'WRONG_STATE' })
  assert.throws(() => forwardTo(toBen, [gone!], { merged: true }), { code: 'WRONG_STATE' })
  assert.throws(() => forwardTo(toBen, [], { merged: true }), { code: 'BAD_REQUEST' })
  const many = Array.from({ length: forwardedEntriesMax + 1 }, () => second!)
  assert.throws(() => forwardTo(toBen, many, { merged: true }), { code: 'TOO_LARGE' })
  const long = { ...second!, content: { ...second!.content, text: 'x'.repeat(15_000) } }
  const tooLong = Array.from({ length: 5 }, () => long)
  assert.throws(() => forwardTo(toBen, tooLong as never, { merged: true }), { code: 'TOO_LARGE' })
  assert.equal(shown(toBen).length, 2)
})

test('a place and a card are read as they were sent, and have words for who does not know them', async () => {
  const { house, toAnn, toBen } = await talk()
  await using _ = house
  const place = { latitude: 39.9042, longitude: -116.4074, name: 'Here', address: '1 Street' }
  const data = { id: 7, price: 3_500 }
  await toBen.send({ content: locationContent(place) }).stored
  const card = cardContent({ type: 'listing', data, text: 'Two rooms, 3500' })
  await toBen.send({ content: card }).stored
  await until(toAnn, () => shown(toAnn).length === 4)
  const [, , at, listing] = shown(toAnn)
  assert.deepEqual([placeOf(at!), at!.text], [place, 'Here, 1 Street'])
  assert.deepEqual([cardOf(listing!), listing!.text], [{ type: 'listing', data }, card.text])
  assert.deepEqual(
    [placeOf(listing!), cardOf(at!), forwardOf(at!)],
    [undefined, undefined, undefined],
  )
  assert.throws(() => locationContent({ latitude: 91, longitude: 0 }), { code: 'BAD_REQUEST' })
  assert.throws(() => locationContent({ latitude: 0, longitude: Number.NaN }), {
    code: 'BAD_REQUEST',
  })
  assert.throws(() => cardContent({ type: 'x', data: [], text: 'x' }), { code: 'BAD_REQUEST' })
  assert.throws(() => cardContent({ type: 'x', data: {}, text: '' }), { code: 'BAD_REQUEST' })
})
