import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editsPerEntryMax, emojisPerEntryMax, wire, type parley } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'

const kinds = wire.EntryKind
const states = wire.EntryState
type Body = parley.v1.IEntryBody
type Entry = parley.v1.Entry

const encode = (body: Body) => wire.EntryBody.encode(body).finish()
const textOf = (entry: parley.v1.IEntry | undefined) =>
  wire.EntryBody.decode(entry?.body ?? new Uint8Array()).text

async function talk() {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'first'))
  const target = { conversation }
  await bob.send(target, 'second')
  for (const one of [ann, bob]) one.taken()
  return { world, ann, bob, target }
}

type Talk = Awaited<ReturnType<typeof talk>>

function act(device: Device, target: Talk['target'], kind: number, refSeq: number, body: Body) {
  return device.ask('send', device.message(target, '', { kind, refSeq, body: encode(body) }))
}

const edit = (device: Device, target: Talk['target'], refSeq: number, text: string) =>
  act(device, target, kinds.ENTRY_KIND_EDIT, refSeq, { text })
const recall = (device: Device, target: Talk['target'], refSeq: number) =>
  act(device, target, kinds.ENTRY_KIND_RECALL, refSeq, {})
const react = (
  device: Device,
  target: Talk['target'],
  refSeq: number,
  emoji: string,
  removed = false,
) => act(device, target, kinds.ENTRY_KIND_REACTION, refSeq, { reaction: { emoji, removed } })

const pulled = async (device: Device, target: Talk['target'], fromSeq = 1) =>
  (await device.get('pull', { target, fromSeq })).entries as Entry[]
const pushed = (device: Device) =>
  device.taken('entry').map(({ body }) => body as unknown as parley.v1.EntryPush)

/** Everything that can be read of a conversation. */
const stateOf = async ({ ann, bob, target }: Talk) => {
  const views = [ann, bob].map((one) => one.get('getConversation', { target, entries: 50 }))
  return JSON.stringify([await pulled(ann, target), await Promise.all(views)])
}

test('[R16] a view of nothing but acts holds the newest message before them, too', async () => {
  const { ann, bob, target } = await talk()
  for (let seq = 3; seq <= 150; seq += 1)
    assert.equal(replyOf(await react(bob, target, 1, '👍', seq % 2 === 0)).seq, seq)
  for (const device of [ann, bob]) {
    const { conversations } = await device.get('sync', { entriesPerConversation: 3 })
    const [view] = conversations as parley.v1.Conversation[]
    const seqs = [view?.entries, view?.changes].map((entries) => entries?.map(({ seq }) => seq))
    assert.deepEqual(
      [seqs[0], seqs[1]?.toSorted()],
      [
        [148, 149, 150],
        [1, 2],
      ],
    )
  }
  await ann.get('deleteForMe', { target, seqs: [2] })
  const { conversations } = await ann.get('sync', { entriesPerConversation: 3 })
  assert.deepEqual(
    conversations[0]?.changes?.map(({ seq }) => seq),
    [1],
  )
})

test('[R16] an edit is an entry, and the entry it changed is served as it is now', async () => {
  const { ann, bob, target } = await talk()
  const { seq } = replyOf(await edit(ann, target, 1, 'first, corrected'))
  assert.equal(seq, 3)
  for (const device of [ann, bob]) {
    const [first, , third] = await pulled(device, target)
    assert.deepEqual(
      [textOf(first), first!.changed, first!.editSeq, first!.state],
      ['first, corrected', 3, 3, states.ENTRY_STATE_EDITED],
    )
    // What the edit says stands in the entry it changed, and nowhere else.
    assert.deepEqual(
      [third!.kind, third!.refSeq, third!.body.length],
      [kinds.ENTRY_KIND_EDIT, 1, 0],
    )
  }
  const beside = await bob.get('pull', { target, fromSeq: 2 })
  assert.deepEqual(
    beside.changes!.map((change) => [change.seq, textOf(change)]),
    [[1, 'first, corrected']],
  )
  const view = await bob.get('getConversation', { target, entries: 1 })
  assert.deepEqual(
    view.conversation!.changes!.map((change) => [change.seq, textOf(change)]),
    [
      [1, 'first, corrected'],
      [2, 'second'],
    ],
  )
  await edit(ann, target, 1, 'once more')
  assert.equal(textOf((await pulled(bob, target))[0]), 'once more')
})

test('[R16] every device is told of an act with what it changed, that of its actor too', async () => {
  const { world, ann, bob, target } = await talk()
  const annToo = await world.otherDevice('ann')
  await edit(ann, target, 1, 'new')
  for (const device of [ann, annToo, bob]) {
    const [push] = pushed(device)
    const [change] = push!.changes!
    assert.deepEqual(
      [push!.entry!.seq, push!.entry!.body!.length, textOf(change), change!.bodyKept],
      [3, 0, 'new', false],
    )
  }
  await react(bob, target, 1, '👍')
  const [toAnn] = pushed(ann)
  const [toBob] = pushed(bob)
  const [change] = toAnn!.changes!
  assert.deepEqual([change!.body!.length, change!.bodyKept, change!.ownKept], [0, true, true])
  const reaction = { emoji: '👍', count: 1, accounts: [bob.account] }
  assert.deepEqual(
    [toAnn, toBob].map((push) => ({ ...push!.changes![0]!.reactions![0] })),
    [reaction, { ...reaction, mine: true }],
  )
  await recall(ann, target, 1)
  const [gone] = pushed(bob)[0]!.changes!
  assert.deepEqual(
    [gone!.state, gone!.body!.length, gone!.bodyKept],
    [states.ENTRY_STATE_RECALLED, 0, false],
  )
})

test('[R16] a recall hides every version, leaves a tombstone and everybody’s counts', async () => {
  const { ann, bob, target } = await talk()
  await edit(ann, target, 1, 'a secret')
  await react(bob, target, 1, '❤️')
  const before = await bob.get('getConversation', { target, entries: 0 })
  const sent = (await pulled(ann, target))[0]!
  const { seq } = replyOf(await recall(ann, target, 1))
  const entries = await pulled(bob, target)
  const [gone] = entries
  assert.deepEqual(
    [gone!.seq, gone!.sender, gone!.count, gone!.changed, gone!.state],
    [1, ann.account, 1, seq, states.ENTRY_STATE_RECALLED],
  )
  assert.deepEqual(gone!.clientId, sent.clientId)
  assert.deepEqual([gone!.body.length, gone!.reactions!.length], [0, 0])
  assert.ok(!JSON.stringify(entries.map(textOf)).includes('secret'))
  const after = await bob.get('getConversation', { target, entries: 0 })
  assert.equal(after.conversation!.unread, before.conversation!.unread)
})

test('[R2] a retry of an act, or of what was recalled since, is answered as stored', async () => {
  const { ann, bob, target } = await talk()
  const message = ann.message(target, 'soon gone')
  const { seq } = replyOf(await ann.ask('send', message))
  const request = ann.message(target, '', {
    kind: kinds.ENTRY_KIND_RECALL,
    refSeq: seq,
    body: encode({}),
  })
  const first = replyOf(await ann.ask('send', request))
  for (const one of [ann, bob]) one.taken()
  const again = replyOf(await ann.ask('send', request))
  assert.deepEqual([again.seq, again.duplicate], [first.seq, true])
  const resent = replyOf(await ann.ask('send', message))
  assert.deepEqual([resent.seq, resent.duplicate], [seq, true])
  assert.deepEqual([pushed(ann), pushed(bob)], [[], []])
  assert.equal((await pulled(bob, target)).length, first.seq)
})

test('[R16] each account says each emoji once, and takes away only its own', async () => {
  const talking = await talk()
  const { ann, bob, target } = talking
  assert.equal(errorOf(await react(ann, target, 2, '👍', true)), 'WRONG_STATE')
  await react(ann, target, 2, '👍')
  await react(bob, target, 2, '👍')
  await react(bob, target, 2, ':shipit:')
  const before = await stateOf(talking)
  assert.equal(errorOf(await react(ann, target, 2, '👍')), 'WRONG_STATE')
  assert.equal(errorOf(await react(ann, target, 2, ':shipit:', true)), 'WRONG_STATE')
  assert.equal(await stateOf(talking), before)
  const shown = async (device: Device) =>
    (await pulled(device, target))[1]!.reactions!.map(({ emoji, count, accounts, mine }) => [
      emoji,
      count,
      accounts,
      mine,
    ])
  assert.deepEqual(await shown(ann), [
    ['👍', 2, [ann.account, bob.account], true],
    [':shipit:', 1, [bob.account], false],
  ])
  await react(ann, target, 2, '👍', true)
  assert.deepEqual(await shown(bob), [
    [':shipit:', 1, [bob.account], true],
    ['👍', 1, [bob.account], true],
  ])
})

test('[R13] edits and different emoji of one entry are limited', async () => {
  const { ann, bob, target } = await talk()
  for (let index = 0; index < editsPerEntryMax; index += 1) await edit(ann, target, 1, `${index}`)
  assert.equal(errorOf(await edit(ann, target, 1, 'one more')), 'LIMIT_REACHED')
  for (let index = 0; index < emojisPerEntryMax; index += 1)
    replyOf(await react(bob, target, 1, `:e${index}:`))
  assert.equal(errorOf(await react(ann, target, 1, '🎉')), 'LIMIT_REACHED')
  replyOf(await react(ann, target, 1, ':e0:'))
  assert.equal(errorOf(await recall(ann, target, 1)), undefined)
})

test('[R14] an act that may not be is refused with its code and changes nothing', async () => {
  const talking = await talk()
  const { world, ann, bob, target } = talking
  const mallory = await world.person('mallory')
  await recall(bob, target, 2)
  const { seq: answer } = replyOf(await ann.send(target, 'an answer', { refSeq: 1 }))
  const { ENTRY_KIND_EDIT, ENTRY_KIND_RECALL, ENTRY_KIND_REACTION } = kinds
  const before = await stateOf(talking)
  for (const one of [ann, bob]) one.taken()
  const cases: [Device, Talk['target'] | object, number, number, Body, string][] = [
    [mallory, target, ENTRY_KIND_RECALL, 1, {}, 'NOT_FOUND'],
    [ann, { conversation: 4_242 }, ENTRY_KIND_RECALL, 1, {}, 'NOT_FOUND'],
    [ann, { account: mallory.account }, ENTRY_KIND_RECALL, 1, {}, 'NOT_FOUND'],
    [ann, target, ENTRY_KIND_RECALL, 99, {}, 'NOT_FOUND'],
    [ann, target, ENTRY_KIND_RECALL, 0, {}, 'BAD_REQUEST'],
    [ann, target, ENTRY_KIND_RECALL, 1, { text: 'x' }, 'BAD_REQUEST'],
    [bob, target, ENTRY_KIND_RECALL, 1, {}, 'FORBIDDEN'],
    [bob, target, ENTRY_KIND_EDIT, 1, { text: 'forged' }, 'FORBIDDEN'],
    [bob, target, ENTRY_KIND_RECALL, 2, {}, 'WRONG_STATE'],
    [bob, target, ENTRY_KIND_EDIT, 2, { text: 'x' }, 'WRONG_STATE'],
    [ann, target, ENTRY_KIND_REACTION, 2, { reaction: { emoji: '👍' } }, 'WRONG_STATE'],
    [bob, target, ENTRY_KIND_RECALL, 3, {}, 'WRONG_STATE'],
    [ann, target, ENTRY_KIND_EDIT, 1, { text: '' }, 'BAD_REQUEST'],
    [ann, target, ENTRY_KIND_EDIT, 1, { text: '字'.repeat(7_000) }, 'TOO_LARGE'],
    [ann, target, ENTRY_KIND_EDIT, 1, { text: 'x', attachments: [{ file: 1 }] }, 'BAD_REQUEST'],
    [ann, target, ENTRY_KIND_REACTION, 1, {}, 'BAD_REQUEST'],
    [ann, target, ENTRY_KIND_REACTION, 1, { reaction: { emoji: 'ab' } }, 'BAD_REQUEST'],
    [ann, target, ENTRY_KIND_REACTION, 1, { reaction: { emoji: '👍👍' } }, 'BAD_REQUEST'],
    [ann, target, kinds.ENTRY_KIND_BURN, 1, {}, 'UNSUPPORTED'],
    [ann, target, kinds.ENTRY_KIND_NOTICE, 0, {}, 'UNSUPPORTED'],
  ]
  for (const [device, where, kind, refSeq, body, error] of cases) {
    const outcome = await act(device, where as Talk['target'], kind, refSeq, body)
    assert.equal(errorOf(outcome), error, `${error} of kind ${kind} on ${refSeq}`)
  }
  assert.equal(await stateOf(talking), before)
  assert.deepEqual([pushed(ann), pushed(bob)], [[], []])
  assert.equal((await pulled(bob, target)).find(({ seq }) => seq === answer)?.refSeq, 1)
})

test('[R16] after their time neither edit nor recall', async () => {
  const { world, ann, target } = await talk()
  await world.clock.advance(world.settings.editWithinMs + 1_000)
  assert.equal(errorOf(await edit(ann, target, 1, 'late')), 'TOO_LATE')
  assert.equal(errorOf(await recall(ann, target, 1)), 'TOO_LATE')
  assert.equal(errorOf(await react(ann, target, 1, '🕰️')), undefined)
})
