import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errors, scheduleAheadMsMax, wire } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'

const { SCHEDULED_STATE_WAITING, SCHEDULED_STATE_FAILED } = wire.ScheduledState
type Target = { conversation: number } | { account: number }
const minute = 60_000

async function talk(settings: ConstructorParameters<typeof RulesWorld>[0] = {}) {
  const world = new RulesWorld(settings)
  const [ann, bob] = [await world.person('ann'), await world.person('bob')]
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'hello'))
  const target = { conversation }
  await bob.send(target, 'hi')
  for (const one of [ann, bob]) one.taken()
  return { world, ann, bob, target }
}

function later(device: Device, target: Target, text: string, inMs = minute, more: object = {}) {
  const atMs = device.world.clock.wallMs() + inMs
  return { ...device.message(target, text), atMs, ...more }
}

const texts = async (device: Device, target: Target) =>
  (await device.get('pull', { target, fromSeq: 1 })).entries.map(
    ({ body }) => wire.EntryBody.decode(body!).text,
  )

/** What waits, as another device of the account learns of it. */
async function waiting(device: Device) {
  const { accountEntries } = await device.get('sync', {})
  return accountEntries
    .filter(({ key, body }) => key!.startsWith('scheduled:') && body!.length > 0)
    .map(({ body }) => wire.ScheduledSend.decode(body!))
    .map(({ body, state, error }) => ({ text: wire.EntryBody.decode(body).text, state, error }))
}

test('[R3.f] a scheduled send waits outside the log and takes its seq when due', async () => {
  const { world, ann, bob, target } = await talk()
  const request = later(ann, target, 'on time')
  const { entry } = replyOf(await ann.ask('scheduleSend', request))
  assert.equal(wire.ScheduledSend.decode(entry!.body!).atMs, request.atMs)
  assert.deepEqual(await waiting(ann), [
    { text: 'on time', state: SCHEDULED_STATE_WAITING, error: 0 },
  ])
  await ann.send(target, 'before it')
  await world.clock.advance(minute - 1_000)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'before it'])
  for (const one of [ann, bob]) one.taken()
  await world.clock.advance(2_000)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'before it', 'on time'])
  assert.deepEqual(await waiting(ann), [])
  // Every device is told: the sender's own ones of the entry and of the item that is gone.
  assert.equal(bob.taken('entry').length, 1)
  assert.equal(ann.taken('entry').length, 1)
  const [item] = ann.taken('accountEntry')
  assert.equal((item!.body['entry'] as { body: Uint8Array }).body.length, 0)
})

test('[R2] the same id is sent once: retried, sent plainly, or racing its time', async () => {
  const { world, ann, bob, target } = await talk()
  const request = later(ann, target, 'once')
  replyOf(await ann.ask('scheduleSend', request))
  replyOf(await ann.ask('scheduleSend', request))
  assert.equal((await waiting(ann)).length, 1)
  const other = { ...request, atMs: request.atMs + 1 }
  assert.equal(errorOf(await ann.ask('scheduleSend', other)), 'ID_REUSED')

  const { atMs: _, ...plain } = request
  const sent = replyOf(await ann.ask('send', plain))
  await world.clock.advance(2 * minute)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'once'])
  assert.deepEqual(await waiting(ann), [])
  const again = replyOf(await ann.ask('send', plain))
  assert.deepEqual([again.seq, again.duplicate], [sent.seq, true])
  // A late retry of the schedule has no second effect either.
  replyOf(await ann.ask('scheduleSend', request))
  await world.clock.advance(2 * minute)
  assert.equal((await texts(bob, target)).length, 3)

  const racing = later(ann, target, 'racing')
  replyOf(await ann.ask('scheduleSend', racing))
  await world.clock.advance(minute - 100)
  const { atMs: __, ...now } = racing
  const asked = ann.start('send', now)
  await world.clock.advance(3_000)
  replyOf(await asked)
  assert.equal((await texts(bob, target)).filter((text) => text === 'racing').length, 1)
  assert.equal(errorOf(await ann.ask('scheduleSend', { ...racing, atMs: 1 })), 'ID_REUSED')
})

test('[R2] it is cancelled, given another time and sent now, each once', async () => {
  const { world, ann, bob, target } = await talk()
  const ids = ['cancelled', 'moved', 'now'].map((text) => later(ann, target, text))
  for (const request of ids) replyOf(await ann.ask('scheduleSend', request))
  const [cancelled, moved, now] = ids.map(({ clientId }) => clientId) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const cancel = { clientId: cancelled, requestKey: world.mint() }
  replyOf(await ann.ask('cancelScheduled', cancel))
  replyOf(await ann.ask('cancelScheduled', cancel))
  const other = { clientId: cancelled, requestKey: world.mint() }
  assert.equal(errorOf(await ann.ask('cancelScheduled', other)), 'NOT_FOUND')
  replyOf(await ann.ask('scheduleSend', ids[0]!))
  assert.equal((await waiting(ann)).length, 2)

  const atMs = world.clock.wallMs() + 10 * minute
  await ann.get('changeScheduled', { clientId: moved, atMs, requestKey: world.mint() })
  const sendNow = { clientId: now, requestKey: world.mint() }
  const first = replyOf(await ann.ask('sendScheduledNow', sendNow))
  const again = replyOf(await ann.ask('sendScheduledNow', sendNow))
  assert.deepEqual([again.seq, first.duplicate, again.duplicate], [first.seq, false, true])
  await world.clock.advance(5 * minute)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'now'])
  await world.clock.advance(6 * minute)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'now', 'moved'])
  const late = { clientId: moved, requestKey: world.mint() }
  assert.equal(errorOf(await ann.ask('sendScheduledNow', late)), 'NOT_FOUND')
  assert.deepEqual(await waiting(ann), [])
})

test('[R10] its guards are asked again when it is due: it is failed with the code, and may be tried again', async () => {
  const { world, ann, bob, target } = await talk()
  const request = later(ann, target, 'too late')
  replyOf(await ann.ask('scheduleSend', request))
  const block = (blocked: boolean) =>
    bob.get('setBlocked', { account: ann.account, blocked, requestKey: world.mint() })
  await block(true)
  await world.clock.advance(2 * minute)
  const { BLOCKED } = errors
  const failed = { text: 'too late', state: SCHEDULED_STATE_FAILED, error: BLOCKED.code }
  assert.deepEqual(await waiting(ann), [failed])
  const { clientId } = request
  const now = () => ann.ask('sendScheduledNow', { clientId, requestKey: world.mint() })
  assert.equal(errorOf(await now()), 'BLOCKED')
  assert.deepEqual(await waiting(ann), [failed])
  assert.equal(errorOf(await ann.ask('scheduleSend', later(ann, target, 'x'))), 'BLOCKED')
  await block(false)
  await world.clock.advance(2 * minute)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi'])
  const atMs = world.clock.wallMs() + minute
  await ann.get('changeScheduled', { clientId, atMs, requestKey: world.mint() })
  await world.clock.advance(2 * minute)
  assert.deepEqual(await texts(bob, target), ['hello', 'hi', 'too late'])
})

test('[R10] who left a group meanwhile, or is muted there, learns that it failed', async () => {
  const world = new RulesWorld()
  const [ann, bob, cat] = [
    await world.person('ann'),
    await world.person('bob'),
    await world.person('cat'),
  ]
  const accounts = [bob.account, cat.account]
  const made = { requestKey: world.mint(), name: 'three', members: accounts }
  const target = { conversation: (await ann.get('createGroup', made)).conversation }
  const mute = { target, account: bob.account, untilMs: world.clock.wallMs() + 9 * minute }
  await ann.get('muteMember', { ...mute, requestKey: world.mint() })
  // Who is muted now may be heard by then.
  replyOf(await bob.ask('scheduleSend', later(bob, target, 'muted')))
  replyOf(await bob.ask('scheduleSend', later(bob, target, 'heard', 10 * minute)))
  replyOf(await cat.ask('scheduleSend', later(cat, target, 'left')))
  await cat.get('leaveGroup', { target, requestKey: world.mint() })
  await world.clock.advance(2 * minute)
  assert.deepEqual(
    (await waiting(bob)).map(({ error }) => error).toSorted((a, b) => a - b),
    [0, errors.MUTED.code],
  )
  assert.deepEqual(
    (await waiting(cat)).map(({ error }) => error),
    [errors.NOT_FOUND.code],
  )
  await world.clock.advance(10 * minute)
  assert.equal((await texts(ann, target)).at(-1), 'heard')
})

test('[R13] how many wait, and how far ahead, is limited', async () => {
  const { world, ann, target } = await talk({ scheduledMax: 2, scheduleAheadMs: 10 * minute })
  const first = later(ann, target, '1')
  replyOf(await ann.ask('scheduleSend', first))
  replyOf(await ann.ask('scheduleSend', later(ann, target, '2')))
  assert.equal(errorOf(await ann.ask('scheduleSend', later(ann, target, '3'))), 'LIMIT_REACHED')
  const far = later(ann, target, '4', 11 * minute)
  assert.equal(errorOf(await ann.ask('scheduleSend', far)), 'TOO_LARGE')
  const { clientId } = first
  const change = { clientId, atMs: far.atMs, requestKey: world.mint() }
  assert.equal(errorOf(await ann.ask('changeScheduled', change)), 'TOO_LARGE')
  await ann.get('cancelScheduled', { clientId, requestKey: world.mint() })
  replyOf(await ann.ask('scheduleSend', later(ann, target, '5')))
  assert.ok(scheduleAheadMsMax > 28 * 24 * 60 * minute)
})

test('[R14] what may not wait is refused with its code, and nothing waits', async () => {
  const { world, ann, bob, target } = await talk()
  const mallory = await world.person('mallory')
  const { ENTRY_KIND_RECALL, ENTRY_KIND_NOTICE } = wire.EntryKind
  const act = { kind: ENTRY_KIND_RECALL, refSeq: 1, body: new Uint8Array(0) }
  const long = { body: wire.EntryBody.encode({ text: '字'.repeat(7_000) }).finish() }
  const cases: [Device, object, object, string][] = [
    [mallory, target, {}, 'NOT_FOUND'],
    [ann, { conversation: 4_242 }, {}, 'NOT_FOUND'],
    [ann, { account: 4_242 }, {}, 'NOT_FOUND'],
    [ann, {}, {}, 'BAD_REQUEST'],
    [ann, target, { atMs: 0 }, 'BAD_REQUEST'],
    [ann, target, { clientId: new Uint8Array(16) }, 'BAD_ID'],
    [ann, target, { clientId: new Uint8Array(3) }, 'BAD_ID'],
    [ann, target, act, 'UNSUPPORTED'],
    [ann, target, { kind: ENTRY_KIND_NOTICE }, 'UNSUPPORTED'],
    [ann, target, { body: Uint8Array.of(0xff) }, 'BAD_REQUEST'],
    [ann, target, long, 'TOO_LARGE'],
    [ann, target, { refSeq: 99 }, 'NOT_FOUND'],
  ]
  for (const [device, where, more, error] of cases) {
    const request = later(device, where as Target, 'no', minute, more)
    assert.equal(errorOf(await device.ask('scheduleSend', request)), error, JSON.stringify(more))
  }
  assert.deepEqual([await waiting(ann), await waiting(mallory)], [[], []])
  // What waits for one account is not there for another; and clients do not write such items themselves.
  const request = later(ann, target, 'mine')
  replyOf(await ann.ask('scheduleSend', request))
  const { clientId } = request
  for (const device of [bob, mallory]) {
    const of = { clientId, requestKey: world.mint() }
    assert.equal(errorOf(await device.ask('cancelScheduled', of)), 'NOT_FOUND')
    assert.equal(errorOf(await device.ask('sendScheduledNow', of)), 'NOT_FOUND')
    const change = { ...of, atMs: request.atMs }
    assert.equal(errorOf(await device.ask('changeScheduled', change)), 'NOT_FOUND')
  }
  const key = `scheduled:${Buffer.from(clientId!).toString('hex')}`
  const forged = await ann.ask('putAccountItem', { key, body: new Uint8Array(0) })
  assert.equal(errorOf(forged), 'FORBIDDEN')
  assert.equal((await waiting(ann)).length, 1)
})
