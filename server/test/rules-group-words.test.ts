import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupAccountsMax, wire, type RequestInit } from '@parley/protocol'
import { errorOf, replyOf, type Device } from '../src/commands/testing/rules-world.ts'
import { groupOfThree, viewOf } from './group-world.ts'

type Body = RequestInit<'setGroup'>

const naming = (accounts: number[], mentionAll = false) =>
  wire.EntryBody.encode({
    text: '@x '.repeat(accounts.length) + 'look here',
    mentions: accounts.map((account, at) => ({ account, offset: 3 * at, length: 2 })),
    mentionAll,
  }).finish()

/** The newest unread entry that names them, as each sees it. */
const mentioned = async (target: object, ...devices: Device[]) =>
  Promise.all(devices.map(async (device) => Number((await viewOf(device, target))?.mentioned)))

test('[R10] who is named sees the newest unread entry that names it, until it is read', async () => {
  const { owner, admin, member, target } = await groupOfThree()
  const say = async (device: Device, accounts: number[], all = false) =>
    Number(replyOf(await device.send(target, '', { body: naming(accounts, all) })).seq)
  const first = await say(owner, [member.account])
  assert.deepEqual(await mentioned(target, owner, admin, member), [0, 0, first])
  const second = await say(admin, [member.account, owner.account, admin.account])
  assert.deepEqual(await mentioned(target, owner, admin, member), [second, 0, second])
  await member.note('read', { target, upTo: second - 1 })
  assert.deepEqual(await mentioned(target, member), [second])
  await member.note('read', { target, upTo: second })
  assert.deepEqual(await mentioned(target, member), [0])
  const { conversations } = await member.get('sync', { entriesPerConversation: 0 })
  assert.equal(Number(conversations[0]?.mentioned ?? 0), 0)

  const all = await say(admin, [], true)
  assert.deepEqual(await mentioned(target, owner, admin, member), [all, 0, all])
  await member.send(target, 'I have seen it', { readUpTo: all })
  assert.deepEqual(await mentioned(target, member), [0])
})

test('[R10] only who is in it can be named, and everybody only by who may', async () => {
  const { world, member, target } = await groupOfThree()
  const stranger = await world.person('stranger')
  const send = async (body: Uint8Array) => errorOf(await member.send(target, '', { body }))
  assert.equal(await send(naming([stranger.account])), 'WRONG_STATE')
  assert.equal(await send(naming([], true)), 'FORBIDDEN')
  assert.equal((await viewOf(member, target))?.headSeq, 2)
  assert.deepEqual(await mentioned(target, member), [0])
})

test('[R10] a mute ends with its time; what is muted is writing, not reading', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const untilMs = Math.floor(world.clock.wallMs()) + 60_000
  const mute = { target, requestKey: world.mint(), account: member.account, untilMs }
  await admin.get('muteMember', mute)
  assert.equal(errorOf(await member.send(target, 'mhm')), 'MUTED')
  assert.equal((await viewOf(member, target))?.group?.mutedUntilMs, untilMs)
  assert.equal(errorOf(await owner.send(target, 'quiet now')), undefined)
  assert.equal((await viewOf(member, target))?.unread, 1)
  await world.clock.advance(60_001)
  assert.equal(errorOf(await member.send(target, 'at last')), undefined)

  await admin.get('muteMember', { ...mute, requestKey: world.mint(), untilMs: untilMs * 2 })
  await admin.get('muteMember', { ...mute, requestKey: world.mint(), untilMs: 0 })
  assert.equal(errorOf(await member.send(target, 'again')), undefined)
  const allMuted = (isOn: boolean): Body => ({
    ...{ target, requestKey: world.mint(), allMuted: isOn },
  })
  await admin.get('setGroup', allMuted(true))
  assert.equal(errorOf(await member.send(target, 'me?')), 'MUTED')
  assert.equal(errorOf(await admin.send(target, 'only us')), undefined)
  await admin.get('setGroup', allMuted(false))
  assert.equal(errorOf(await member.send(target, 'me!')), undefined)
})

test('[R3] announcement and nickname are seen by all, a remark by its account alone', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const change = () => ({ target, requestKey: world.mint() })
  await owner.get('setGroup', { ...change(), announcement: 'Rent is due\non the 1st' })
  await member.get('setGroupNickname', { ...change(), nickname: 'Mem' })
  const others = await world.otherDevice('member')
  for (const device of [owner, admin]) device.taken()
  const before = Number((await viewOf(owner, target))?.headSeq)
  await member.get('setGroupRemark', { ...change(), remark: 'home' })
  assert.deepEqual([owner.taken(), admin.taken()], [[], []])
  assert.equal((await viewOf(owner, target))?.headSeq, before)
  assert.ok(others.taken('syncHint').length > 0)
  const [mine, theirs] = [await viewOf(others, target), await viewOf(owner, target)]
  assert.deepEqual([mine?.group?.remark, theirs?.group?.remark], ['home', ''])
  assert.equal(theirs?.group?.announcement, 'Rent is due\non the 1st')
  const { members } = await owner.get('listMembers', { target, accounts: [member.account] })
  assert.equal(members[0]?.nickname, 'Mem')
})

test('[R14] bad input is refused with a code, and changes nothing', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const ask = async (name: Parameters<Device['ask']>[0], more: object) => {
    const request = { target, requestKey: world.mint(), ...more }
    return errorOf(await owner.ask(name, request as never))
  }
  const before = JSON.stringify(await viewOf(member, target))
  const many = Array.from({ length: groupAccountsMax + 1 }, (_, at) => at + 1)
  assert.equal(await ask('setGroup', { name: ' ' }), 'BAD_REQUEST')
  assert.equal(await ask('setGroup', {}), 'BAD_REQUEST')
  assert.equal(await ask('setGroup', { name: 'x'.repeat(200) }), 'TOO_LARGE')
  assert.equal(await ask('setGroup', { avatar: 'https://example.org/a.png' }), 'BAD_REQUEST')
  assert.equal(await ask('setGroup', { settings: { inviteFrom: 9 } }), 'BAD_REQUEST')
  assert.equal(await ask('inviteMembers', { accounts: many }), 'TOO_LARGE')
  assert.equal(await ask('inviteMembers', { accounts: [] }), 'BAD_REQUEST')
  assert.equal(await ask('inviteMembers', { accounts: [4_242] }), 'NOT_FOUND')
  assert.equal(await ask('setMemberRole', { account: member.account, role: 3 }), 'BAD_REQUEST')
  assert.equal(await ask('setMemberRole', { account: 4_242, role: 2 }), 'NOT_FOUND')
  assert.equal(await ask('muteMember', { account: 4_242, untilMs: 9 }), 'NOT_FOUND')
  assert.equal(await ask('answerJoinRequest', { account: 4_242, accept: true }), 'NOT_FOUND')
  assert.equal(await ask('leaveGroup', {}), 'FORBIDDEN')
  assert.equal(await ask('leaveGroup', { requestKey: new Uint8Array(3) }), 'BAD_ID')
  assert.equal(await ask('createGroupLink', { lifetimeMs: 1e12 }), 'BAD_REQUEST')
  assert.equal(JSON.stringify(await viewOf(member, target)), before)
  const direct = { account: member.account }
  await owner.send(direct, 'between us')
  assert.equal(await ask('setGroup', { target: direct, name: 'a group?' }), 'WRONG_STATE')
})

test('[R10.f] who may not be written to cannot be added; a block cuts nothing in groups', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const shy = await world.person('shy')
  const block = { account: owner.account, blocked: true, requestKey: world.mint() }
  await shy.get('setBlocked', block)
  const invite = { target, requestKey: world.mint(), accounts: [shy.account] }
  assert.equal(errorOf(await owner.ask('inviteMembers', invite)), 'BLOCKED')
  await member.get('setBlocked', { ...block, requestKey: world.mint() })
  member.taken()
  assert.equal(errorOf(await owner.send(target, 'you hear me here')), undefined)
  assert.equal(member.taken('entry').length, 1)
  const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
  const joined = await shy.ask('joinGroup', { token, requestKey: world.mint() })
  assert.equal(errorOf(joined), undefined)
})
