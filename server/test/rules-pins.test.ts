import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire, type parley } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'

const kinds = wire.EntryKind
type Target = { conversation: number }

const act = (device: Device, target: object, kind: number, refSeq: number, body: object) =>
  device.ask(
    'send',
    device.message(target as Target, '', {
      ...{ kind, refSeq, body: wire.EntryBody.encode(body).finish() },
    }),
  )
const pin = (device: Device, target: object, refSeq: number, pinned = true) =>
  act(device, target, kinds.ENTRY_KIND_PIN, refSeq, { pinned })
const recall = (device: Device, target: object, refSeq: number) =>
  act(device, target, kinds.ENTRY_KIND_RECALL, refSeq, {})

async function pinned(device: Device, target: Target): Promise<number[]> {
  const seqs: number[] = []
  for (let before = 0; ;) {
    const page = await device.get('listPins', { target, before, limit: 2 })
    seqs.push(...page.entries.map(({ seq }) => seq!))
    if (!page.more) return seqs
    before = page.entries.at(-1)!.pinSeq!
  }
}

async function talk(pinsMax = 3) {
  const world = new RulesWorld({ pinsMax })
  const [ann, bob] = [await world.person('ann'), await world.person('bob')]
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'one'))
  const target = { conversation }
  for (const text of ['two', 'three', 'four']) await bob.send(target, text)
  for (const one of [ann, bob]) one.taken()
  return { world, ann, bob, target }
}

test('[R16] a pin is an entry, everybody is told of it with what it pinned, and the list is paged', async () => {
  const { ann, bob, target } = await talk()
  const { seq } = replyOf(await pin(ann, target, 2))
  const [push] = bob.taken('entry')
  const { entry, changes } = push!.body as unknown as parley.v1.EntryPush
  assert.deepEqual([entry!.kind, changes![0]!.seq, changes![0]!.pinSeq], [23, 2, seq])
  await pin(bob, target, 1)
  await pin(bob, target, 4)
  for (const device of [ann, bob]) assert.deepEqual(await pinned(device, target), [4, 1, 2])
  const { entries } = await bob.get('pull', { target, fromSeq: 1, limit: 4 })
  assert.deepEqual(
    entries.map((one) => one.pinSeq! > 0),
    [true, true, false, true],
  )
  replyOf(await pin(ann, target, 1, false))
  assert.deepEqual(await pinned(bob, target), [4, 2])
  assert.equal((await bob.get('pull', { target, fromSeq: 1, limit: 1 })).entries[0]!.pinSeq, 0)
})

test('[R16] what is recalled is pinned no more, and makes room', async () => {
  const { ann, bob, target } = await talk(1)
  replyOf(await pin(ann, target, 2))
  assert.equal(errorOf(await pin(ann, target, 1)), 'LIMIT_REACHED')
  replyOf(await recall(bob, target, 2))
  assert.deepEqual(await pinned(ann, target), [])
  assert.equal(errorOf(await pin(ann, target, 2)), 'WRONG_STATE')
  assert.equal(errorOf(await pin(ann, target, 2, false)), 'WRONG_STATE')
  replyOf(await pin(ann, target, 1))
  assert.deepEqual(await pinned(bob, target), [1])
})

test('[R14] a pin that may not be is refused with its code and changes nothing', async () => {
  const { world, ann, bob, target } = await talk()
  const mallory = await world.person('mallory')
  replyOf(await pin(ann, target, 1))
  const { seq: pinSeq } = replyOf(await act(bob, target, kinds.ENTRY_KIND_PIN, 2, { pinned: true }))
  const before = JSON.stringify(await ann.get('pull', { target }))
  assert.equal(errorOf(await pin(ann, target, 1)), 'WRONG_STATE')
  assert.equal(errorOf(await pin(ann, target, 3, false)), 'WRONG_STATE')
  assert.equal(errorOf(await pin(ann, target, pinSeq)), 'WRONG_STATE')
  assert.equal(errorOf(await pin(ann, target, 0)), 'BAD_REQUEST')
  assert.equal(errorOf(await pin(ann, target, 99)), 'NOT_FOUND')
  assert.equal(errorOf(await pin(mallory, target, 1)), 'NOT_FOUND')
  assert.equal(errorOf(await pin(mallory, { conversation: 4_242 }, 1)), 'NOT_FOUND')
  const withText = await act(ann, target, kinds.ENTRY_KIND_PIN, 3, { pinned: true, text: 'x' })
  assert.equal(errorOf(withText), 'BAD_REQUEST')
  assert.equal(errorOf(await mallory.ask('listPins', { target })), 'NOT_FOUND')
  assert.equal(errorOf(await ann.ask('listPins', {})), 'BAD_REQUEST')
  assert.equal(JSON.stringify(await ann.get('pull', { target })), before)
})

test('[R2] a pin that is sent again is answered as stored', async () => {
  const { ann, bob, target } = await talk()
  const request = ann.message(target, '', {
    ...{ kind: kinds.ENTRY_KIND_PIN, refSeq: 1 },
    body: wire.EntryBody.encode({ pinned: true }).finish(),
  })
  const first = replyOf(await ann.ask('send', request))
  replyOf(await pin(bob, target, 1, false))
  const again = replyOf(await ann.ask('send', request))
  assert.deepEqual([again.seq, again.duplicate], [first.seq, true])
  assert.deepEqual(await pinned(ann, target), [])
})

test('[R10] in a group admins pin, and who joins later sees no pin from before', async () => {
  const world = new RulesWorld()
  const [ann, bob, cat] = [
    await world.person('ann'),
    await world.person('bob'),
    await world.person('cat'),
  ]
  const { conversation } = await ann.get('createGroup', {
    ...{ requestKey: world.mint(), name: 'three', members: [bob.account] },
  })
  const target = { conversation }
  const { seq } = replyOf(await bob.send(target, 'rules'))
  assert.equal(errorOf(await pin(bob, target, seq)), 'FORBIDDEN')
  replyOf(await pin(ann, target, seq))
  await ann.get('inviteMembers', { target, requestKey: world.mint(), accounts: [cat.account] })
  assert.deepEqual([await pinned(bob, target), await pinned(cat, target)], [[seq], []])
  await ann.get('removeMembers', { target, requestKey: world.mint(), accounts: [bob.account] })
  assert.equal(errorOf(await pin(bob, target, seq, false)), 'NOT_FOUND')
  assert.deepEqual(await pinned(bob, target), [seq])
})
