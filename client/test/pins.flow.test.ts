import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinsOf, type Conversation, type Message } from '../src/node.ts'
import { openHouse, until } from './house.ts'

const shown = (conversation: Conversation) => conversation.window.getSnapshot().messages
const textsOf = (messages: readonly Message[]) => messages.map(({ text }) => text)

/** Resolves when the pins of a conversation say these texts. */
function pinsAre(conversation: Conversation, ...texts: string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const now = textsOf(pinsOf(conversation).all.getSnapshot())
      if (JSON.stringify(now) !== JSON.stringify(texts)) return
      remove()
      resolve()
    }
    const remove = pinsOf(conversation).all.subscribe(look)
    look()
  })
}

test('[R16] pins are the same on every device, follow edits, and go with what is recalled', async () => {
  await using house = await openHouse()
  const ann = await house.person('ann')
  const ben = await house.person('ben')
  const toBen = ann.im.conversation({ account: ben.account })
  await toBen.send({ text: 'the address' }).stored
  await toBen.send({ text: 'the price' }).stored
  const toAnn = ben.im.conversation({ account: ann.account })
  for (const one of [toAnn, toBen]) {
    one.window.subscribe(() => {})
    pinsOf(one).all.subscribe(() => {})
    await one.open()
  }
  await toAnn.pin(1).stored
  await toBen.pin(2).stored
  for (const one of [toAnn, toBen]) await pinsAre(one, 'the price', 'the address')
  await until(toAnn, () => shown(toAnn).every(({ pinned }) => pinned === true))

  await toBen.edit(shown(toBen)[0]!, { text: 'the new address' }).stored
  for (const one of [toAnn, toBen]) await pinsAre(one, 'the price', 'the new address')
  await toBen.recall(2).stored
  for (const one of [toAnn, toBen]) await pinsAre(one, 'the new address')
  await toAnn.unpin(1).stored
  for (const one of [toAnn, toBen]) await pinsAre(one)

  const code = await toAnn.unpin(1).stored.then(
    () => 'stored',
    (error: { code: string }) => error.code,
  )
  assert.equal(code, 'WRONG_STATE')
  await toAnn.pin(1).stored
  const annToo = await house.device('ann')
  const other = annToo.im.conversation({ account: ben.account })
  assert.deepEqual(textsOf(await pinsOf(other).fetch()), ['the new address'])
})
