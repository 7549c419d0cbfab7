import assert from 'node:assert/strict'
import test from 'node:test'
import { groupRoles } from '@parley/protocol'
import fc from 'fast-check'
import { cursorDelayMs } from './entry-store.ts'
import type { GroupAct } from './group-store.ts'
import { recentLimits } from './rules/recent-lists.ts'
import type { SyncPage, SyncPoint } from './sync-store.ts'
import { MemoryWorld } from './testing/memory-world.ts'
import { InlineWorld, ThreadWorld } from './testing/sqlite-worlds.ts'
import { Cast, text, type StoreWorld } from './testing/store-world.ts'

/** As small as it gets: a list holds a part, and there is no room for all lists. */
const always = {
  ...{ longFrom: 3, long: { min: 2, max: 4 }, short: { min: 1, max: 2 } },
  placesMax: 40,
}
const never = { ...recentLimits, placesMax: 0 }

const people = [1, 2, 3, 4, 5]
const groups = [71, 72, 73]
const owner = 1
const guards = { membersMax: 10, strangersMayWrite: true }

type Action =
  | { do: 'say' | 'read' | 'keep'; by: number; with: number }
  | { do: 'sayIn' | 'readIn' | 'leave' | 'invite' | 'remove' | 'keepIn'; by: number; group: number }
  | { do: 'sync'; by: number; token: number; size: number; between: number }
  | { do: 'restart' }

const somebody = fc.constantFrom(...people)
const group = fc.constantFrom(...groups)
const of = <T>(value: T) => fc.constant(value)
const alone = fc.record({
  ...{ do: fc.constantFrom(...(['say', 'say', 'read', 'keep'] as const)) },
  ...{ by: somebody, with: somebody },
})
const together = fc.record({
  do: fc.constantFrom(
    ...(['sayIn', 'sayIn', 'readIn', 'leave', 'invite', 'invite', 'remove', 'keepIn'] as const),
  ),
  ...{ by: somebody, group },
})
const size = fc.integer({ min: 1, max: 4 })
const synced = fc.record({
  ...{ do: of('sync' as const), by: somebody, token: fc.nat({ max: 9 }), size },
  between: somebody,
})
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: alone },
  { weight: 4, arbitrary: together },
  { weight: 5, arbitrary: synced },
  { weight: 1, arbitrary: fc.record({ do: of('restart' as const) }) },
)
const steps = fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { maxLength: 20 })

test('[S1] a sync from the lists of what changed last is the sync that looks through everything', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      await using scanning = new MemoryWorld(0, never)
      const expected = await play(scanning, played)
      await using memory = new MemoryWorld(0, always)
      assert.deepEqual(await play(memory, played), expected)
      await using sqlite = new InlineWorld(undefined, always)
      assert.deepEqual(await play(sqlite, played), expected)
    }),
    { numRuns: 25 },
  )
})

test('[S1] the same with the writer in a thread of its own', async () => {
  for (const played of fc.sample(steps, { numRuns: 2, seed: 11 })) {
    await using scanning = new MemoryWorld(0, never)
    await using threads = await ThreadWorld.open(always)
    assert.deepEqual(await play(threads, played), await play(scanning, played))
  }
})

test('[S1] a device that syncs while commits go on misses nothing', async () => {
  await using world = await ThreadWorld.open({ ...always, long: { min: 8, max: 16 } })
  const cast = new Cast(world)
  const others = Array.from({ length: 40 }, (_, index) => index + 2)
  await cast.people(1, ...others)
  const heads = new Map<number, number>()
  let token: SyncPoint | undefined
  const sync = async () => {
    for (
      let goOn: { snapshot: SyncPoint; position: NonNullable<SyncPage['next']> } | undefined;
      ;
    ) {
      const page = await world.store.sync.sync({ ...input(1, 5), since: token, goOn })
      for (const { conversation, headSeq } of page.conversations)
        heads.set(conversation, Math.max(headSeq, heads.get(conversation) ?? 0))
      const snapshot: SyncPoint = goOn?.snapshot ?? page.snapshot
      if (page.next === undefined) return (token = snapshot)
      goOn = { snapshot, position: page.next }
    }
  }
  const expected = new Map<number, number>()
  for (let round = 0; round < 30; round += 1) {
    const writing = Array.from({ length: 20 }, async (_, index) => {
      const { conversation, seq } = await cast.sent(2 + ((round * 7 + index) % 40), 1)
      expected.set(conversation, Math.max(seq, expected.get(conversation) ?? 0))
    })
    const isWritten = Promise.all(writing).then(() => true)
    // NOTE reads do not wait for anything: a turn of the loop lets commits be told.
    while (!(await Promise.race([isWritten, turn().then(() => false)]))) await sync()
    await sync()
    assert.deepEqual(sorted(heads), sorted(expected))
  }
})

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const sorted = (heads: ReadonlyMap<number, number>) => [...heads].toSorted(([a], [b]) => a - b)

const input = (account: number, conversationsMax: number) => ({
  ...{ account, since: undefined, goOn: undefined, conversationsMax },
  ...{ entriesPerConversation: 1, accountEntriesMax: 10, bytesMax: 1e9 },
})

/** Everything that syncs answered: tokens, pages, order. */
async function play(world: StoreWorld, played: readonly Action[][]): Promise<unknown[]> {
  const cast = new Cast(world)
  await cast.people(...people)
  const asking = (account: number) => ({
    ...{ account, requestKey: cast.mint(), nowMs: world.clock.wallMs() },
  })
  const settings = {
    ...{ inviteFrom: groupRoles.member, mentionAllFrom: groupRoles.admin },
    ...{ approveJoins: false, historyFromStart: false },
  }
  for (const id of groups) {
    const made = { name: `g${id}`, avatar: '', members: [2, 3], settings }
    await world.store.groups.create(asking(owner), id, made, guards)
  }
  const tokens = new Map<number, SyncPoint[]>()
  const told: unknown[] = []

  const change = (by: number, id: number, act: GroupAct) =>
    world.store.groups.change(asking(by), id, act, guards).then(() => 'done', String)
  const perform = async (one: Action): Promise<unknown> => {
    const { store, clock } = world
    if (one.do === 'say') return (await cast.send(one.by, one.with)).status
    if (one.do === 'sayIn') {
      const target = { conversation: one.group }
      return (await cast.send(one.by, 0, { target, body: text('said') })).status
    }
    if (one.do === 'leave') return change(one.by, one.group, { do: 'leave' })
    if (one.do === 'invite' || one.do === 'remove') {
      const accounts = [one.by]
      return change(one.do === 'remove' ? owner : 2, one.group, { do: one.do, accounts })
    }
    if (one.do === 'restart' || one.do === 'sync') return undefined
    const conversation =
      'group' in one ? one.group : await store.conversations.resolve(one.by, { account: one.with })
    if (conversation === undefined) return undefined
    if (one.do === 'keep' || one.do === 'keepIn') {
      const patch = { markedUnread: true, headCount: 0 }
      return store.ownStates
        .set(one.by, conversation, patch, clock.wallMs())
        .then(() => 'kept', String)
    }
    const cursor = { conversation, account: one.by, delivered: 1, read: 1 }
    return store.entries.moveCursors([cursor]).then(() => 'moved', String)
  }
  for (const step of played) {
    const asked = step.map(perform)
    await world.clock.advance(cursorDelayMs)
    told.push(await Promise.all(asked))
    for (const one of step) {
      if (one.do === 'sync') told.push(await syncAll(world, one))
      if (one.do === 'restart') await world.restart()
    }
  }
  return told

  async function syncAll({ store }: StoreWorld, one: Action & { do: 'sync' }): Promise<unknown> {
    const known = tokens.get(one.by) ?? []
    const since = known[one.token]
    const page = { ...input(one.by, one.size), since }
    const pages = [await store.sync.sync(page)]
    const { snapshot } = pages[0] ?? assert.fail()
    for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
      // NOTE what changes between pages moves up, out of the pages that are yet to come.
      if (pages.length === 1) await cast.send(one.between, one.by)
      pages.push(await store.sync.sync({ ...page, goOn: { snapshot, position: next } }))
    }
    tokens.set(one.by, [...known, snapshot])
    return pages.map(({ snapshot: point, next, ahead, conversations }) => ({
      ...{ point: pages[0]?.next === undefined ? point : snapshot, next, ahead },
      served: conversations.map(({ conversation, headSeq, left }) => [conversation, headSeq, left]),
    }))
  }
}
