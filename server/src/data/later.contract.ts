import assert from 'node:assert/strict'
import test from 'node:test'
import { errors, wire } from '@parley/protocol'
import { burntAtOnceMax, type NewEntry } from './entry-store.ts'
import { Cast, text, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

async function start(open: OpenWorld) {
  const world = await open()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const { conversation } = await cast.sent(1, 2)
  return { world, cast, conversation }
}

type Started = Awaited<ReturnType<typeof start>>

function schedule({ world, cast }: Started, inMs: number, more: Partial<NewEntry> = {}) {
  const entry = cast.entry(1, 2, more)
  const atMs = world.clock.wallMs() + inMs
  const id = 1_000_000 + Number(Buffer.from(entry.clientId).readUInt16BE(14))
  const asked = world.store.scheduled.schedule({ entry, atMs, id, scheduledMax: 5 })
  return { entry, asked }
}

const due = async (world: StoreWorld) =>
  (await world.store.scheduled.due(world.clock.wallMs())).due.map(({ body }) =>
    new TextDecoder().decode(wire.ScheduledSend.decode(body).body),
  )
const requestFor = ({ world, cast }: Started, { clientId }: NewEntry) => ({
  ...{ account: 1, clientId, requestKey: cast.mint(), nowMs: world.clock.wallMs() },
})

/** What happens by itself later: what waits, and what burns, outlives every end of the process. */
export function laterContract(engine: string, open: OpenWorld): void {
  test(`${engine}: [R3.f] what waits is due in the order of its times, and sent in one commit with taking it off`, async () => {
    const started = await start(open)
    const { world, conversation, cast } = started
    await using _ = world
    const second = schedule(started, 2_000, { body: text('second') })
    const first = schedule(started, 1_000, { body: text('first') })
    const never = schedule(started, 9_000, { body: text('later') })
    await Promise.all([second.asked, first.asked, never.asked])
    assert.deepEqual(await due(world), [])
    await world.restart()
    await world.clock.advance(3_000)
    assert.deepEqual(await due(world), ['first', 'second'])
    const { nextMs } = await world.store.scheduled.due(world.clock.wallMs())
    assert.ok(nextMs! > world.clock.wallMs())
    for (const { entry } of [first, second]) {
      const append = await world.store.scheduled.sendDue(1, entry.clientId, entry)
      assert.equal(append?.status, 'appended')
      assert.equal(await world.store.scheduled.sendDue(1, entry.clientId, entry), undefined)
      const item = await world.store.scheduled.item(1, entry.clientId)
      assert.equal(item?.body.length, 0)
    }
    await world.restart()
    assert.deepEqual(await due(world), [])
    assert.deepEqual(await cast.texts(2, conversation), ['1 to 2', 'first', 'second'])
  })

  test(`${engine}: [R2] a send that was stored meanwhile is not sent again when its time comes`, async () => {
    const started = await start(open)
    const { world, conversation, cast } = started
    await using _ = world
    const { entry, asked } = schedule(started, 1_000)
    await asked
    assert.equal((await world.store.entries.append(entry)).status, 'appended')
    await world.clock.advance(2_000)
    const append = await world.store.scheduled.sendDue(1, entry.clientId, entry)
    assert.equal(append?.status, 'duplicate')
    assert.deepEqual(await due(world), [])
    assert.equal((await cast.texts(2, conversation)).length, 2)
  })

  test(`${engine}: [R10] a refusal for good leaves it failed with its code, one that passes leaves it waiting`, async () => {
    const started = await start(open)
    const { world } = started
    await using _ = world
    const { entry, asked } = schedule(started, 1_000)
    const held = schedule(started, 1_000)
    await Promise.all([asked, held.asked])
    await world.clock.advance(2_000)
    const gone = { ...entry, target: { conversation: 77 } }
    const refused = await world.store.scheduled.sendDue(1, entry.clientId, gone)
    assert.deepEqual(refused, { status: 'refused', error: 'NOT_FOUND' })
    const waits = { ...held.entry, after: started.cast.mint() }
    await world.store.scheduled.sendDue(1, waits.clientId, waits)
    assert.deepEqual(await due(world), [])
    const item = await world.store.scheduled.item(1, entry.clientId)
    const { state, error } = wire.ScheduledSend.decode(item!.body)
    assert.deepEqual([state, error], [2, errors.NOT_FOUND.code])
    await world.clock.advance(60_000)
    assert.equal((await due(world)).length, 1)
    await world.store.scheduled.change(requestFor(started, entry), world.clock.wallMs())
    assert.equal((await due(world)).length, 2)
  })

  test(`${engine}: [R14] what is cancelled is gone, also after a retry of its schedule`, async () => {
    const started = await start(open)
    const { world } = started
    await using _ = world
    const { entry, asked } = schedule(started, 1_000)
    await asked
    const request = requestFor(started, entry)
    await world.store.scheduled.cancel(request)
    await world.store.scheduled.cancel(request)
    const atMs = world.clock.wallMs() + 1_000
    await world.store.scheduled.schedule({ entry, atMs, id: 7, scheduledMax: 5 })
    await assert.rejects(
      world.store.scheduled.schedule({ entry, atMs: atMs + 5, id: 7, scheduledMax: 5 }),
      { code: 'ID_REUSED' },
    )
    await assert.rejects(world.store.scheduled.cancel(requestFor(started, entry)), {
      code: 'NOT_FOUND',
    })
    await world.clock.advance(5_000)
    assert.deepEqual(await due(world), [])
  })

  test(`${engine}: [R2] a schedule that is repeated after it was sent is answered as the first time`, async () => {
    const started = await start(open)
    const { world, conversation, cast } = started
    await using _ = world
    const atMs = world.clock.wallMs() + 1_000
    const { entry, asked } = schedule(started, 1_000)
    await asked
    await world.clock.advance(2_000)
    await world.store.scheduled.sendDue(1, entry.clientId, entry)
    await world.store.scheduled.schedule({ entry, atMs, id: 9, scheduledMax: 5 })
    assert.deepEqual(await due(world), [])
    assert.equal((await cast.texts(2, conversation)).length, 2)
  })

  test(`${engine}: [R16] what others read burns after its time, whatever ends meanwhile`, async () => {
    const started = await start(open)
    const { world, cast, conversation } = started
    await using _ = world
    const burn = { afterMs: 5_000, maxMs: 5_000 }
    const { seq } = await cast.sent(1, 2, { burn, body: text('soon gone') })
    await cast.sent(1, 2, { burn, body: text('not read') })
    assert.equal(
      (await cast.send(1, 2, { burn: { afterMs: 5_001, maxMs: 5_000 } })).status,
      'refused',
    )
    const own = { conversation, account: 1, delivered: seq, read: seq }
    await cast.move(own)
    await world.clock.advance(60_000)
    const look = () => world.store.entries.burnDue(world.clock.wallMs())
    assert.deepEqual(await look(), { burnt: [], isWaiting: true })
    await cast.move({ ...own, account: 2 })
    await world.restart()
    await world.clock.advance(4_000)
    assert.deepEqual((await look()).burnt, [])
    await world.clock.advance(2_000)
    const { burnt } = await look()
    assert.deepEqual(
      burnt.map(({ entry, appended }) => [entry.refSeq, appended.seq, appended.members?.length]),
      [[seq, 4, 2]],
    )
    assert.deepEqual((await look()).burnt, [])
    await world.restart()
    assert.deepEqual(await cast.texts(2, conversation), ['1 to 2', '', 'not read', ''])
    assert.deepEqual(await cast.texts(1, conversation), ['1 to 2', '', 'not read', ''])
    const view = await world.store.conversations.view(2, conversation, 0)
    assert.equal(view?.unread, 1)
  })

  for (const stepMs of [3_600_000, -86_400_000])
    test(`${engine}: [R16.h] a clock that is set by ${stepMs} ms moves no burn`, async () => {
      const { world, cast, conversation } = await start(open)
      await using _ = world
      const look = async () =>
        (await world.store.entries.burnDue(world.clock.wallMs())).burnt.length
      await look()
      const burn = { afterMs: 5_000, maxMs: 5_000 }
      const { seq } = await cast.sent(1, 2, { burn })
      await cast.move({ conversation, account: 2, delivered: seq, read: seq })
      world.clock.wallOffsetMs += stepMs
      await world.clock.advance(1_000)
      assert.equal(await look(), 0)
      await world.restart()
      await world.clock.advance(3_500)
      assert.equal(await look(), 0)
      await world.clock.advance(1_000)
      assert.equal(await look(), 1)
    })

  for (const stepMs of [3_600_000, -86_400_000])
    test(`${engine}: [R16.h] nor one that is set by ${stepMs} ms right after a start, before anything is committed`, async () => {
      const { world, cast, conversation } = await start(open)
      await using _ = world
      const look = async () =>
        (await world.store.entries.burnDue(world.clock.wallMs())).burnt.length
      const { seq } = await cast.sent(1, 2, { burn: { afterMs: 5_000, maxMs: 5_000 } })
      await cast.move({ conversation, account: 2, delivered: seq, read: seq })
      await world.restart()
      world.clock.wallOffsetMs += stepMs
      await world.clock.advance(4_000)
      assert.equal(await look(), 0)
      await world.clock.advance(1_500)
      assert.equal(await look(), 1)
    })

  test(`${engine}: [R16.h] what is first read after the clock was set has its own time`, async () => {
    const { world, cast, conversation } = await start(open)
    await using _ = world
    const look = async () => (await world.store.entries.burnDue(world.clock.wallMs())).burnt.length
    await look()
    world.clock.wallOffsetMs += 3_600_000
    const { seq } = await cast.sent(1, 2, { burn: { afterMs: 5_000, maxMs: 5_000 } })
    await cast.move({ conversation, account: 2, delivered: seq, read: seq })
    assert.equal(await look(), 0)
    await world.clock.advance(5_000)
    assert.equal(await look(), 1)
  })

  test(`${engine}: [R13] a backlog of what burns is worked off in steps`, async () => {
    const started = await start(open)
    const { world, cast, conversation } = started
    await using _ = world
    const burn = { afterMs: 1_000, maxMs: 5_000 }
    const many = burntAtOnceMax + 20
    for (let index = 0; index < many; index += 1) await cast.sent(1, 2, { burn })
    const read = { conversation, account: 2, delivered: many + 1, read: many + 1 }
    await cast.move(read)
    await world.clock.advance(2_000)
    const counts: number[] = []
    for (let step = 0; step < 3; step += 1)
      counts.push((await world.store.entries.burnDue(world.clock.wallMs())).burnt.length)
    assert.deepEqual(counts, [burntAtOnceMax, 20, 0])
    assert.equal((await world.store.entries.burnDue(world.clock.wallMs())).isWaiting, false)
  })
}
