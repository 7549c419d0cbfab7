import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountSettingsOf, MemoryStorage, type IM } from '../src/node.ts'
import { becomes, code, openHouse } from './house.ts'

const android = 4
const ios = 5
const text = (body: Uint8Array | undefined) => body && new TextDecoder().decode(body)

const itemIs = (im: IM, key: string, value: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (text(im.item(key)) !== value) return
      remove()
      resolve()
    }
    const remove = im.on('itemChanged', look)
    look()
  })

test('[R12] a newer phone replaces the older one where the policy says so, and is refused where it says that', async () => {
  await using house = await openHouse({ 'device-policy': 'android=kick:1,ios=refuse:1' })
  const { im: laptop } = await house.person('ann')
  const { im: first } = await house.device('ann', new MemoryStorage(), android)
  const { im: second } = await house.device('ann', new MemoryStorage(), android)
  await becomes(first.connection, ({ name }) => name === 'kicked')
  const state = first.state
  assert.equal(state.name === 'kicked' && state.reason, 'REPLACED')
  assert.equal(await code(first.start()), 'TOKEN_INVALID')
  assert.equal(first.state.name, 'signedOut')
  await house.device('ann', new MemoryStorage(), ios)
  assert.equal(await code(house.device('ann', new MemoryStorage(), ios)), 'DEVICE_REFUSED')
  const devices = await laptop.devices()
  assert.deepEqual(devices.map(({ deviceClass }) => deviceClass).toSorted(), [android, ios, 6])
  assert.equal(second.state.name, 'online')
})

test('[R9] the devices of an account share what it wrote and read, its drafts and settings, live and after an absence', async () => {
  await using house = await openHouse()
  const { im: ann, account: annId } = await house.person('ann')
  const { im: bob, account: bobId } = await house.person('bob')
  const phone = await house.device('ann', new MemoryStorage(), android)
  const here = ann.conversation({ account: bobId })
  await here.send({ text: 'from the laptop' }).stored
  const onPhone = phone.im.conversation({ account: bobId })
  await becomes(phone.im.conversations, ([newest]) => newest?.last?.text === 'from the laptop')
  assert.equal(phone.im.unread.getSnapshot(), 0)

  const toAnn = bob.conversation({ account: annId })
  await toAnn.send({ text: 'one' }).stored
  await toAnn.send({ text: 'two' }).stored
  for (const im of [ann, phone.im]) await becomes(im.unread, (unread) => unread === 2)
  await onPhone.open()
  onPhone.markRead()
  await becomes(ann.unread, (unread) => unread === 0)

  here.setDraft('half a thought')
  await becomes(onPhone.summary, ({ draft }) => draft === 'half a thought')
  await ann.setItem('setting:sound', new TextEncoder().encode('off'))
  await itemIs(phone.im, 'setting:sound', 'off')

  await phone.im.stop()
  await toAnn.send({ text: 'three' }).stored
  await becomes(ann.unread, (unread) => unread === 1)
  here.markRead()
  await here.send({ text: 'and my answer' }).stored
  await accountSettingsOf(ann).set({ status: 'away' })
  const { im: back } = await house.device('ann', phone.storage, android)
  await becomes(back.unread, (unread) => unread === 0)
  const [summary] = back.conversations.getSnapshot()
  assert.equal(summary?.last?.text, 'and my answer')
  await becomes(back.conversation(summary.id).summary, ({ draft }) => draft === '')
  await becomes(accountSettingsOf(back).settings, ({ status }) => status === 'away')
})
