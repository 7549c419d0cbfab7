import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@parley/protocol'
import { errorOf, replyOf, type Device } from '../src/commands/testing/rules-world.ts'
import { groupOfThree, seqsSeenBy, viewOf } from './group-world.ts'

const { NoticeType } = wire

async function notices(device: Device, target: object) {
  const { entries } = await device.get('pull', { target, limit: 500 })
  return entries
    .filter((entry) => entry.kind === wire.EntryKind.ENTRY_KIND_NOTICE)
    .map((entry) => wire.EntryBody.decode(entry.body as Uint8Array).notice)
}

test('[R3] a group is there for all its members from its first entry on, and every change is one', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const told = await notices(member, target)
  assert.deepEqual(
    told.map((notice) => notice?.type),
    [NoticeType.NOTICE_TYPE_GROUP_CREATED, NoticeType.NOTICE_TYPE_ROLE_CHANGED],
  )
  await admin.get('setGroup', { target, requestKey: world.mint(), name: '  Flat 12a ' })
  const [push] = member.taken('entry')
  assert.equal((push?.body.entry as { seq: number } | undefined)?.seq, 3)
  const seen = await viewOf(member, target)
  assert.equal(seen?.group?.name, 'Flat 12a')
  assert.deepEqual([seen?.group?.owner, seen?.group?.admins], [owner.account, [admin.account]])
  assert.deepEqual([seen?.headSeq, seen?.unread, seen?.group?.members], [3, 0, 3])
})

test('[R9] a send to a group is one entry for all; own ones are unread for nobody of the account', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const other = await world.otherDevice('owner')
  const { seq } = replyOf(await owner.send(target, 'hello all'))
  for (const device of [admin, member, other]) {
    const [push] = device.taken('entry')
    assert.equal((push?.body.entry as { seq: number } | undefined)?.seq, seq)
  }
  assert.deepEqual(owner.taken('entry'), [])
  assert.equal((await viewOf(member, target))?.unread, 1)
  assert.equal((await viewOf(owner, target))?.unread, 0)
})

test('[R10.e] who leaves sees the entry of its leaving last, who joins nothing from before', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const late = await world.person('late')
  await owner.send(target, 'before')
  await owner.get('inviteMembers', {
    target,
    requestKey: world.mint(),
    accounts: [late.account, member.account],
  })
  const joined = await viewOf(late, target)
  assert.deepEqual([joined?.firstSeq, joined?.read, joined?.unread], [4, 4, 0])
  assert.deepEqual(await seqsSeenBy(late, target), [4])

  await owner.send(target, 'with late')
  const { seq } = await late.get('leaveGroup', { target, requestKey: world.mint() })
  await owner.send(target, 'after late')
  assert.deepEqual(await seqsSeenBy(late, target), [4, 5, Number(seq)])
  const left = await viewOf(late, target)
  assert.deepEqual([left?.left, left?.headSeq, left?.group?.name], [true, seq, 'Flat 12'])
  assert.equal(errorOf(await late.send(target, 'still here?')), 'NOT_FOUND')
  assert.equal(late.taken('entry').length, 3)

  await owner.get('setGroup', { target, requestKey: world.mint(), name: 'Without late' })
  assert.equal((await viewOf(late, target))?.group?.name, 'Flat 12')
  const back = { target, requestKey: world.mint(), accounts: [late.account] }
  const rejoined = await owner.get('inviteMembers', back)
  assert.deepEqual(await seqsSeenBy(late, target), [4, 5, 6, Number(rejoined.seq)])
  assert.deepEqual((await viewOf(late, target))?.unread, 0)
})

test('[R10.e] where history is visible from the start, who joins sees all of it, as read', async () => {
  const { world, owner, target } = await groupOfThree({ historyFromStart: true })
  const late = await world.person('late')
  await owner.send(target, 'before')
  const accounts = [late.account]
  await owner.get('inviteMembers', { target, requestKey: world.mint(), accounts })
  assert.deepEqual(await seqsSeenBy(late, target), [1, 2, 3, 4])
  const seen = await viewOf(late, target)
  assert.deepEqual([seen?.firstSeq, seen?.read, seen?.unread], [1, 4, 0])
})

test('[R2] a change said twice happens once, and is told once', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const late = await world.person('late')
  const request = { target, requestKey: world.mint(), accounts: [late.account] }
  const [once, again] = [
    await owner.get('inviteMembers', request),
    await owner.get('inviteMembers', request),
  ]
  assert.deepEqual([once.seq, again.seq], [3, 3])
  assert.deepEqual([once.repeated, again.repeated], [false, true])
  assert.equal(member.taken('entry').length, 1)
  const other = { ...request, accounts: [member.account] }
  assert.equal(errorOf(await owner.ask('inviteMembers', other)), 'ID_REUSED')
})

test('[R16.f] [R16.b] who has left finds nothing by words that were said in an edit afterwards', async () => {
  const { world, owner, member, target } = await groupOfThree()
  const { seq } = replyOf(await owner.send(target, 'the price is twelve'))
  await member.get('leaveGroup', { target, requestKey: world.mint() })
  const body = wire.EntryBody.encode({ text: 'the price is forty' }).finish()
  const act = { kind: wire.EntryKind.ENTRY_KIND_EDIT, refSeq: Number(seq), body }
  replyOf(await owner.ask('send', owner.message(target, '', act)))
  const found = async (device: Device, text: string) =>
    (await device.get('searchMessages', { text })).found.length
  assert.deepEqual([await found(owner, 'forty'), await found(owner, 'twelve')], [1, 0])
  assert.deepEqual([await found(member, 'forty'), await found(member, 'price')], [0, 1])
})
