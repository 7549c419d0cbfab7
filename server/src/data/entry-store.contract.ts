import assert from 'node:assert/strict'
import test from 'node:test'
import { idAheadMs, idMemoryMs } from '@parley/protocol'
import { cursorDelayMs, type PullInput } from './entry-store.ts'
import { Cast, text, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

export function entryStoreContract(engine: string, open: OpenWorld): void {
  appending(engine, open)
  cursors(engine, open)
  pulling(engine, open)
}

async function twoPeople(open: OpenWorld): Promise<{ world: StoreWorld; cast: Cast }> {
  const world = await open()
  const cast = new Cast(world)
  await cast.people(1, 2)
  return { world, cast }
}

function appending(engine: string, open: OpenWorld): void {
  test(`${engine}: [R1] what was acked is there after the process died`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const appends = await Promise.all(
      Array.from({ length: 50 }, (_, index) => cast.sent(1, 2, { body: text(`n${index}`) })),
    )
    assert.deepEqual(
      appends.map(({ seq }) => seq),
      appends.map((_, index) => index + 1),
    )
    await world.restart()
    const { conversation } = appends[0]!
    assert.deepEqual(
      await cast.texts(2, conversation),
      appends.map((_, index) => `n${index}`),
    )
  })

  test(`${engine}: [R2] a retry gets the first result, also in the same commit and after a restart`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const entry = cast.entry(1, 2)
    const [first, twin] = await Promise.all([
      world.store.entries.append(entry),
      world.store.entries.append({ ...entry, newConversationId: 77, readUpTo: 9 }),
    ])
    assert.ok(first.status === 'appended' && twin.status === 'duplicate')
    assert.deepEqual([twin.seq, twin.timeMs], [first.seq, first.timeMs])
    await cast.sent(2, 1)
    await world.restart()
    const after = cast.mint()
    const late = await world.store.entries.append({ ...entry, nowMs: entry.nowMs + 1e6, after })
    assert.ok(late.status === 'duplicate')
    assert.deepEqual(
      [late.conversation, late.seq, late.timeMs],
      [first.conversation, 1, first.timeMs],
    )
    assert.equal((await cast.texts(1, first.conversation)).length, 2)
  })

  test(`${engine}: [R2] the look-up comes before every guard`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const entry = cast.entry(1, 2)
    await world.store.entries.append(entry)
    const later = {
      ...entry,
      nowMs: entry.nowMs - idAheadMs * 2,
      after: cast.mint(),
      guards: { strangersMayWrite: false },
    }
    assert.equal((await world.store.entries.append(later)).status, 'duplicate')
  })

  test(`${engine}: [R2] another body, kind or ref under the same id is refused`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const entry = cast.entry(1, 2)
    const { conversation } = await cast.sent(1, 2, entry)
    for (const other of [{ body: text('other') }, { kind: 2 }, { refSeq: 1 }]) {
      const refused = await world.store.entries.append({ ...entry, ...other })
      assert.deepEqual(refused, { status: 'refused', error: 'ID_REUSED' })
    }
    const target = { conversation }
    assert.equal((await cast.send(2, 1, { clientId: entry.clientId, target })).status, 'appended')
  })

  test(`${engine}: [R2] ids outside the remembered time have no effect`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const now = world.clock.wallMs()
    const refusal = async (mintedMs: number) => {
      const append = await cast.send(1, 2, { clientId: cast.mintAt(mintedMs) })
      return append.status === 'refused' ? append.error : append.status
    }
    assert.equal(await refusal(now - idMemoryMs - 1), 'RETRY_TOO_OLD')
    assert.equal(await refusal(now - idMemoryMs), 'appended')
    assert.equal(await refusal(now + idAheadMs), 'appended')
    assert.equal(await refusal(now + idAheadMs + 1), 'ID_AHEAD')
    const clientId = new Uint8Array(16)
    assert.deepEqual(await cast.send(1, 2, { clientId }), { status: 'refused', error: 'BAD_ID' })
  })

  test(`${engine}: [R2] a clock that jumps ahead forgets nothing, running time does`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const { clock } = world
    const oldest = cast.entry(1, 2)
    await world.store.entries.append(oldest)
    clock.wallOffsetMs += 400 * 24 * 3_600_000
    await world.store.probe()
    await clock.advance(60_000)
    await cast.sent(1, 2)
    assert.equal((await world.store.entries.append(oldest)).status, 'duplicate')

    await clock.advance(idMemoryMs)
    await world.store.probe()
    await clock.advance(2_000)
    await world.store.probe()
    const late = await world.store.entries.append({ ...oldest, nowMs: clock.wallMs() })
    assert.deepEqual(late, { status: 'refused', error: 'RETRY_TOO_OLD' })
  })

  test(`${engine}: [R5] a send commits only with or after the one it names`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const [one, two, three] = [cast.entry(1, 2), cast.mint(), cast.mint()]
    const { entries } = world.store
    const held = { status: 'refused', error: 'ORDER_HELD' }
    const chain = [
      { ...one, clientId: three, after: two },
      one,
      { ...one, clientId: two, after: one.clientId },
      { ...one, clientId: three, after: two },
    ]
    const appends = await Promise.all(chain.map((entry) => entries.append(entry)))
    assert.deepEqual(appends[0], held)
    assert.deepEqual(
      appends.slice(1).map((append) => 'seq' in append && append.seq),
      [1, 2, 3],
    )
    await world.restart()
    assert.equal((await cast.send(1, 2, { after: three })).status, 'appended')
    assert.deepEqual(await cast.send(2, 1, { after: three }), held)
  })

  test(`${engine}: [R10] guards are checked in the commit, and a refusal leaves nothing`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    await cast.people(3)
    const closed = { guards: { strangersMayWrite: false } }
    const error = async (from: number, more: Parameters<Cast['send']>[2]) => {
      const append = await cast.send(from, 2, more)
      return append.status === 'refused' && append.error
    }
    assert.equal(await error(1, closed), 'STRANGERS_REFUSED')
    assert.equal(await error(1, { target: { account: 99 } }), 'NOT_FOUND')
    assert.equal(await error(1, { target: { conversation: 99 } }), 'NOT_FOUND')
    const { conversation } = await cast.sent(1, 2)
    assert.equal(await error(3, { target: { conversation } }), 'NOT_FOUND')
    assert.equal((await cast.send(2, 1, closed)).status, 'appended')
    assert.equal((await cast.texts(1, conversation)).length, 2)
  })

  test(`${engine}: an entry is never dated before the one before it`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const nowMs = world.clock.wallMs()
    const times: number[] = []
    for (const stepMs of [0, -5_000, 3.5, -1]) {
      times.push((await cast.sent(1, 2, { nowMs: nowMs + stepMs })).timeMs)
    }
    assert.deepEqual(times, [nowMs, nowMs, nowMs + 3, nowMs + 3])
  })

  test(`${engine}: [R9] what an append answers is enough to deliver it`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    await cast.sent(1, 2)
    await cast.sent(1, 2)
    const reply = await cast.sent(2, 1, { readUpTo: 99 })
    assert.deepEqual(reply, {
      status: 'appended',
      conversation: reply.conversation,
      seq: 3,
      timeMs: world.clock.wallMs(),
      count: 3,
      membersSeq: 0,
      members: [1, 2],
      created: false,
      cursor: { conversation: reply.conversation, account: 2, delivered: 2, read: 2 },
    })
    assert.equal(await cast.unread(2, reply.conversation), 0)
  })
}

function cursors(engine: string, open: OpenWorld): void {
  test(`${engine}: [R8] cursors go forward only, and not beyond the head`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const { conversation } = await cast.sent(1, 2)
    for (let index = 0; index < 4; index += 1) await cast.sent(1, 2)
    const at = { conversation, account: 2 }
    assert.deepEqual(await cast.move({ ...at, delivered: 3, read: 2 }), [
      { ...at, delivered: 3, read: 2 },
    ])
    assert.deepEqual(await cast.move({ ...at, delivered: 2, read: 1 }), [])
    assert.deepEqual(await cast.move({ ...at, delivered: 0, read: 4 }), [
      { ...at, delivered: 4, read: 4 },
    ])
    assert.deepEqual(await cast.move({ ...at, delivered: 1e9, read: 0 }), [
      { ...at, delivered: 5, read: 4 },
    ])
    await world.restart()
    const view = await world.store.conversations.view(2, conversation, 0)
    assert.deepEqual([view?.delivered, view?.read, view?.unread], [5, 4, 1])
  })

  test(`${engine}: [R8] moves of one member merge, and what is not one's own is passed over`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const { conversation } = await cast.sent(1, 2)
    await cast.sent(1, 2)
    await cast.sent(1, 2)
    const { entries } = world.store
    const at = { conversation, account: 2 }
    const moves = [
      entries.moveCursors([{ ...at, delivered: 3, read: 1 }]),
      entries.moveCursors([{ ...at, delivered: 1, read: 2 }]),
      entries.moveCursors([
        { conversation: 5, account: 2, delivered: 1, read: 1 },
        { conversation, account: 9, delivered: 1, read: 1 },
        { conversation, account: 1, delivered: 1, read: 1 },
      ]),
    ]
    await world.clock.advance(cursorDelayMs)
    assert.deepEqual(await Promise.all(moves), [
      [{ ...at, delivered: 3, read: 2 }],
      [],
      [{ conversation, account: 1, delivered: 1, read: 1 }],
    ])
  })

  test(`${engine}: [R8] moves ride the next append to their conversation, and wait for no other`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const { conversation } = await cast.sent(1, 2)
    const other = await cast.sent(1, 1)
    const { entries } = world.store
    const at = { account: 2, delivered: 1, read: 1 }
    const riding = entries.moveCursors([{ ...at, conversation }])
    const both = entries.moveCursors([
      { ...at, conversation },
      { ...at, conversation: other.conversation, account: 1 },
    ])
    let isOtherStored = false
    void both.then(() => (isOtherStored = true))
    await cast.sent(1, 2, { target: { conversation } })
    assert.deepEqual(await riding, [{ ...at, conversation }])
    assert.equal(isOtherStored, false, 'its conversation gained nothing')
    await world.clock.advance(cursorDelayMs)
    assert.deepEqual(await both, [{ ...at, conversation: other.conversation, account: 1 }])
  })

  test(`${engine}: [R9] unread counts what others said after the read cursor`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const senders = [1, 2, 2, 1, 1, 2, 1, 2, 2, 1]
    let conversation = 0
    for (const from of senders) conversation = (await cast.sent(from, 3 - from)).conversation
    for (const read of [0, 1, 2, 5, 7, 9, 10]) {
      await cast.move({ conversation, account: 1, delivered: 0, read })
      const expected = senders.filter((from, index) => index >= read && from !== 1).length
      assert.equal(await cast.unread(1, conversation), expected, `read up to ${read}`)
    }
    await cast.sent(1, 2)
    assert.equal(await cast.unread(1, conversation), 0)
    await cast.sent(1, 2, { kind: 999 })
    assert.equal(await cast.unread(2, conversation), 6)
  })
}

function pulling(engine: string, open: OpenWorld): void {
  test(`${engine}: [R4] a page returns entries and the range that it covers`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    let conversation = 0
    for (let index = 0; index < 150; index += 1) {
      conversation = (await cast.sent(1, 2, { body: text(`${index + 1}`) })).conversation
    }
    const pull = async (more: Partial<PullInput>) => {
      const input = { reader: 2, conversation, fromSeq: 1, limit: 500, backward: false }
      const page = await world.store.entries.pull({ ...input, bytesMax: 1e9, ...more })
      if (page.status === 'refused') return page.error
      const seqs = page.entries.map(({ seq }) => seq)
      const dense = seqs.every((seq, index) => seq === seqs[0]! + index)
      assert.ok(dense && page.headSeq === 150 && page.firstSeq === 1)
      return [seqs[0], seqs.at(-1), page.coveredFrom, page.coveredTo]
    }
    assert.deepEqual(await pull({}), [1, 150, 1, 150])
    assert.deepEqual(await pull({ fromSeq: 0, limit: 7 }), [1, 7, 1, 7])
    assert.deepEqual(await pull({ fromSeq: 50, limit: 101 }), [50, 150, 50, 150])
    assert.deepEqual(await pull({ fromSeq: 140, limit: 10 }), [140, 149, 140, 149])
    assert.deepEqual(await pull({ fromSeq: 151 }), [undefined, undefined, 0, 0])
    assert.deepEqual(await pull({ fromSeq: 0, limit: 100, backward: true }), [51, 150, 51, 150])
    assert.deepEqual(await pull({ fromSeq: 50, limit: 70, backward: true }), [1, 50, 1, 50])
    assert.deepEqual(await pull({ fromSeq: 900, limit: 1, backward: true }), [150, 150, 150, 150])
    assert.deepEqual(await pull({ bytesMax: 12 }), [1, 10, 1, 10])
    assert.deepEqual(await pull({ bytesMax: 0 }), [1, 1, 1, 1])
    assert.deepEqual(await pull({ bytesMax: 9, fromSeq: 0, backward: true }), [148, 150, 148, 150])
    assert.equal(await pull({ reader: 3 }), 'NOT_FOUND')
    assert.equal(await pull({ conversation: 5 }), 'NOT_FOUND')
  })

  test(`${engine}: bodies come back as the bytes that came`, async () => {
    const { world, cast } = await twoPeople(open)
    await using _ = world
    const bodies = [new Uint8Array(0), cast.bytes(1), cast.bytes(65_536)]
    let conversation = 0
    for (const body of bodies) conversation = (await cast.sent(1, 2, { body })).conversation
    await world.restart()
    const view = await world.store.conversations.view(2, conversation, 3)
    assert.deepEqual(
      view?.entries.map(({ body }) => Buffer.from(body).toString('hex')),
      bodies.map((body) => Buffer.from(body).toString('hex')),
    )
  })
}
