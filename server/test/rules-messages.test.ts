import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire, type parley, type RequestInit } from '@parley/protocol'
import { errorOf, replyOf, RulesWorld } from '../src/commands/testing/rules-world.ts'
import { ownReceivedDelayMs } from '../src/logic/message/receipts.ts'

const texts = (entries: readonly { body?: Uint8Array | null }[] | null | undefined) =>
  (entries ?? []).map((entry) => wire.EntryBody.decode(entry.body ?? new Uint8Array()).text)

async function pair() {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  return { world, ann, bob, toBob: { account: bob.account }, toAnn: { account: ann.account } }
}

test('[R1] a send is stored, then told to the other side and the own other devices, not to its device', async () => {
  const { world, ann, bob, toBob } = await pair()
  const annToo = await world.otherDevice('ann')
  const sent = replyOf(await ann.send(toBob, 'Is it still there?'))
  assert.equal(sent.seq, 1)
  for (const device of [bob, annToo]) {
    const [push] = device.taken('entry')
    const entry = push?.body['entry'] as parley.v1.Entry
    assert.deepEqual(
      [entry.seq, entry.sender, texts([entry])],
      [1, ann.account, ['Is it still there?']],
    )
  }
  assert.deepEqual(ann.taken('entry'), [])
})

test('[R2] the same id again is the same entry, told to nobody again; another body under it is refused', async () => {
  const { ann, bob, toBob } = await pair()
  const message = ann.message(toBob, 'once')
  const first = replyOf(await ann.ask('send', message))
  bob.taken()
  const again = replyOf(await ann.ask('send', message))
  assert.deepEqual([again.seq, again.duplicate, first.duplicate], [first.seq, true, false])
  assert.deepEqual(bob.taken('entry'), [])
  const other = { ...message, body: wire.EntryBody.encode({ text: 'twice' }).finish() }
  assert.equal(errorOf(await ann.ask('send', other)), 'ID_REUSED')
  const page = await bob.get('pull', { target: { conversation: first.conversation } })
  assert.deepEqual(texts(page.entries), ['once'])
})

test('[R2] ids that are too old, too far ahead or no UUIDv7 are refused without effect', async () => {
  const { world, ann, bob, toBob } = await pair()
  const idAt = (ms: number) => {
    const id = world.mint().slice()
    for (let index = 5, rest = ms; index >= 0; index -= 1, rest = Math.floor(rest / 256))
      id[index] = rest % 256
    return id
  }
  const nowMs = world.clock.wallMs()
  const day = 24 * 3_600_000
  const cases = [
    [idAt(nowMs + 11 * 60_000), 'ID_AHEAD'],
    [idAt(nowMs + 9 * 60_000), undefined],
    [new Uint8Array(16), 'BAD_ID'],
    [new Uint8Array(3), 'BAD_ID'],
  ] as const
  for (const [clientId, error] of cases) {
    assert.equal(errorOf(await ann.ask('send', { ...ann.message(toBob, 'x'), clientId })), error)
  }
  await world.clock.advance(40 * day)
  await ann.send(toBob, 'raises the floor')
  await world.clock.advance(day)
  const old = { ...ann.message(toBob, 'late'), clientId: idAt(nowMs) }
  assert.equal(errorOf(await ann.ask('send', old)), 'RETRY_TOO_OLD')
  assert.equal(bob.taken('entry').length, 2)
})

test('[R5] a send that names an unstored one before it is held; after it, it passes', async () => {
  const { ann, bob, toBob } = await pair()
  const first = ann.message(toBob, 'one')
  const second = ann.message(toBob, 'two', { after: first.clientId })
  assert.equal(errorOf(await ann.ask('send', second)), 'ORDER_HELD')
  const both = Promise.all([ann.start('send', first), ann.start('send', second)])
  const [one, two] = await ann.world.settled(both)
  assert.deepEqual([replyOf(one).seq, replyOf(two).seq], [1, 2])
  assert.equal(bob.taken('entry').length, 2)
})

test('a direct conversation is one, whoever starts it, and both at once', async () => {
  const { world, ann, bob, toBob, toAnn } = await pair()
  const sends = [
    ann.start('send', ann.message(toBob, 'hi')),
    bob.start('send', bob.message(toAnn, 'hello')),
  ]
  const [one, two] = (await world.settled(Promise.all(sends))).map(replyOf)
  assert.equal(one?.conversation, two?.conversation)
  assert.deepEqual([one?.seq, two?.seq], [1, 2])
})

test('[R14] bad sends are refused with their code and change nothing', async () => {
  const { ann, bob, toBob } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'first'))
  const carol = await ann.world.person('carol')
  const good = ann.message({ conversation }, 'x')
  const cases = [
    [carol, carol.message({ conversation }, 'let me in'), 'NOT_FOUND'],
    [ann, ann.message({ conversation: 12345 }, 'x'), 'NOT_FOUND'],
    [ann, ann.message({ account: 54321 }, 'x'), 'NOT_FOUND'],
    [ann, { ...good, target: {} }, 'BAD_REQUEST'],
    [ann, { ...good, body: Uint8Array.of(255) }, 'BAD_REQUEST'],
    [ann, ann.message({ conversation }, ''), 'BAD_REQUEST'],
    [ann, ann.message({ conversation }, '字'.repeat(7_000)), 'TOO_LARGE'],
    [ann, { ...good, kind: 99 as number }, 'UNSUPPORTED'],
    [ann, { ...good, refSeq: 2 }, 'NOT_FOUND'],
  ] as const
  for (const [device, request, error] of cases) {
    assert.equal(errorOf(await device.ask('send', request as RequestInit<'send'>)), error)
  }
  assert.equal(bob.taken('entry').length, 1)
  assert.equal((await bob.get('pull', { target: { conversation } })).headSeq, 1)
})

test('[R14] what is not yours is not there: pull, open, receipts and typing of a stranger', async () => {
  const { ann, bob, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'private'))
  const carol = await world.person('carol')
  const target = { conversation }
  assert.equal(errorOf(await carol.ask('pull', { target })), 'NOT_FOUND')
  assert.equal(errorOf(await carol.ask('getConversation', { target, entries: 1 })), 'NOT_FOUND')
  assert.equal(errorOf(await carol.ask('pull', { target: { conversation: 99 } })), 'NOT_FOUND')
  await carol.note('read', { target, upTo: 1 })
  await carol.note('typing', { target })
  assert.deepEqual([ann.taken('cursor'), ann.taken('typing'), bob.taken('typing')], [[], [], []])
})

test('[R8] delivered and read move forward only, and are told after they are stored', async () => {
  const { ann, bob, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'one'))
  await ann.send(toBob, 'two')
  const bobToo = await world.otherDevice('bob')
  const target = { conversation }
  await bob.note('received', { target, upTo: 2 })
  await bob.note('read', { target, upTo: 99 })
  await bob.note('read', { target, upTo: 1 })
  const last = ann.taken('cursor').at(-1)?.body
  assert.deepEqual([last?.['account'], last?.['delivered'], last?.['read']], [bob.account, 2, 2])
  assert.equal(bobToo.taken('cursor').at(-1)?.body['read'], 2)
  const [view] = (await ann.get('sync', {})).conversations
  assert.deepEqual([view?.peerDelivered, view?.peerRead, view?.read], [2, 2, 0])
})

test('[R8] the other side hears of a receipt at once, who received it in its own time, and once', async () => {
  const { ann, bob, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'one'))
  await ann.send(toBob, 'two')
  const target = { conversation }
  const told = (device: typeof bob) => device.taken('cursor').map(({ body }) => body['delivered'])
  await bob.note('received', { target, upTo: 1 })
  await bob.note('received', { target, upTo: 2 })
  assert.equal(told(ann).at(-1), 2)
  assert.deepEqual(told(bob), [])
  await world.clock.advance(ownReceivedDelayMs)
  assert.deepEqual([told(ann), told(bob)], [[], [2]])
})

test('[R8] a receipt that waits goes along with the next entry of its conversation', async () => {
  const { ann, bob, toBob, toAnn } = await pair()
  await ann.send(toBob, 'one')
  await bob.send(toAnn, 'two', { readUpTo: 1 })
  assert.deepEqual(ann.taken('cursor'), [])
  await ann.send(toBob, 'three')
  assert.deepEqual(
    ann.taken('cursor').map(({ body }) => body['read']),
    [1],
  )
  await ann.world.clock.advance(20)
  assert.deepEqual(ann.taken('cursor'), [])
})

test('[R8] a receipt that is stored with the next entry of its conversation goes along with it', async () => {
  const { ann, bob, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'one'))
  const target = { conversation }
  bob.startNote('received', { target, upTo: 1 })
  const second = ann.start('send', ann.message(target, 'two'))
  await world.clock.advance(0)
  replyOf(await second)
  const told = ann.taken('cursor').map(({ body }) => body['delivered'])
  assert.deepEqual(told, [1])
})

test('[R9] unread counts what others wrote after the read cursor; a send says what was read', async () => {
  const { ann, bob, toBob, toAnn } = await pair()
  const unread = async () => (await bob.get('sync', {})).conversations[0]?.unread
  await ann.send(toBob, 'one')
  await ann.send(toBob, 'two')
  await bob.send(toAnn, 'three')
  assert.equal(await unread(), 2)
  await ann.send(toBob, 'four')
  await bob.send(toAnn, 'five', { readUpTo: 2 })
  assert.equal(await unread(), 1)
  assert.equal(ann.taken('cursor').length, 0)
  await ann.world.clock.advance(20)
  assert.equal(ann.taken('cursor').at(-1)?.body['read'], 2)
})

test('[R4] pages say which range they speak for, in both directions', async () => {
  const { ann, bob, toBob } = await pair()
  for (let index = 1; index <= 12; index += 1) await ann.send(toBob, `t${index}`)
  const target = { account: ann.account }
  const newest = await bob.get('pull', { target, backward: true, limit: 5 })
  assert.deepEqual(texts(newest.entries), ['t8', 't9', 't10', 't11', 't12'])
  assert.deepEqual(
    [newest.coveredFrom, newest.coveredTo, newest.headSeq, newest.firstSeq],
    [8, 12, 12, 1],
  )
  const older = await bob.get('pull', { target, backward: true, fromSeq: 7, limit: 5 })
  assert.deepEqual(texts(older.entries), ['t3', 't4', 't5', 't6', 't7'])
  const forward = await bob.get('pull', { target, fromSeq: 11, limit: 50 })
  assert.deepEqual([texts(forward.entries), forward.coveredTo], [['t11', 't12'], 12])
  const beyond = await bob.get('pull', { target, fromSeq: 13 })
  assert.deepEqual([beyond.entries.length, beyond.headSeq], [0, 12])
})

test('a read that follows a send on the same conversation sees it', async () => {
  const { ann, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'one'))
  const target = { conversation }
  const work = Promise.all([
    ann.start('send', ann.message(target, 'two')),
    ann.start('pull', { target, fromSeq: 1 }),
  ])
  const [, page] = await world.settled(work)
  assert.deepEqual(texts(replyOf(page).entries), ['one', 'two'])
})

test('sync brings what changed since the token, once; nothing changed costs under 200 bytes', async () => {
  const { ann, bob, toBob, toAnn, world } = await pair()
  await ann.send(toBob, 'one')
  const full = await bob.get('sync', { entriesPerConversation: 10 })
  assert.deepEqual([full.full, full.conversations.length], [true, 1])
  assert.deepEqual(
    full.profiles.map((profile) => profile.handle),
    ['ann'],
  )
  const nothing = await bob.get('sync', { token: full.token })
  assert.deepEqual([nothing.full, nothing.conversations.length], [false, 0])
  assert.ok(wire.SyncReply.encode(nothing).finish().length < 200)
  await bob.send(toAnn, 'two')
  const carol = await world.person('carol')
  await carol.send(toBob, 'three')
  const news = await bob.get('sync', { token: nothing.token, entriesPerConversation: 10 })
  assert.deepEqual(
    news.conversations.map((view) => texts(view.entries).at(-1)),
    ['three', 'two'],
  )
  const other = await bob.ask('sync', { token: new Uint8Array(5) })
  assert.equal(errorOf(other), 'BAD_REQUEST')
  const foreign = await bob.get('sync', { token: new Uint8Array(32) })
  assert.equal(foreign.full, true)
})

test('[R6] what changes before its page comes is in a later page of the same sync', async () => {
  const { bob, toBob, world } = await pair()
  const people = await Promise.all(
    ['p1', 'p2', 'p3', 'p4', 'p5'].map((handle) => world.person(`${handle}x`)),
  )
  const [first, second] = people
  for (const person of people) await person.send(toBob, 'hello')
  const seen = new Map<number, number>()
  const take = ({ conversations }: { conversations: readonly parley.v1.IConversation[] }) => {
    for (const view of conversations) seen.set(view.conversation ?? 0, view.headSeq ?? 0)
  }
  let page = await bob.get('sync', { conversationsMax: 2 })
  take(page)
  await first?.send(toBob, 'meanwhile')
  let pages = 1
  for (; page.nextPage.length > 0 && pages < 10; pages += 1) {
    page = await bob.get('sync', { conversationsMax: 2, page: page.nextPage })
    take(page)
    if (pages === 1) await second?.send(toBob, 'and once more')
  }
  assert.deepEqual([seen.size, [...seen.values()].toSorted()], [5, [1, 1, 1, 2, 2]])
  const nothing = await bob.get('sync', { token: page.token })
  assert.deepEqual([pages, nothing.conversations.length], [3, 0])
})

test('a paged sync hands out its token last, and misses nothing that happens meanwhile', async () => {
  const { bob, toBob, world } = await pair()
  const people = await Promise.all(
    ['p1', 'p2', 'p3', 'p4', 'p5'].map((handle) => world.person(`${handle}x`)),
  )
  for (const person of people) await person.send(toBob, 'hello')
  const seen = new Map<number, number>()
  let page = await bob.get('sync', { conversationsMax: 2 })
  await people[4]?.send(toBob, 'meanwhile')
  for (let pages = 1; ; pages += 1) {
    for (const view of page.conversations) seen.set(view.conversation ?? 0, view.headSeq ?? 0)
    if (page.nextPage.length === 0) break
    assert.equal(page.token.length, 0)
    assert.ok(pages < 10)
    page = await bob.get('sync', { conversationsMax: 2, page: page.nextPage })
  }
  assert.deepEqual([...seen.values()].toSorted(), [1, 1, 1, 1, 2])
  const next = await bob.get('sync', { token: page.token })
  assert.deepEqual(next.conversations, [])
})

test('writing to strangers can be closed; conversations that stand go on', async () => {
  const { ann, bob, toBob, world } = await pair()
  await ann.send(toBob, 'before')
  world.settings.strangersMayWrite = false
  const carol = await world.person('carol')
  assert.equal(errorOf(await carol.send(toBob, 'hi')), 'STRANGERS_REFUSED')
  assert.equal(errorOf(await ann.send(toBob, 'after')), undefined)
  assert.equal(bob.taken('entry').length, 2)
})

test('typing reaches the other side, and not the own devices', async () => {
  const { ann, bob, toBob, world } = await pair()
  const { conversation } = replyOf(await ann.send(toBob, 'one'))
  const annToo = await world.otherDevice('ann')
  await ann.note('typing', { target: { conversation } })
  await ann.note('typing', { target: toBob, stopped: true })
  assert.deepEqual(
    bob.taken('typing').map((push) => push.body['stopped']),
    [false, true],
  )
  assert.deepEqual(annToo.taken('typing'), [])
})

test('presence is told to those who watch, coalesced, and a short absence is none', async () => {
  const { ann, bob, world } = await pair()
  const { presences } = await ann.get('subscribePresence', { accounts: [bob.account] })
  assert.equal(presences[0]?.online, true)
  world.port.left(bob.facts.session, bob.facts.epoch, 'lost')
  await world.clock.advance(2_000)
  const back = await world.device(bob.facts.credentials)
  await world.clock.advance(10_000)
  assert.deepEqual(ann.taken('presence'), [])
  world.port.left(back.facts.session, back.facts.epoch, 'BYE')
  await world.clock.advance(10_000)
  const [push] = ann.taken('presence')
  const [presence] = (push?.body['presences'] ?? []) as parley.v1.Presence[]
  assert.deepEqual([presence?.account, presence?.online], [bob.account, false])
  assert.ok((presence?.lastSeenMs ?? 0) > 0)
})

test('[R13] requests of one account are limited, the next is told when', async () => {
  const world = new RulesWorld({ accountRequestsBurst: 5, accountRequestsPerSecond: 10 })
  const ann = await world.person('ann')
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => ann.start('listDevices', {})))
  const last = outcomes.at(-1)
  assert.deepEqual([errorOf(outcomes[4]!), last && errorOf(last)], [undefined, 'RATE_LIMITED'])
  assert.ok(last && 'retryAfterMs' in last && last.retryAfterMs > 0)
})
