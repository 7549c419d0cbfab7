import assert from 'node:assert/strict'
import test from 'node:test'
import { accountItemsMax } from '@parley/protocol'
import type { SyncInput, SyncPage, SyncPoint } from './sync-store.ts'
import { Cast, text, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const input: SyncInput = {
  account: 1,
  since: undefined,
  goOn: undefined,
  conversationsMax: 100,
  entriesPerConversation: 1,
  accountEntriesMax: 100,
  bytesMax: 1e9,
}

/** Every page of one sync. */
async function syncAll(world: StoreWorld, more: Partial<SyncInput>): Promise<SyncPage[]> {
  const pages: SyncPage[] = []
  let goOn: SyncInput['goOn']
  do {
    const page = await world.store.sync.sync({ ...input, ...more, goOn })
    pages.push(page)
    goOn = page.next && { snapshot: pages[0]!.snapshot, position: page.next }
    assert.ok(pages.length < 1_000)
  } while (goOn !== undefined)
  return pages
}

const peers = (pages: SyncPage[]) =>
  pages.flatMap(({ conversations }) => conversations.map(({ peer }) => peer))
const keys = (pages: SyncPage[]) =>
  pages.flatMap(({ accountEntries }) => accountEntries.map(({ seq, key }) => `${seq} ${key}`))

async function start(open: OpenWorld, others: number) {
  const world = await open()
  const cast = new Cast(world)
  const ids = Array.from({ length: others }, (_, index) => index + 2)
  await cast.people(1, ...ids)
  return { world, cast, ids }
}

export function syncStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: a sync brings what changed since the last one, newest first, and nothing else`, async () => {
    const { world, cast } = await start(open, 4)
    await using _ = world
    for (const id of [2, 3, 4]) await cast.sent(id, 1)
    const sync = async (since: SyncPoint | undefined) => {
      const pages = await syncAll(world, { since })
      return { peers: peers(pages), point: pages[0]!.snapshot }
    }
    const first = await sync(undefined)
    assert.deepEqual(first.peers, [4, 3, 2])
    await world.restart()
    const nothing = await sync(first.point)
    assert.deepEqual(nothing, { peers: [], point: first.point })
    const { conversation } = await cast.sent(1, 2)
    await cast.sent(4, 5)
    const second = await sync(first.point)
    assert.deepEqual(second.peers, [2])
    await cast.move({ conversation, account: 2, delivered: 1, read: 1 })
    const third = await sync(second.point)
    assert.deepEqual(third.peers, [2])
    await cast.move({ conversation, account: 1, delivered: 1, read: 1 })
    assert.deepEqual((await sync(third.point)).peers, [2])
  })

  test(`${engine}: a duplicate or a refusal touches nothing`, async () => {
    const { world, cast } = await start(open, 1)
    await using _ = world
    const entry = cast.entry(2, 1)
    await world.store.entries.append(entry)
    const [page] = await syncAll(world, {})
    await world.store.entries.append(entry)
    await world.store.entries.append({ ...entry, body: text('other') })
    const [after] = await syncAll(world, { since: page!.snapshot })
    assert.deepEqual(after!.conversations, [])
    assert.deepEqual(after!.snapshot, page!.snapshot)
  })

  test(`${engine}: pages of every size bring each conversation once`, async () => {
    const { world, cast, ids } = await start(open, 12)
    await using _ = world
    for (const id of ids) await cast.sent(id, 1)
    for (const conversationsMax of [1, 2, 5, 11, 12, 13]) {
      assert.deepEqual(peers(await syncAll(world, { conversationsMax })), ids.toReversed())
    }
    for (const bytesMax of [0, 7, 20]) {
      assert.deepEqual(peers(await syncAll(world, { bytesMax })), ids.toReversed())
    }
  })

  test(`${engine}: what one commit touched is not split from its place in the order`, async () => {
    const { world, cast, ids } = await start(open, 9)
    await using _ = world
    const appends = await Promise.all(ids.map((id) => cast.sent(id, 1)))
    const byId = appends.map(({ conversation }) => conversation).toSorted((a, b) => b - a)
    const pages = await syncAll(world, { conversationsMax: 2 })
    const served = pages.flatMap(({ conversations }) => conversations)
    assert.deepEqual(
      served.map(({ conversation }) => conversation),
      byId,
    )
  })

  test(`${engine}: what changes while paging comes with the next sync`, async () => {
    const { world, cast, ids } = await start(open, 6)
    await using _ = world
    for (const id of ids) await cast.sent(id, 1)
    const first = await world.store.sync.sync({ ...input, conversationsMax: 2 })
    await cast.sent(2, 1)
    await cast.sent(7, 1)
    const rest: SyncPage[] = []
    let { next } = first
    while (next !== undefined) {
      const goOn = { snapshot: first.snapshot, position: next }
      const page = await world.store.sync.sync({ ...input, conversationsMax: 2, goOn })
      rest.push(page)
      next = page.next
    }
    assert.deepEqual(peers([first, ...rest]), [7, 6, 5, 4, 3])
    assert.deepEqual(peers(await syncAll(world, { since: first.snapshot })), [7, 2])
  })

  test(`${engine}: what changes while the account log is paged comes with the next sync`, async () => {
    const { world, cast } = await start(open, 2)
    await using _ = world
    await cast.sent(2, 1)
    for (const key of ['a', 'b', 'c']) await world.store.sync.putAccountItem(1, key, text('x'), 1)
    const first = await world.store.sync.sync({ ...input, accountEntriesMax: 1 })
    await cast.sent(3, 1)
    await world.store.sync.putAccountItem(1, 'd', text('x'), 1)
    const pages = [first]
    while (pages.at(-1)!.next !== undefined) {
      const goOn = { snapshot: first.snapshot, position: pages.at(-1)!.next! }
      pages.push(await world.store.sync.sync({ ...input, accountEntriesMax: 1, goOn }))
    }
    assert.deepEqual([keys(pages), peers(pages)], [['1 a', '2 b', '3 c'], [2]])
    const next = await syncAll(world, { since: first.snapshot })
    assert.deepEqual([keys(next), peers(next)], [['4 d'], [3]])
  })

  test(`${engine}: a conversation comes with its newest entries`, async () => {
    const { world, cast } = await start(open, 1)
    await using _ = world
    for (let index = 0; index < 5; index += 1) await cast.sent(2, 1)
    const [page] = await syncAll(world, { entriesPerConversation: 3 })
    const [view] = page!.conversations
    assert.deepEqual(
      view?.entries.map(({ seq }) => seq),
      [3, 4, 5],
    )
    assert.deepEqual([view?.headSeq, view?.unread], [5, 5])
    const [bare] = await syncAll(world, { entriesPerConversation: 0 })
    assert.deepEqual(bare!.conversations[0]?.entries, [])
  })

  test(`${engine}: a token ahead of the store says so`, async () => {
    const { world } = await start(open, 1)
    await using _ = world
    const { snapshot } = await world.store.sync.sync(input)
    for (const since of [
      { ...snapshot, stamp: snapshot.stamp + 1 },
      { ...snapshot, accountSeq: snapshot.accountSeq + 1 },
    ]) {
      assert.equal((await world.store.sync.sync({ ...input, since })).ahead, true)
    }
    assert.equal((await world.store.sync.sync({ ...input, since: snapshot })).ahead, false)
  })

  test(`${engine}: [R3] the account log is dense, and the new entry replaces the former of its key`, async () => {
    const { world } = await start(open, 1)
    await using _ = world
    const put = (key: string, body: string) =>
      world.store.sync.putAccountItem(1, key, text(body), world.clock.wallMs())
    const [a, b] = await Promise.all([put('a', '1'), put('b', '1')])
    assert.deepEqual([a?.seq, b?.seq], [1, 2])
    const [first] = await syncAll(world, {})
    assert.equal((await put('a', '2'))?.seq, 3)
    assert.equal((await put('b', ''))?.seq, 4)
    await world.restart()
    assert.deepEqual(keys(await syncAll(world, {})), ['3 a', '4 b'])
    for (const accountEntriesMax of [1, 2, 3]) {
      const pages = await syncAll(world, { accountEntriesMax, since: first!.snapshot })
      assert.deepEqual(keys(pages), ['3 a', '4 b'])
    }
    assert.deepEqual(keys(await syncAll(world, { account: 2 })), [])
    assert.equal(await world.store.sync.putAccountItem(9, 'a', text('1'), 0), undefined)
  })

  test(`${engine}: [R13] an account holds at most ${accountItemsMax} items`, async () => {
    const { world } = await start(open, 1)
    await using _ = world
    const { sync } = world.store
    const puts = Array.from({ length: accountItemsMax + 1 }, (_, index) =>
      sync.putAccountItem(1, `k${index}`, text('x'), 1),
    )
    const entries = await Promise.all(puts)
    assert.equal(entries.at(-2)?.seq, accountItemsMax)
    assert.equal(entries.at(-1), undefined)
    assert.ok(await sync.putAccountItem(1, 'k0', text('y'), 1))
    assert.ok(await sync.putAccountItem(1, 'k1', text(''), 1))
    assert.ok(await sync.putAccountItem(1, 'new', text('x'), 1))
  })

  test(`${engine}: [R13] old tombstones go, and a device that missed them starts anew`, async () => {
    const { world } = await start(open, 1)
    await using _ = world
    const { sync } = world.store
    await sync.putAccountItem(1, 'stays', text('x'), 1)
    const early = (await sync.sync(input)).snapshot
    const puts = Array.from({ length: 10_001 }, (_, index) =>
      sync.putAccountItem(1, `k${index}`, text(''), 1),
    )
    const last = (await Promise.all(puts)).at(-1)!
    const late = (await sync.sync(input)).snapshot
    assert.equal(late.accountSeq, last.seq)
    assert.equal((await sync.sync({ ...input, since: early })).ahead, true)
    assert.equal((await sync.sync({ ...input, since: late })).ahead, false)
    const served = keys(await syncAll(world, { accountEntriesMax: 1_000 }))
    assert.equal(served.length, 5_001)
    assert.equal(served[0], '1 stays')
  })
}
