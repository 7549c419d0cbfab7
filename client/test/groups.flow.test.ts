import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@parley/protocol'
import { groupsOf, noticeOf, type IMError } from '../src/node.ts'
import { FlowWorld } from './flow-world.ts'

const types = wire.NoticeType
const code = (thrown: unknown) => (thrown as IMError).code

test('[R10.e] who comes back into a group is in it at once, and knows what it is now', async () => {
  await using world = await FlowWorld.start()
  const { ann, ben } = await world.people('ann', 'ben')
  const byAnn = groupsOf(ann.im)
  const id = await byAnn.create({ name: 'Flat 12', members: [ben.account] })
  await ben.until(() => ben.summary(id)?.group?.name === 'Flat 12')
  await byAnn.remove(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === true)
  await byAnn.invite(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === false)
  await byAnn.remove(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === true)
  await byAnn.change(id, { name: 'Flat 13' })
  await ann.im.conversation(id).send({ text: 'behind his back' }).stored
  await byAnn.invite(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === false)
  await ben.until(() => ben.summary(id)?.group?.name === 'Flat 13')
  await ben.im.conversation(id).send({ text: 'here again' }).stored
  await ann.heardText('here again')
  assert.equal(ben.summary(id)?.group?.members, 2)
})

test('[R10.e] who comes back after more than it catches up with is in the group, too', async () => {
  await using world = await FlowWorld.start()
  const ann = await world.person('ann')
  const ben = await world.person('ben', { gapEntriesMax: 5 })
  const byAnn = groupsOf(ann.im)
  const id = await byAnn.create({ name: 'Flat 12', members: [ben.account] })
  await ben.until(() => ben.summary(id)?.group?.name === 'Flat 12')
  await byAnn.remove(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === true)
  for (let said = 0; said < 8; said += 1)
    await ann.im.conversation(id).send({ text: `behind his back ${said}` }).stored
  await byAnn.change(id, { name: 'Flat 13' })
  await byAnn.invite(id, [ben.account])
  await ben.until(() => ben.summary(id)?.left === false)
  await ben.until(() => ben.summary(id)?.group?.name === 'Flat 13')
})

test('a group from its making to its end, as everybody in it sees it', async () => {
  await using world = await FlowWorld.start()
  const { ann, ben, cai, dora } = await world.people('ann', 'ben', 'cai', 'dora')
  const [byAnn, byBen, byCai] = [groupsOf(ann.im), groupsOf(ben.im), groupsOf(cai.im)]
  const id = await byAnn.create({ name: 'Flat 12', members: [ben.account, cai.account] })
  assert.equal(ann.summary(id)?.group?.role, 3)
  await ben.until(() => ben.summary(id)?.group?.name === 'Flat 12')

  await ann.im.conversation(id).send({ text: 'welcome' }).stored
  await Promise.all([ben.heardText('welcome'), cai.heardText('welcome')])
  assert.equal(ben.summary(id)?.unread, 1)

  await byBen.invite(id, [dora.account])
  await dora.until(() => dora.summary(id) !== undefined)
  await ann.until(() => ann.summary(id)?.group?.members === 4)
  assert.deepEqual(await dora.texts(id), [])
  await assert.rejects(
    byBen.change(id, { name: 'Ben’s' }),
    (thrown) => code(thrown) === 'FORBIDDEN',
  )
  await byAnn.setRole(id, ben.account, 2)
  await ben.until(() => ben.summary(id)?.group?.role === 2)
  await byBen.change(id, { name: 'Ben’s flat' })
  await dora.until(() => dora.summary(id)?.group?.name === 'Ben’s flat')

  await byBen.remove(id, [cai.account])
  await cai.until(() => cai.summary(id)?.left === true)
  await ann.im.conversation(id).send({ text: 'without cai' }).stored
  await dora.heardText('without cai')
  const sent = cai.im.conversation(id).send({ text: 'still there?' })
  await assert.rejects(sent.stored, (thrown) => code(thrown) === 'NOT_FOUND')
  assert.deepEqual(await cai.texts(id), ['welcome'])
  const last = cai.heard.at(-1)
  assert.ok(last !== undefined)
  assert.equal(noticeOf(last)?.type, types.NOTICE_TYPE_MEMBERS_REMOVED)
  assert.equal(last.sender, ben.account)
  await assert.rejects(byCai.members(id), (thrown) => code(thrown) === 'NOT_FOUND')

  await byAnn.transfer(id, ben.account)
  await byAnn.leave(id)
  await ann.until(() => ann.summary(id)?.left === true)
  await ben.until(() => ben.summary(id)?.group?.owner === ben.account)
  await byBen.dissolve(id)
  await dora.until(() => dora.summary(id)?.group?.dissolved === true)
  const late = dora.im.conversation(id).send({ text: 'anybody?' })
  await assert.rejects(late.stored, (thrown) => code(thrown) === 'WRONG_STATE')
})
