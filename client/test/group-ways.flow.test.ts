import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf, type IMError } from '../src/node.ts'
import { FlowWorld } from './flow-world.ts'

const code = (thrown: unknown) => (thrown as IMError).code

test('who has read an entry of a group, and who has not', async () => {
  await using world = await FlowWorld.start()
  const { ann, ben, cai } = await world.people('ann', 'ben', 'cai')
  const groups = groupsOf(ann.im)
  const id = await groups.create({ name: 'Flat 12', members: [ben.account, cai.account] })
  const { seq } = await ann.im.conversation(id).send({ text: 'rent is due' }).stored
  await Promise.all([ben.heardText('rent is due'), cai.heardText('rent is due')])
  const reads = new Map<number, number>()
  ann.im.on('receiptMoved', ({ account, read }) => reads.set(account, read))
  const none = await groups.readers(id, seq)
  assert.deepEqual([none.accounts, none.readCount, none.unreadCount], [[], 0, 2])
  ben.im.conversation(id).markRead(seq)
  await ann.until(() => reads.get(ben.account) === seq)
  assert.deepEqual((await groups.readers(id, seq)).accounts, [ben.account])
  const unread = await groups.readers(id, seq, { unread: true })
  assert.deepEqual([unread.accounts, unread.readCount, unread.unreadCount], [[cai.account], 1, 1])
  await assert.rejects(groups.readers(id, 99), (thrown) => code(thrown) === 'NOT_FOUND')

  const one = await groups.readers(id, 1, { limit: 1, unread: true })
  assert.equal(one.accounts.length, 0)
  cai.im.conversation(id).markRead(seq)
  await ann.until(() => reads.get(cai.account) === seq)
  const first = await groups.readers(id, seq, { limit: 1 })
  const second = await groups.readers(id, seq, { limit: 1, after: first.next })
  assert.deepEqual(
    [...first.accounts, ...second.accounts],
    [ben.account, cai.account].toSorted((a, b) => a - b),
  )
  assert.equal(second.next, 0)
})

test('by a link and an approval, with history from the start; named, and not missed', async () => {
  await using world = await FlowWorld.start()
  const { ann, ben, cai } = await world.people('ann', 'ben', 'cai')
  const [byAnn, byBen, byCai] = [groupsOf(ann.im), groupsOf(ben.im), groupsOf(cai.im)]
  const id = await byAnn.create({
    name: 'House',
    settings: { approveJoins: true, historyFromStart: true },
  })
  await ann.im.conversation(id).send({ text: 'from before' }).stored
  const { token } = await byAnn.createLink(id, { usesMax: 5 })
  assert.equal((await byBen.look(token)).name, 'House')
  assert.equal(await byBen.join(token, { text: 'it is ben' }), 0)
  assert.equal(await byCai.join(token), 0)
  await ann.until(() => ann.summary(id)?.group?.joinRequests === 2)
  const asked = await byAnn.joinRequests(id)
  assert.deepEqual(
    asked.map(({ account, text }) => [account, text]),
    [
      [ben.account, 'it is ben'],
      [cai.account, ''],
    ],
  )
  await byAnn.answer(id, ben.account, true)
  await byAnn.answer(id, cai.account, false)
  await ben.until(() => ben.summary(id)?.group?.name === 'House')
  assert.deepEqual(await ben.texts(id), ['from before'])
  assert.equal(ben.summary(id)?.unread, 0)
  assert.equal(cai.summary(id), undefined)
  await ann.until(() => ann.summary(id)?.group?.joinRequests === 0)

  const mentions = [{ account: ben.account, offset: 0, length: 4 }]
  const { seq } = await ann.im.conversation(id).send({ text: '@ben hello', mentions }).stored
  await ben.until(() => ben.summary(id)?.mentioned === seq)
  ben.im.conversation(id).markRead(seq)
  await ben.until(() => ben.summary(id)?.mentioned === 0)

  await byAnn.mute(id, ben.account, Date.now() + 3_600_000)
  await ben.until(() => (ben.summary(id)?.group?.mutedUntilMs ?? 0) > 0)
  const muted = ben.im.conversation(id).send({ text: 'but' })
  await assert.rejects(muted.stored, (thrown) => code(thrown) === 'MUTED')
  await byAnn.change(id, { announcement: 'quiet hours' })
  await ben.until(() => ben.summary(id)?.group?.announcement === 'quiet hours')
  await byBen.setRemark(id, 'home')
  await byBen.setNickname(id, 'Benny')
  await ben.until(() => ben.summary(id)?.group?.remark === 'home')
  assert.equal(ann.summary(id)?.group?.remark, '')
  const { members } = await byAnn.members(id)
  assert.equal(members.find(({ account }) => account === ben.account)?.nickname, 'Benny')
})
