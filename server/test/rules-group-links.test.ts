import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'
import { grouped, groupOfThree, seqsSeenBy, viewOf } from './group-world.ts'

const { NoticeType } = wire
const join = (device: Device, token: string, text = '') =>
  device.ask('joinGroup', { token, text, requestKey: device.world.mint() })

test('[R10.e] who has the link looks, joins, and sees what comes from then on', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
  const late = await world.person('late')
  const look = await late.get('lookAtGroupLink', { token })
  assert.deepEqual(
    [look.name, look.members, look.approveJoins, look.conversation],
    ['Flat 12', 3, false, 0],
  )
  const request = { token, requestKey: world.mint() }
  const { conversation } = await late.get('joinGroup', request)
  assert.deepEqual({ conversation }, target)
  assert.deepEqual(replyOf(await late.ask('joinGroup', request)).conversation, conversation)
  assert.equal((await viewOf(owner, target))?.group?.members, 4)
  assert.deepEqual(await seqsSeenBy(late, target), [3])
  const [push] = member.taken('entry')
  const entry = push?.body['entry'] as { body: Uint8Array; sender: number }
  const { notice } = wire.EntryBody.decode(entry.body)
  assert.deepEqual(
    [notice?.type, entry.sender],
    [NoticeType.NOTICE_TYPE_MEMBER_JOINED, late.account],
  )
  assert.equal((await late.get('lookAtGroupLink', { token })).conversation, conversation)
})

test('[R14.c] a link that was revoked, has expired, or is used up is none', async () => {
  const { world, owner, target } = await groupOfThree()
  const make = async (more = {}) =>
    owner.get('createGroupLink', { target, requestKey: world.mint(), ...more })
  const [once, brief, revoked] = [
    await make({ usesMax: 1 }),
    await make({ lifetimeMs: 60_000 }),
    await make(),
  ]
  const first = await world.person('first')
  assert.equal(errorOf(await join(first, once.token)), undefined)
  // NOTE who is in already uses nothing up.
  assert.equal(errorOf(await join(first, brief.token)), undefined)
  const second = await world.person('second')
  assert.equal(errorOf(await join(second, once.token)), 'NOT_FOUND')
  assert.equal((await owner.get('listGroupLinks', { target })).links.length, 2)
  await world.clock.advance(60_001)
  assert.equal(errorOf(await join(second, brief.token)), 'NOT_FOUND')
  const { token } = revoked
  await owner.get('revokeGroupLink', { target, requestKey: world.mint(), token })
  for (const bad of [token, '0'.repeat(32), 'no token at all', ''])
    assert.equal(errorOf(await second.ask('lookAtGroupLink', { token: bad })), 'NOT_FOUND', bad)
  assert.equal(errorOf(await join(second, token)), 'NOT_FOUND')
  assert.deepEqual((await owner.get('listGroupLinks', { target })).links, [])
  assert.equal(errorOf(await second.ask('pull', { target })), 'NOT_FOUND')
})

test('[R10] where joins are approved an admin answers; who waits is in nothing, and may ask again', async () => {
  const { world, owner, admin, member, target } = await groupOfThree({ approveJoins: true })
  const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
  const [one, two] = [await world.person('one'), await world.person('two')]
  assert.equal(replyOf(await join(one, token, 'it is me')).conversation, 0)
  assert.equal(replyOf(await join(one, token, 'me again')).conversation, 0)
  assert.equal(replyOf(await join(two, token, 'and me')).conversation, 0)
  assert.equal(errorOf(await one.ask('pull', { target })), 'NOT_FOUND')
  assert.ok(admin.taken('syncHint').length > 0)
  assert.equal((await viewOf(admin, target))?.group?.joinRequests, 2)
  assert.equal((await viewOf(member, target))?.group?.joinRequests, 0)
  const { requests } = await admin.get('listJoinRequests', { target })
  assert.deepEqual(
    requests.map(({ account, text }) => [account, text]),
    [
      [one.account, 'me again'],
      [two.account, 'and me'],
    ],
  )
  const answer = (account: number, accept: boolean) =>
    admin.ask('answerJoinRequest', { target, requestKey: world.mint(), account, accept })
  assert.equal(errorOf(await answer(one.account, true)), undefined)
  assert.equal(errorOf(await answer(two.account, false)), undefined)
  assert.equal(errorOf(await answer(two.account, true)), 'NOT_FOUND')
  assert.deepEqual(await seqsSeenBy(one, target), [3])
  assert.equal(errorOf(await two.ask('pull', { target })), 'NOT_FOUND')
  assert.equal((await viewOf(owner, target))?.group?.joinRequests, 0)
  assert.equal(replyOf(await join(two, token)).conversation, 0)
  assert.equal((await viewOf(owner, target))?.group?.joinRequests, 1)
})

test('[R10] a dissolved group takes nothing more: no message, no member, no change; what was said stays', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
  await owner.send(target, 'the last word')
  await owner.get('dissolveGroup', { target, requestKey: world.mint() })
  const late = await world.person('late')
  assert.equal(errorOf(await join(late, token)), 'NOT_FOUND')
  assert.equal(errorOf(await member.send(target, 'anybody?')), 'WRONG_STATE')
  const change = { target, requestKey: world.mint() }
  const invited = { ...change, accounts: [late.account] }
  assert.equal(errorOf(await admin.ask('inviteMembers', invited)), 'WRONG_STATE')
  assert.equal(
    errorOf(await owner.ask('setGroup', { ...change, requestKey: world.mint(), name: 'x' })),
    'WRONG_STATE',
  )
  assert.deepEqual(await seqsSeenBy(member, target), [1, 2, 3, 4])
  assert.equal((await viewOf(member, target))?.group?.dissolved, true)
})

test('[R13.a] a group is full at its limit, and a join that finds it full uses no link up', async () => {
  const world = new RulesWorld({ groupMembersMax: 3 })
  const owner = await world.person('owner')
  const [one, two, three] = [
    await world.person('one'),
    await world.person('two'),
    await world.person('three'),
  ]
  const target = await grouped(owner, [one])
  const { token } = await owner.get('createGroupLink', {
    ...{ target, requestKey: world.mint(), usesMax: 1 },
  })
  const invite = (accounts: number[]) =>
    owner.ask('inviteMembers', { target, requestKey: world.mint(), accounts })
  assert.equal(errorOf(await invite([two.account, three.account])), 'LIMIT_REACHED')
  assert.equal((await viewOf(owner, target))?.group?.members, 2)
  assert.equal(errorOf(await invite([two.account])), undefined)
  assert.equal(errorOf(await join(three, token)), 'LIMIT_REACHED')
  const removed = { target, requestKey: world.mint(), accounts: [two.account] }
  await owner.get('removeMembers', removed)
  assert.equal(errorOf(await join(three, token)), undefined)
})
