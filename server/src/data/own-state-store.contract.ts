import assert from 'node:assert/strict'
import test from 'node:test'
import { deletedRangesMax, mutedForeverMs, pinnedConversationsMax, wire } from '@parley/protocol'
import type { AccountLogEntry } from './model.ts'
import type { OwnStatePatch } from './own-state-store.ts'
import { Cast, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

/** Account 1 has a conversation with each of the others, in which these said `said` things. */
async function start(open: OpenWorld, others: number, said = 1) {
  const world = await open()
  const cast = new Cast(world)
  const ids = Array.from({ length: others }, (_, index) => index + 2)
  await cast.people(1, ...ids, 99)
  const conversations: number[] = []
  for (const id of ids) {
    for (let count = 1; count < said; count += 1) await cast.sent(id, 1)
    conversations.push((await cast.sent(id, 1)).conversation)
  }
  const set = (conversation: number, patch: Partial<OwnStatePatch>, account = 1) =>
    world.store.ownStates.set(
      account,
      conversation,
      { headCount: 0, ...patch },
      world.clock.wallMs(),
    )
  const own = async (conversation: number, account = 1) =>
    (await world.store.conversations.view(account, conversation, 0))?.own
  const drop = (seqs: number[], upTo = 0, conversation = conversations[0]!) =>
    world.store.ownStates.deleteForMe(1, conversation, { seqs, upTo }, world.clock.wallMs())
  return { world, cast, conversations, set, own, drop }
}

export function ownStateStoreContract(engine: string, open: OpenWorld): void {
  setting(engine, open)
  deleting(engine, open)
}

function setting(engine: string, open: OpenWorld): void {
  test(`${engine}: a mark as unread is meant above what its caller has read, though the cursor comes later`, async () => {
    const { world, cast, conversations, set } = await start(open, 1, 3)
    await using _ = world
    const [id] = conversations as [number]
    assert.equal((await set(id, { markedUnread: true, readUpTo: 2 })).own.unreadBelow, 3)
    await cast.move({ conversation: id, account: 1, delivered: 2, read: 2 })
    assert.equal((await set(id, { markedUnread: true })).isChanged, false)
    const beyond = await set(id, { markedUnread: true, readUpTo: 99 })
    assert.equal(beyond.own.unreadBelow, 4)
    assert.equal((await set(id, { markedUnread: false, readUpTo: 3 })).own.unreadBelow, 0)
  })

  test(`${engine}: [R3] what an account keeps of a conversation is there after a crash, and for it alone`, async () => {
    const { world, conversations, set, own } = await start(open, 1, 3)
    await using _ = world
    const [id] = conversations as [number]
    const inAnHour = world.clock.wallMs() + 3_600_000
    assert.equal(await own(id), undefined)
    const patch = { pinned: true, mutedUntilMs: inAnHour, markedUnread: true, archived: true }
    const { own: kept, isChanged } = await set(id, { ...patch, hidden: true })
    assert.deepEqual(
      [kept, isChanged],
      [
        {
          version: 1,
          pinned: 1,
          mutedUntilMs: inAnHour,
          unreadBelow: 1,
          archivedBelow: 4,
          hiddenBelow: 4,
        },
        true,
      ],
    )
    await world.restart()
    assert.deepEqual(await own(id), kept)
    assert.equal(await own(id, 2), undefined)
    const again = await set(id, { ...patch, hidden: true })
    assert.deepEqual(again, { own: kept, isChanged: false })
    const { own: none } = await set(id, {
      ...{ pinned: false, mutedUntilMs: 0, markedUnread: false, archived: false, hidden: false },
    })
    assert.deepEqual(none, {
      ...{
        version: 2,
        pinned: 0,
        mutedUntilMs: 0,
        unreadBelow: 0,
        archivedBelow: 0,
        hiddenBelow: 0,
      },
    })
  })

  test(`${engine}: [R3] of two changes in one commit the later one wins, and its version says so`, async () => {
    const { world, conversations, set, own } = await start(open, 1)
    await using _ = world
    const [id] = conversations as [number]
    const set1 = await Promise.all([
      set(id, { pinned: true }),
      set(id, { mutedUntilMs: mutedForeverMs }),
      set(id, { pinned: false }),
    ])
    assert.deepEqual(
      set1.map((one) => one.own.version),
      [1, 2, 3],
    )
    assert.deepEqual(await own(id), set1[2].own)
    assert.deepEqual([set1[2].own.pinned, set1[2].own.mutedUntilMs], [0, mutedForeverMs])
  })

  test(`${engine}: what is archived or hidden is so up to the messages that were known`, async () => {
    const { world, cast, conversations, set } = await start(open, 1, 3)
    await using _ = world
    const [id] = conversations as [number]
    const early = await set(id, { archived: true, hidden: true, headCount: 2 })
    assert.deepEqual([early.own.archivedBelow, early.own.hiddenBelow], [3, 3])
    const beyond = await set(id, { hidden: true, headCount: 77 })
    assert.deepEqual([beyond.own.archivedBelow, beyond.own.hiddenBelow], [0, 4])
    assert.equal((await set(id, { hidden: true, headCount: 1 })).isChanged, false)
    const inAnHour = world.clock.wallMs() + 3_600_000
    await set(id, { mutedUntilMs: inAnHour, archived: true })
    await cast.sent(2, 1)
    const loud = await set(id, { mutedUntilMs: 0 })
    assert.equal(loud.own.archivedBelow, 5, 'what came while it was muted brings nothing back')
  })

  test(`${engine}: a mark as unread holds up to the read cursor, and a mute that is over is none`, async () => {
    const { world, cast, conversations, set } = await start(open, 1, 3)
    await using _ = world
    const [id] = conversations as [number]
    await cast.move({ conversation: id, account: 1, delivered: 2, read: 2 })
    const { own } = await set(id, { markedUnread: true, mutedUntilMs: world.clock.wallMs() })
    assert.deepEqual([own.unreadBelow, own.mutedUntilMs], [3, 0])
  })

  test(`${engine}: [R13] pinned ones keep an order, and are at most ${pinnedConversationsMax}`, async () => {
    const { world, conversations, set, own } = await start(open, pinnedConversationsMax + 1)
    await using _ = world
    const places = async () =>
      Promise.all(conversations.slice(0, 4).map(async (id) => (await own(id))?.pinned ?? 0))
    const [a, b, c, d] = conversations as [number, number, number, number]
    for (const id of [a, b, c, d]) await set(id, { pinned: true })
    assert.deepEqual(await places(), [1, 2, 3, 4])
    await set(b, { pinned: true })
    await set(c, { pinned: false })
    assert.deepEqual(await places(), [1, 2, 0, 4])
    await set(c, { pinned: true })
    assert.deepEqual(await places(), [1, 2, 5, 4])
    const { ownStates } = world.store
    const moved = await ownStates.orderPinned(1, [b, 4_242, a, conversations[5]!, b])
    assert.deepEqual(await places(), [4, 5, 2, 1])
    assert.deepEqual(
      moved.map(({ conversation, own: { pinned } }) => [conversation, pinned]),
      [
        [b, 5],
        [a, 4],
        [c, 2],
        [d, 1],
      ],
    )
    assert.deepEqual(await ownStates.orderPinned(1, [b, a]), [])
    assert.deepEqual(await ownStates.orderPinned(2, [a]), [])
    for (const id of conversations.slice(4, pinnedConversationsMax)) await set(id, { pinned: true })
    const last = conversations.at(-1)!
    const both = { pinned: true, mutedUntilMs: mutedForeverMs }
    await assert.rejects(set(last, both), { code: 'LIMIT_REACHED' })
    assert.equal(await own(last), undefined)
    await set(a, { pinned: false })
    assert.equal((await set(last, both)).own.pinned, pinnedConversationsMax + 2)
  })

  test(`${engine}: [S1] the next sync of the account brings what changed, that of the other side does not`, async () => {
    const { world, conversations, set } = await start(open, 2)
    await using _ = world
    const [id] = conversations as [number]
    const input = { goOn: undefined, conversationsMax: 9, entriesPerConversation: 0 }
    const sync = (account: number, since?: { accountSeq: number; stamp: number }) =>
      world.store.sync.sync({
        ...{ ...input, account, since, accountEntriesMax: 9, bytesMax: 1e9 },
      })
    const [mine, theirs] = [await sync(1), await sync(2)]
    const { own } = await set(id, { pinned: true })
    const { conversations: changed } = await sync(1, mine.snapshot)
    assert.deepEqual(
      changed.map((view) => [view.conversation, view.own]),
      [[id, own]],
    )
    const after = (await sync(1, mine.snapshot)).snapshot
    await set(id, { pinned: true })
    assert.deepEqual((await sync(1, after)).conversations, [])
    assert.deepEqual((await sync(2, theirs.snapshot)).conversations, [])
  })

  test(`${engine}: [R14] who never was in a conversation keeps nothing of it`, async () => {
    const { world, conversations, set, drop } = await start(open, 1)
    await using _ = world
    const [id] = conversations as [number]
    await assert.rejects(set(id, { pinned: true }, 99), { code: 'NOT_FOUND' })
    await assert.rejects(set(4_242, { pinned: true }), { code: 'NOT_FOUND' })
    await assert.rejects(drop([1], 0, 4_242), { code: 'NOT_FOUND' })
    const nowMs = world.clock.wallMs()
    const foreign = world.store.ownStates.deleteForMe(99, id, { seqs: [1], upTo: 0 }, nowMs)
    await assert.rejects(foreign, { code: 'NOT_FOUND' })
  })
}

const rangesOf = (item: AccountLogEntry | undefined) =>
  wire.DeletedEntries.decode(item?.body ?? new Uint8Array()).ranges.map(
    ({ fromSeq, toSeq }) => `${fromSeq}-${toSeq}`,
  )

function deleting(engine: string, open: OpenWorld): void {
  const read = async (world: StoreWorld, account: number, conversation: number) => {
    const input = { reader: account, conversation, limit: 500, bytesMax: 1e9 }
    const forward = await world.store.entries.pull({ ...input, fromSeq: 1, backward: false })
    const backward = await world.store.entries.pull({ ...input, fromSeq: 0, backward: true })
    assert.ok(forward.status === 'page' && backward.status === 'page')
    assert.deepEqual(
      forward.entries.map(({ seq }) => seq),
      backward.entries.map(({ seq }) => seq),
    )
    const { coveredFrom, coveredTo, headSeq } = forward
    assert.deepEqual([coveredFrom, coveredTo], [1, headSeq])
    assert.deepEqual([backward.coveredFrom, backward.coveredTo], [1, headSeq])
    return forward.entries.map(({ seq }) => seq)
  }

  test(`${engine}: [R3] what an account deleted for itself is gone from its pulls and list, and stays for others`, async () => {
    const { world, conversations, drop } = await start(open, 1, 6)
    await using _ = world
    const [id] = conversations as [number]
    const { item } = await drop([2, 6])
    await world.restart()
    assert.deepEqual(await read(world, 1, id), [1, 3, 4, 5])
    assert.deepEqual(await read(world, 2, id), [1, 2, 3, 4, 5, 6])
    const view = await world.store.conversations.view(1, id, 2)
    assert.deepEqual(
      view?.entries.map(({ seq }) => seq),
      [4, 5],
    )
    assert.deepEqual([view?.headSeq, view?.unread], [6, 6])
    assert.equal(item?.key, `deleted:${id}`)
    assert.deepEqual(rangesOf(item), ['2-2', '6-6'])
    const again = await drop([6, 2])
    assert.deepEqual(
      [again.isChanged, again.item?.seq, rangesOf(again.item)],
      [false, item?.seq, ['2-2', '6-6']],
    )
  })

  test(`${engine}: [R3] a history that was deleted up to an entry begins behind it, and its ranges are one`, async () => {
    const { world, cast, conversations, drop } = await start(open, 1, 9)
    await using _ = world
    const [id] = conversations as [number]
    await drop([2, 4, 6, 8])
    const { item } = await drop([], 7)
    assert.deepEqual(rangesOf(item), ['1-8'])
    assert.deepEqual(await read(world, 1, id), [9])
    await drop([], 9)
    assert.deepEqual(await read(world, 1, id), [])
    await cast.sent(2, 1)
    assert.deepEqual(await read(world, 1, id), [10])
    const view = await world.store.conversations.view(1, id, 5)
    assert.deepEqual([view?.entries.length, view?.unread], [1, 10])
  })

  test(`${engine}: [R14] a deletion of which one part is refused deletes nothing`, async () => {
    const { world, cast, conversations, drop } = await start(open, 1, 3)
    await using _ = world
    const [id] = conversations as [number]
    const target = { conversation: id }
    const said = wire.EntryBody.encode({ text: 'said' }).finish()
    await cast.sent(2, 1, { target, body: said })
    const edit = { kind: wire.EntryKind.ENTRY_KIND_EDIT, refSeq: 4 }
    const body = wire.EntryBody.encode({ text: 'edited' }).finish()
    const acted = await cast.send(2, 1, {
      ...{ target, body, ...edit },
      act: { type: 'edit', withinMs: 60_000 },
    })
    assert.equal(acted.status, 'appended')
    await assert.rejects(drop([1, 5]), { code: 'WRONG_STATE' })
    await assert.rejects(drop([1, 6]), { code: 'NOT_FOUND' })
    await assert.rejects(drop([1], 6), { code: 'NOT_FOUND' })
    assert.deepEqual(await read(world, 1, id), [1, 2, 3, 4, 5])
    await drop([4])
    const page = await world.store.entries.pull({
      ...{ reader: 1, conversation: id, fromSeq: 5, limit: 5, backward: false, bytesMax: 1e9 },
    })
    assert.ok(page.status === 'page')
    assert.deepEqual([page.changes, page.entries[0]?.body.length], [[], 0])
  })

  test(`${engine}: [R13] single deletions are at most ${deletedRangesMax} ranges, and the history makes room`, async () => {
    const { world, conversations, drop } = await start(open, 1, deletedRangesMax * 2 + 3)
    await using _ = world
    const [id] = conversations as [number]
    const odd = Array.from({ length: deletedRangesMax }, (_, index) => index * 2 + 1)
    await drop(odd)
    await assert.rejects(drop([deletedRangesMax * 2 + 1]), { code: 'LIMIT_REACHED' })
    assert.ok((await drop([2])).isChanged, 'what joins two ranges is no new one')
    await drop([deletedRangesMax * 2 + 1])
    await drop([], deletedRangesMax * 2)
    assert.deepEqual(await read(world, 1, id), [deletedRangesMax * 2 + 2, deletedRangesMax * 2 + 3])
    assert.ok((await drop([deletedRangesMax * 2 + 3])).isChanged)
  })
}
