import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupPageMax, groupReceiptsMax } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'
import { groupReceiptDelayMs } from '../src/logic/message/receipts.ts'
import { grouped, groupOfThree } from './group-world.ts'

async function crowd(world: RulesWorld, count: number): Promise<Device[]> {
  const devices: Device[] = []
  for (let at = 0; at < count; at += 1)
    devices.push(await world.person(`reader${at}`, `198.51.100.${at}`))
  return devices
}

async function filled(world: RulesWorld, count: number) {
  const owner = await world.person('owner')
  const readers = await crowd(world, count)
  const target = await grouped(owner, readers.slice(0, 150))
  const accounts = readers.slice(150).map(({ account }) => account)
  if (accounts.length > 0)
    await owner.get('inviteMembers', { target, requestKey: world.mint(), accounts })
  const { seq } = replyOf(await owner.send(target, 'who has read this?'))
  for (const device of [owner, ...readers]) device.taken()
  return { owner, readers, target, seq: Number(seq) }
}

test('[R8.e] many readers at once cost each member one frame, not one for each reader', async () => {
  const world = new RulesWorld()
  const { owner, readers, target, seq } = await filled(world, 60)
  for (const reader of readers) reader.startNote('read', { target, upTo: seq })
  await world.clock.advance(2 * groupReceiptDelayMs)
  for (const device of [owner, ...readers]) {
    const pushes = device.taken('memberCursors')
    assert.equal(pushes.length, 1)
    const cursors = pushes[0]?.body['cursors'] as { account: number; read: number }[]
    assert.deepEqual(
      cursors.map(({ account, read }) => [account, read]).toSorted(),
      readers.map(({ account }) => [account, seq]).toSorted(),
    )
  }
  await world.clock.advance(10 * groupReceiptDelayMs)
  assert.deepEqual(owner.taken('memberCursors'), [])
})

test('[R8.e] readers that come one by one are told at most once in two seconds', async () => {
  const world = new RulesWorld()
  const { owner, readers, target, seq } = await filled(world, 40)
  const beganMs = world.clock.monotonicMs()
  for (const reader of readers) await reader.note('read', { target, upTo: seq })
  await world.clock.advance(groupReceiptDelayMs)
  const rounds = Math.ceil((world.clock.monotonicMs() - beganMs) / groupReceiptDelayMs)
  const frames = owner.taken('memberCursors').length
  assert.ok(frames >= 1 && frames <= rounds, `${frames} frames in ${rounds} rounds`)
})

test('[R8.e] in a large group nobody is told of others: who has read is asked for, page by page', async () => {
  const world = new RulesWorld()
  const { owner, readers, target, seq } = await filled(world, groupReceiptsMax + 20)
  const some = readers.slice(0, 30)
  for (const reader of some) await reader.note('read', { target, upTo: seq })
  await world.clock.advance(groupReceiptDelayMs)
  for (const device of [owner, ...readers]) assert.deepEqual(device.taken('memberCursors'), [])

  const has = await owner.get('listReaders', { target, seq, limit: 20 })
  assert.deepEqual([has.readCount, has.unreadCount], [30, readers.length - 30])
  assert.deepEqual([has.accounts.length, has.more], [20, true])
  const after = Number(has.accounts.at(-1))
  const rest = await owner.get('listReaders', { target, seq, limit: 20, after })
  assert.equal(rest.more, false)
  assert.deepEqual(
    [...has.accounts, ...rest.accounts].map(Number),
    some.map(({ account }) => account).toSorted((a, b) => a - b),
  )
  const not = await owner.get('listReaders', { target, seq, unread: true, limit: 5_000 })
  assert.equal(not.accounts.length, Math.min(groupPageMax, readers.length - 30))
})

test('[R10] a list of readers holds who could read the entry and is still there; who is not in it gets none', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  const seq = Number(replyOf(await owner.send(target, 'before late')).seq)
  const late = await world.person('late')
  const accounts = [late.account]
  await owner.get('inviteMembers', { target, requestKey: world.mint(), accounts })
  await late.note('read', { target, upTo: seq + 1 })
  await member.note('read', { target, upTo: seq })
  const ask = (device: Device, more = {}) => device.ask('listReaders', { target, seq, ...more })
  const of = async (device: Device, more = {}) => {
    const { readCount, unreadCount, accounts: found } = replyOf(await ask(device, more))
    return [readCount, unreadCount, found.map(Number)]
  }
  assert.deepEqual(await of(owner), [1, 1, [member.account]])
  assert.deepEqual(await of(member, { unread: true }), [1, 1, [admin.account]])
  assert.equal(errorOf(await ask(late)), 'NOT_FOUND')
  assert.equal(errorOf(await ask(owner, { seq: 99 })), 'NOT_FOUND')
  await member.get('leaveGroup', { target, requestKey: world.mint() })
  assert.deepEqual(await of(owner), [0, 1, []])
  assert.equal(errorOf(await ask(member)), 'NOT_FOUND')
})
