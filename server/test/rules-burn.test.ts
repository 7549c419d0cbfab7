import assert from 'node:assert/strict'
import { test } from 'node:test'
import { burnAfterMsMax, wire, type parley } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'

const kinds = wire.EntryKind
const { ENTRY_STATE_ERASED } = wire.EntryState
const second = 1_000
type Target = { conversation: number } | { account: number }

const burning = (device: Device, target: Target, text: string, burnAfterMs: number) =>
  device.send(target, '', { body: wire.EntryBody.encode({ text, burnAfterMs }).finish() })
const entries = async (device: Device, target: Target) =>
  (await device.get('pull', { target, fromSeq: 1 })).entries as parley.v1.Entry[]
const textOf = ({ body }: parley.v1.IEntry) => wire.EntryBody.decode(body!).text

async function talk(settings: ConstructorParameters<typeof RulesWorld>[0] = {}) {
  const world = new RulesWorld(settings)
  const [ann, bob] = [await world.person('ann'), await world.person('bob')]
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'hello'))
  const target = { conversation }
  for (const one of [ann, bob]) one.taken()
  return { world, ann, bob, target }
}

test('[R16] what burns does so for everybody after its first other reader, by an act of the server', async () => {
  const { world, ann, bob, target } = await talk()
  const { seq } = replyOf(await burning(ann, target, 'a secret', 10 * second))
  await ann.note('read', { target, upTo: seq })
  await world.clock.advance(60 * second)
  // Its own sender is no reader.
  assert.equal(textOf((await entries(bob, target))[1]!), 'a secret')
  await bob.note('read', { target, upTo: seq })
  const { burnAtMs } = (await entries(ann, target))[1]!
  assert.ok(burnAtMs > world.clock.wallMs() && burnAtMs <= world.clock.wallMs() + 10 * second)
  const found = () => bob.get('searchMessages', { text: 'secret' })
  assert.equal((await found()).found.length, 1)
  const before = await bob.get('getConversation', { target, entries: 0 })
  for (const one of [ann, bob]) one.taken()
  await world.clock.advance(8 * second)
  assert.equal(textOf((await entries(bob, target))[1]!), 'a secret')
  await world.clock.advance(4 * second)
  for (const device of [ann, bob]) {
    const [push] = device.taken('entry')
    const { entry, changes } = push!.body as unknown as parley.v1.EntryPush
    assert.deepEqual(
      [entry!.kind, entry!.sender, entry!.refSeq, changes![0]!.state, changes![0]!.body!.length],
      [kinds.ENTRY_KIND_BURN, 0, seq, ENTRY_STATE_ERASED, 0],
    )
    const [, gone, act] = await entries(device, target)
    assert.deepEqual(
      [gone!.state, gone!.body.length, gone!.burnAtMs, gone!.changed, gone!.sender],
      [ENTRY_STATE_ERASED, 0, 0, act!.seq, ann.account],
    )
  }
  assert.equal((await found()).found.length, 0)
  const after = await bob.get('getConversation', { target, entries: 0 })
  assert.equal(after.conversation!.unread, before.conversation!.unread)
  await world.clock.advance(60 * second)
  assert.equal((await entries(ann, target)).length, 3)
})

test('[R16] reading on by a send starts it too; edits burn along, and a recall comes first', async () => {
  const { world, ann, bob, target } = await talk()
  const { seq: edited } = replyOf(await burning(ann, target, 'first', 5 * second))
  const { seq: recalled } = replyOf(await burning(ann, target, 'second', 5 * second))
  const body = wire.EntryBody.encode({ text: 'corrected', burnAfterMs: 5 * second }).finish()
  const edit = { kind: kinds.ENTRY_KIND_EDIT, refSeq: edited, body }
  replyOf(await ann.send(target, '', edit))
  const longer = wire.EntryBody.encode({ text: 'x', burnAfterMs: 50 * second }).finish()
  assert.equal(errorOf(await ann.send(target, '', { ...edit, body: longer })), 'BAD_REQUEST')
  replyOf(await bob.send(target, 'read it', { readUpTo: recalled }))
  const recall = { kind: kinds.ENTRY_KIND_RECALL, refSeq: recalled, body: new Uint8Array(0) }
  replyOf(await ann.send(target, '', recall))
  await world.clock.advance(10 * second)
  const log = await entries(bob, target)
  assert.ok(!log.map(textOf).some((text) => ['first', 'corrected', 'second'].includes(text)))
  const burns = log.filter(({ kind }) => kind === kinds.ENTRY_KIND_BURN)
  assert.deepEqual(
    burns.map(({ refSeq }) => refSeq),
    [edited],
  )
})

test('[R10] in a group the first of the others who reads it starts it', async () => {
  const world = new RulesWorld()
  const [ann, bob, cat] = [
    await world.person('ann'),
    await world.person('bob'),
    await world.person('cat'),
  ]
  const members = [bob.account, cat.account]
  const made = { requestKey: world.mint(), name: 'three', members }
  const target = { conversation: (await ann.get('createGroup', made)).conversation }
  const { seq } = replyOf(await burning(bob, target, 'gone soon', 5 * second))
  await cat.note('read', { target, upTo: seq })
  await world.clock.advance(10 * second)
  for (const device of [ann, bob, cat])
    assert.equal((await entries(device, target))[seq - 1]!.state, ENTRY_STATE_ERASED)
})

test('[R14] a time that may not be is refused; a copy of what burns is none', async () => {
  const { world, ann, target } = await talk({ burnAfterMsMax: 60 * second })
  assert.equal(errorOf(await burning(ann, target, 'x', 999)), 'BAD_REQUEST')
  assert.equal(errorOf(await burning(ann, target, 'x', burnAfterMsMax + 1)), 'BAD_REQUEST')
  assert.equal(errorOf(await burning(ann, target, 'x', 61 * second)), 'TOO_LARGE')
  const copy = wire.EntryBody.encode({ text: 'x', burnAfterMs: second }).finish()
  const forward = { text: 'f', forward: { entries: [{ kind: 1, body: copy }] } }
  const kind = kinds.ENTRY_KIND_FORWARD
  const body = wire.EntryBody.encode(forward).finish()
  assert.equal(errorOf(await ann.send(target, '', { kind, body })), 'BAD_REQUEST')
  const act = { kind: kinds.ENTRY_KIND_BURN, refSeq: 1, body: new Uint8Array(0) }
  assert.equal(errorOf(await ann.send(target, '', act)), 'UNSUPPORTED')
  assert.equal((await entries(ann, target)).length, 1)
  // What is stored is answered as stored, whatever is allowed since (R2).
  const request = ann.message(target, '', {
    body: wire.EntryBody.encode({ text: 'x', burnAfterMs: 50 * second }).finish(),
  })
  const { seq } = replyOf(await ann.ask('send', request))
  world.settings.burnAfterMsMax = 0
  const again = replyOf(await ann.ask('send', request))
  assert.deepEqual([again.seq, again.duplicate], [seq, true])
})
