import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountSettingsOf, contactsOf, type Contact, type IM } from '../src/node.ts'
import { becomes, code, openHouse } from './house.ts'

const stateIs = (im: IM, other: IM, state: Contact['state']): Promise<void> =>
  becomes(
    contactsOf(im).all,
    () => (contactsOf(im).get(other.me!.account)?.state ?? 'none') === state,
  )

test('contacts are asked for, made, named and ended, on all devices of both, across a restart of the server', async () => {
  await using house = await openHouse()
  const { im: ann } = await house.person('ann')
  const { im: annToo } = await house.device('ann')
  const { im: bob } = await house.person('bob')
  const bobId = (await ann.find('bob')).account
  const annId = ann.me!.account
  await bob.stop()

  await contactsOf(ann).request(bobId, { greeting: '你好，我是安' })
  await becomes(contactsOf(annToo).all, (all) => all[0]?.state === 'asked')
  await house.restart()
  const { im: phone } = await house.device('bob')
  const { im: laptop } = await house.device('bob')
  await stateIs(phone, ann, 'asking')
  assert.equal(contactsOf(phone).get(annId)?.greeting, '你好，我是安')
  await contactsOf(phone).accept(annId)
  for (const im of [phone, laptop]) await stateIs(im, ann, 'contact')
  for (const im of [ann, annToo]) await stateIs(im, phone, 'contact')
  assert.equal(await code(contactsOf(laptop).accept(annId)), 'done')

  await contactsOf(ann).set(bobId, { remark: '鲍勃', tags: ['work'] })
  await becomes(contactsOf(annToo).all, ([bobs]) => bobs?.remark === '鲍勃')
  const before = contactsOf(annToo).all.getSnapshot()
  assert.equal(contactsOf(annToo).all.getSnapshot(), before)
  const { sinceMs, ...anns } = contactsOf(phone).get(annId)!
  assert.ok(sinceMs > 0)
  assert.deepEqual(anns, {
    ...{ account: annId, state: 'contact', greeting: '', remark: '', tags: [] },
    ...{ blocked: false, expiresMs: 0 },
  })

  await contactsOf(laptop).remove(annId)
  await stateIs(phone, ann, 'none')
  for (const im of [ann, annToo]) await stateIs(im, phone, 'none')
  assert.equal(contactsOf(ann).get(bobId)?.remark, '鲍勃')
})

test('[R10] a block refuses sends and requests of the blocked one, until it ends', async () => {
  await using house = await openHouse()
  const { im: ann } = await house.person('ann')
  const { im: bob } = await house.person('bob')
  const chat = bob.conversation(await bob.find('ann'))
  await chat.send({ text: 'hello' }).stored
  await contactsOf(ann).block(bob.me!.account)
  assert.equal(await code(chat.send({ text: 'still there?' }).stored), 'BLOCKED')
  assert.equal(await code(contactsOf(bob).request(ann.me!.account)), 'BLOCKED')
  assert.equal(await code(contactsOf(ann).request(bob.me!.account)), 'WRONG_STATE')
  const { messages } = await chat.history()
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['hello'],
  )
  await contactsOf(ann).unblock(bob.me!.account)
  await chat.send({ text: 'thank you' }).stored
})

test('who takes messages of contacts only, and is found by them only, is so on the next command of anybody', async () => {
  await using house = await openHouse()
  const { im: ann } = await house.person('ann')
  const { im: annToo } = await house.device('ann')
  const { im: bob } = await house.person('bob')
  const own = accountSettingsOf(ann)
  assert.equal(own.settings.getSnapshot().writableBy, 'everybody')
  await own.set({ writableBy: 'contacts', findableBy: 'contacts', status: 'busy' })
  await becomes(accountSettingsOf(annToo).settings, ({ status }) => status === 'busy')
  const toAnn = bob.conversation({ account: ann.me!.account })
  assert.equal(await code(bob.find('ann')), 'NOT_FOUND')
  assert.equal(await code(toAnn.send({ text: 'hi' }).stored), 'STRANGERS_REFUSED')
  await contactsOf(bob).request(ann.me!.account)
  await stateIs(annToo, bob, 'asking')
  await contactsOf(ann).request(bob.me!.account)
  await stateIs(bob, ann, 'contact')
  await toAnn.send({ text: 'hi' }).stored
  assert.equal((await bob.find('ann')).account, ann.me!.account)
  await own.set({ writableBy: 'everybody' })
  assert.deepEqual(own.settings.getSnapshot(), {
    ...{ findableBy: 'contacts', writableBy: 'everybody', lastSeenBy: 'everybody', status: 'busy' },
  })
})

test('who looks before the cache is read sees what was in it once it is', async () => {
  await using house = await openHouse()
  const ann = await house.person('ann')
  const { account: bobId } = await house.person('bob')
  assert.equal((await ann.im.find('bob')).account, bobId)
  await contactsOf(ann.im).set(bobId, { remark: '鲍勃' })
  await ann.im.stop()

  const offline = house.offline(ann)
  const { all } = contactsOf(offline)
  assert.deepEqual(all.getSnapshot(), [])
  assert.equal(offline.profile(bobId), undefined)
  const named = new Promise<string>((resolve) => {
    offline.on('profileChanged', ({ account, handle }) => {
      if (account === bobId) resolve(handle)
    })
  })
  offline.start().catch(() => {})
  await becomes(all, ([bobs]) => bobs?.remark === '鲍勃')
  assert.equal(await named, 'bob')
})
