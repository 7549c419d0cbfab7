import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands } from '@parley/protocol'
import { errorOf, replyOf, type Device } from '../commands/testing/rules-world.ts'
import { linkVersion } from './format.ts'
import { LinkWorld } from './testing/link-world.ts'
import { streamPair } from './testing/stream-pair.ts'

const to = (device: Device) => ({ account: device.account })

/** Ann on one node, Ben on another. */
async function twoNodes(world = new LinkWorld()) {
  const [one, two] = [await world.node('access-1'), await world.node('access-2')]
  const [ann, ben] = [await one.people.person('ann'), await two.people.person('ben')]
  return { world, one, two, ann, ben }
}

test('people on two processes with connections write to each other, with receipts and presence', async () => {
  const { ann, ben } = await twoNodes()
  await ann.get('subscribePresence', { accounts: [ben.account] })
  const { conversation, seq } = replyOf(await ann.send(to(ben), 'hello'))
  assert.equal(ben.taken('entry').length, 1)
  await ben.note('read', { target: { conversation }, upTo: seq })
  assert.equal(ann.taken('cursor').length, 1)
})

test('[R6.f] when logic dies, what is in flight is answered RESTARTED, and none of it is repeated', async () => {
  const { world, ann, ben } = await twoNodes()
  const first = ann.message(to(ben), 'first')
  const open = ann.start('send', first)
  world.kill()
  assert.equal(errorOf(await open), 'RESTARTED')
  await world.restart()
  assert.deepEqual(ben.taken('entry'), [], 'nothing was given a second time')
  const { seq } = replyOf(await ann.ask('send', first))
  assert.equal(seq, 1)
})

test('[R6.f] sessions live on across a restart: same session, same epoch, pushes and receipts flow again', async () => {
  const { world, ann, ben } = await twoNodes()
  const before = replyOf(await ann.send(to(ben), 'before'))
  await world.restart()
  const after = replyOf(await ann.send(to(ben), 'after'))
  assert.equal(after.seq, before.seq + 1)
  assert.equal(ben.taken('entry').length, 2)
  assert.equal(world.composed.registry.connectedCount(), 2)
  const resumed = await ann.world.greet('resume', {
    session: ann.facts.session,
    resumeKey: ann.facts.login.resumeKey,
  })
  assert.equal(resumed.opened?.epoch, ann.facts.epoch + 1, 'the resume key lives on too')
})

test('[R6.f] what comes while logic is away waits for it, in order', async () => {
  const { world, ann, ben } = await twoNodes()
  world.kill()
  const sends = ['1', '2', '3'].map((text) => ann.start('send', ann.message(to(ben), text)))
  const late = ann.world.greet('login', { accessToken: ann.facts.credentials.accessToken })
  await world.clock.advance(50)
  await world.restart()
  const outcomes = await Promise.all(sends.map((send) => ann.world.settled(send)))
  assert.deepEqual(
    outcomes.map((outcome) => replyOf(outcome).seq),
    [1, 2, 3],
  )
  assert.ok((await late).opened)
})

test('[R6.f] [R13.a] what waits for logic is bounded in number, bytes and time; then it is BUSY', async () => {
  const { world, one, ann, ben } = await twoNodes(new LinkWorld({ heldMax: 2, heldMs: 1_000 }))
  world.kill()
  const send = (text: string) => ann.start('send', ann.message(to(ben), text))
  const waiting = [send('1'), send('2')]
  const outcome = await send('3')
  assert.equal(errorOf(outcome), 'BUSY')
  assert.ok('error' in outcome && outcome.retryAfterMs > 0)
  assert.deepEqual(one.link.waiting, { calls: 0, held: 2 })
  await world.clock.advance(1_000)
  assert.deepEqual((await Promise.all(waiting)).map(errorOf), ['BUSY', 'BUSY'])
  assert.deepEqual(one.link.waiting, { calls: 0, held: 0 })
  const small = await twoNodes(new LinkWorld({ heldBytesMax: 600 }))
  small.world.kill()
  void small.ann.start('send', small.ann.message(to(small.ben), '1'))
  assert.equal(errorOf(await small.ann.start('send', small.ann.message(to(ben), '2'))), 'BUSY')
})

test('[R6.f] every session is marked behind after a restart, a few at a time', async () => {
  const world = new LinkWorld({ behindPerSecond: 20 })
  const { one, two, ann } = await twoNodes(world)
  for (const handle of ['cas', 'dan', 'eve']) await one.people.person(handle)
  await world.clock.advance(10_000)
  assert.deepEqual(one.behind, [], 'a node that is new has nothing to repair')
  await world.restart()
  assert.deepEqual(one.behind.length, 2)
  await world.clock.advance(100)
  assert.deepEqual(one.behind.toSorted(), [ann.facts.connection, 4, 6, 8].toSorted())
  assert.equal(two.behind.length, 1)
})

test('[R12] a device that was ended while logic was away is signed out, and its session is not taken in', async () => {
  const { world, ann, ben } = await twoNodes()
  const { device } = ann.facts.login
  world.kill()
  const ended = world.composed.deps.devices.end(ann.account, [device])
  await world.clock.advance(50)
  assert.deepEqual(await ended, [device])
  await world.restart()
  assert.equal(ann.closed, 'SIGNED_OUT')
  assert.equal(errorOf(await ann.ask('listDevices', {})), 'STALE_EPOCH')
  assert.equal(ben.closed, undefined)
})

test('[R6.f] a session that ends while the next logic takes it in does not live on there', async () => {
  const { world, one, ann, ben } = await twoNodes()
  world.kill()
  world.start()
  const { devices } = world.composed.deps
  const living = devices.living.bind(devices)
  devices.living = async (asked) => {
    if (asked.includes(ann.facts.login.device))
      one.link.left(ann.facts.session, ann.facts.epoch, 'lost')
    await new Promise<void>((resolve) => void world.clock.after(1, resolve))
    return living(asked)
  }
  for (const node of world.nodes) world.connect(node)
  await world.clock.advance(10)
  const { registry } = world.composed
  assert.deepEqual(
    [ann, ben].map(({ account }) => registry.isOnline(account)),
    [false, true],
  )
})

test('a session that two nodes claim belongs to the later epoch', async () => {
  const { world, one, two, ann } = await twoNodes()
  const { session, login } = ann.facts
  const taken = await two.people.greet('resume', { session, resumeKey: login.resumeKey })
  assert.equal(taken.opened?.epoch, 2)
  assert.equal(ann.closed, 'TAKEN_OVER')
  // The first node did not take notice of it: its connection still stands.
  ann.world.closed.clear()
  for (const order of [
    [one, two],
    [two, one],
  ] as const) {
    world.kill()
    world.start()
    for (const node of order) {
      world.connect(node)
      await world.clock.advance(1)
    }
    assert.equal(ann.closed, 'TAKEN_OVER')
    ann.world.closed.clear()
    assert.equal(world.composed.registry.get(session)?.route?.connection, taken.connection)
  }
})

test('[R6.d] what is watched is watched again, when all are back: nobody seems to have been away', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  await ann.get('subscribePresence', { accounts: [ben.account] })
  world.kill()
  world.start()
  world.connect(one)
  await world.clock.advance(500)
  world.connect(two)
  await world.clock.advance(10_000)
  assert.deepEqual(ann.taken('presence'), [])
  two.wire[0].destroy()
  await world.clock.advance(10_000)
  const pushed = ann.taken('presence')
  const told = pushed.flatMap(({ body }) => body['presences'] as Record<string, unknown>[])
  assert.deepEqual(
    told.map((presence) => [presence['account'], presence['online']]),
    [[ben.account, false]],
  )
})

test('[R6.d] who asked anew before all are back is told who comes, of those whom it asked about last', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  const cid = await two.people.person('cid')
  const onlineOf = (presences: unknown) =>
    (presences as Record<string, unknown>[]).map(({ account, online }) => [account, online])
  await ann.get('subscribePresence', { accounts: [ben.account] })
  world.kill()
  world.start()
  world.connect(one)
  await world.clock.advance(500)
  const asked = [ben.account, cid.account]
  const { presences } = await ann.get('subscribePresence', { accounts: asked })
  assert.deepEqual(
    onlineOf(presences),
    asked.map((account) => [account, false]),
  )
  world.connect(two)
  await world.clock.advance(10_000)
  const told = ann.taken('presence').flatMap(({ body }) => onlineOf(body['presences']))
  assert.deepEqual(told.toSorted(), asked.map((account) => [account, true] as const).toSorted())
})

test('[R14] what a device left on a link that stands still is not done once it was answered by another', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  const { accessToken } = ann.facts.credentials
  one.wire[0].stuck = true
  const message = ann.message(to(ben), 'left behind')
  const left = ann.start('send', message)
  const again = await two.people.greet('login', { accessToken })
  assert.ok(again.opened)
  one.wire[0].flow()
  await world.clock.advance(1)
  assert.equal(errorOf(await left), 'RESTARTED')
  assert.deepEqual(ben.taken('entry'), [])
  const { seq } = replyOf(await ann.ask('send', message))
  assert.equal(seq, 1, 'its connection stands, and it says it once more')
})

test('[R14] each time it comes by another link its former session is asked about anew', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  const { accessToken } = ann.facts.credentials
  one.wire[0].stuck = true
  await two.people.greet('login', { accessToken })
  await world.clock.advance(1)
  const left = ann.start('send', ann.message(to(ben), 'after the first question'))
  await world.clock.advance(1)
  await two.people.greet('login', { accessToken })
  await world.clock.advance(1)
  one.wire[0].flow()
  await world.clock.advance(1)
  assert.equal(errorOf(await left), 'RESTARTED')
  assert.deepEqual(ben.taken('entry'), [])
})

test('[R14] who was asked about and has gone may resume on the same link', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  const { session, epoch, login, credentials } = ann.facts
  one.wire[1].stuck = true
  await two.people.greet('login', { accessToken: credentials.accessToken })
  one.link.left(session, epoch, 'lost')
  await world.clock.advance(1)
  one.wire[1].flow()
  await world.clock.advance(1)
  const { opened } = await one.people.greet('resume', { session, resumeKey: login.resumeKey })
  assert.equal(opened?.epoch, epoch + 1)
  const body = commands.send.request.encode(ann.message(to(ben), 'back')).finish()
  const answer = await one.link.handle(session, epoch + 1, commands.send.id, body)
  assert.equal(answer.ok, true)
})

test('the end of a process with connections is the end of its connections, which resume elsewhere', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  one.wire[0].destroy()
  await world.clock.advance(1)
  assert.equal(world.composed.registry.isOnline(ann.account), false)
  const { session, login } = ann.facts
  const resumed = await two.people.greet('resume', { session, resumeKey: login.resumeKey })
  assert.equal(resumed.opened?.epoch, 2)
  replyOf(await ben.send(to(ann), 'are you there?'))
  assert.equal(two.people.pushed.get(resumed.connection)?.length, 1)
})

test('a leaving logic process answers what it has, and what comes waits for the next one', async () => {
  const { world, one, ann, ben } = await twoNodes()
  const open = ann.start('send', ann.message(to(ben), 'last'))
  const left = world.links.leave()
  await world.clock.advance(1)
  const next = ann.start('send', ann.message(to(ben), 'first'))
  await ann.world.settled(left)
  assert.equal(replyOf(await open).seq, 1)
  assert.deepEqual(one.overs, ['gone'])
  world.start()
  for (const node of world.nodes) world.connect(node)
  assert.equal(replyOf(await ann.world.settled(next)).seq, 2)
})

test('[R13.c] a process that does not read gets no more than fits; then its sessions are behind', async () => {
  const { world, two, ann, ben } = await twoNodes(new LinkWorld({ pushBytesMax: 20_000 }))
  const { conversation } = replyOf(await ann.send(to(ben), 'one'))
  const fromLogic = two.wire[1]
  fromLogic.stuck = true
  for (let count = 0; count < 40; count += 1) await ann.send({ conversation }, 'x'.repeat(1_000))
  const [, stats] = world.links.stats()
  assert.ok(fromLogic.queuedBytes <= 20_000, `${fromLogic.queuedBytes} bytes wait`)
  assert.ok((stats?.dropped ?? 0) > 20)
  assert.deepEqual(two.behind, [])
  fromLogic.flow()
  await world.clock.advance(1)
  assert.deepEqual(two.behind, [ben.facts.connection])
  ben.taken()
  await ann.send({ conversation }, 'again')
  assert.equal(ben.taken('entry').length, 1)
})

test('[R13.a] a process that does not take its answers is not read from; when they pile up, its link is cut', async () => {
  const limits = { answerBytesMax: 20_000, linkBytesMax: 60_000 }
  const { world, two, ann, ben } = await twoNodes(new LinkWorld(limits))
  const { conversation } = replyOf(await ann.send(to(ben), 'x'.repeat(10_000)))
  const pull = () => ben.start('pull', { target: { conversation }, limit: 1 })
  const fromLogic = two.wire[1]
  fromLogic.stuck = true
  const first = [pull(), pull(), pull()]
  await world.clock.advance(1)
  assert.equal(fromLogic.isPaused, true)
  const later = pull()
  await world.clock.advance(1)
  fromLogic.flow()
  const outcomes = await Promise.all([...first, later].map((asked) => ben.world.settled(asked)))
  assert.deepEqual(outcomes.map(errorOf), [undefined, undefined, undefined, undefined])
  assert.equal(fromLogic.isPaused, false)
  fromLogic.stuck = true
  const many = Array.from({ length: 10 }, pull)
  await world.clock.advance(1)
  assert.deepEqual(two.overs, ['gone'])
  assert.deepEqual(new Set((await Promise.all(many)).map(errorOf)), new Set(['RESTARTED']))
  assert.equal(world.composed.registry.isOnline(ann.account), true)
})

test('[R13.a] calls beyond what may be open are BUSY', async () => {
  const { ann, ben } = await twoNodes(new LinkWorld({ callsMax: 2 }))
  const sends = ['1', '2', '3'].map((text) => ann.start('send', ann.message(to(ben), text)))
  const outcomes = await Promise.all(sends.map((send) => ann.world.settled(send)))
  assert.deepEqual(outcomes.map(errorOf), [undefined, undefined, 'BUSY'])
})

test('logic that was started from newer or older sources is told apart', async () => {
  const { world, one } = await twoNodes()
  world.kill()
  for (const version of [linkVersion + 1, linkVersion - 1]) {
    const [near, far] = streamPair()
    one.link.attach(near, (why) => one.overs.push(why))
    far.write(Uint8Array.of(0, 0, 0, 2, 65, 0, version))
    await world.clock.advance(1)
  }
  assert.deepEqual(one.overs, ['gone', 'newer', 'older'])
})

test('[R13.a] bytes that are no frames of the link end it, and it begins anew', async () => {
  const { world, one, two, ann, ben } = await twoNodes()
  const noise = [
    Uint8Array.of(255, 255, 255, 255, 5),
    Uint8Array.of(0, 0, 0, 0, 99),
    Uint8Array.of(0, 0, 0, 1, 5, 0),
  ]
  for (const bytes of noise) {
    one.wire[0].write(bytes)
    await world.clock.advance(1)
    world.connect(one)
    await world.clock.advance(1)
  }
  assert.equal(one.overs.length, noise.length)
  assert.equal(two.overs.length, 0)
  replyOf(await ben.send(to(ann), 'still there?'))
  assert.equal(ann.taken('entry').length, 1)
})
