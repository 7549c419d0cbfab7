import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../base/refusal.ts'
import { cursorDelayMs } from './entry-store.ts'
import type { OwnStatePatch } from './own-state-store.ts'
import type { Store } from './store.ts'
import { verifyStore } from './sqlite/verify-store.ts'
import { openNodeDriver } from './sqlite/thread/node-driver.ts'
import { MemoryWorld } from './testing/memory-world.ts'
import { InlineWorld } from './testing/sqlite-worlds.ts'
import { Cast, text, type StoreWorld } from './testing/store-world.ts'

const accounts = [1, 2, 3]
const account = fc.constantFrom(...accounts)
const small = fc.nat({ max: 6 })

/** One step of a world; what several steps in one batch do must be the same in both engines. */
const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send'),
      from: account,
      to: account,
      id: fc.nat({ max: 12 }),
      after: fc.option(fc.nat({ max: 12 })),
      body: small,
      readUpTo: small,
      stranger: fc.boolean(),
      byId: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move'),
      by: account,
      with: account,
      delivered: small,
      read: small,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('put'),
      by: account,
      key: small,
      body: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rotate'),
      token: fc.nat({ max: 8 }),
      next: fc.nat({ max: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end'), by: account, all: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('device'),
      by: account,
      key: small,
      id: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('keep'),
      by: account,
      with: account,
      patch: fc.record(
        {
          pinned: fc.boolean(),
          mutedUntilMs: fc.constantFrom(0, 2 ** 52),
          markedUnread: fc.boolean(),
          archived: fc.boolean(),
          hidden: fc.boolean(),
          headCount: small,
        },
        { requiredKeys: ['headCount'] },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete'),
      by: account,
      with: account,
      seqs: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
      upTo: fc.constantFrom(0, 0, 0, 1, 3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('order'), by: account, with: account }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(1, 150, 40_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart') }) },
) as fc.Arbitrary<Action>

type Action =
  | {
      do: 'send'
      from: number
      to: number
      id: number
      after: number | null
      body: number
      readUpTo: number
      stranger: boolean
      byId: boolean
    }
  | { do: 'move'; by: number; with: number; delivered: number; read: number }
  | { do: 'keep'; by: number; with: number; patch: OwnStatePatch }
  | { do: 'delete'; by: number; with: number; seqs: number[]; upTo: number }
  | { do: 'order'; by: number; with: number }
  | { do: 'put'; by: number; key: number; body: number }
  | { do: 'rotate'; token: number; next: number }
  | { do: 'end'; by: number; all: boolean }
  | { do: 'device'; by: number; key: number; id: number }
  | { do: 'wait'; ms: number }
  | { do: 'restart' }

test('both engines answer the same to any sequence of operations', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 6 }), { maxLength: 25 }),
      async (steps) => {
        await using sqlite = new InlineWorld()
        await using memory = new MemoryWorld()
        assert.deepEqual(await play(sqlite, steps), await play(memory, steps))
        const driver = openNodeDriver(sqlite.path, { readOnly: true })
        assert.deepEqual(verifyStore(driver), [])
        driver.close()
      },
    ),
    { numRuns: 60 },
  )
})

/** Plays the steps, each as one batch, and tells everything that was answered and what can be read in the end. */
async function play(world: StoreWorld, steps: readonly Action[][]): Promise<string[]> {
  const cast = new Cast(world)
  await cast.people(...accounts)
  const ids = Array.from({ length: 13 }, () => cast.mint())
  const keys = Array.from({ length: 7 }, () => cast.mint())
  const tokens = Array.from({ length: 9 }, () => cast.tokens())
  const told: string[] = []
  for (const step of steps) {
    for (const one of step) if (one.do === 'wait') await world.clock.advance(one.ms)
    const asked = step.map((one) => perform(world, cast, { ids, keys, tokens }, one))
    await world.clock.advance(cursorDelayMs)
    for (const result of await Promise.allSettled(asked)) {
      const value =
        result.status === 'fulfilled'
          ? result.value
          : result.reason instanceof Refusal
            ? result.reason.code
            : 'fault'
      told.push(show(value))
    }
    if (step.some((one) => one.do === 'restart')) await world.restart()
  }
  await world.clock.advance(20_000)
  await world.store.probe()
  for (const one of accounts) told.push(show(await readAll(world.store, one)))
  for (const { accessHash } of tokens) {
    told.push(show(await world.store.devices.byAccessHash(accessHash, world.clock.wallMs())))
  }
  return told
}

type Props = { ids: Uint8Array[]; keys: Uint8Array[]; tokens: ReturnType<Cast['tokens']>[] }

async function perform(world: StoreWorld, cast: Cast, props: Props, one: Action): Promise<unknown> {
  const { store } = world
  const now = world.clock.wallMs()
  if (one.do === 'send') {
    const { from, to } = one
    const known = await store.conversations.resolve(from, { account: to })
    return cast.send(from, to, {
      clientId: props.ids[one.id]!,
      after: one.after === null ? new Uint8Array(0) : props.ids[one.after]!,
      body: text('x'.repeat(one.body)),
      kind: one.body === 5 ? 77 : 1,
      readUpTo: one.readUpTo,
      guards: { strangersMayWrite: one.stranger },
      ...(one.byId && known !== undefined ? { target: { conversation: known } } : {}),
    })
  }
  if (one.do === 'move') {
    const conversation = await store.conversations.resolve(one.by, { account: one.with })
    const { delivered, read } = one
    const move = { conversation: conversation ?? 5, account: one.by, delivered, read }
    return store.entries.moveCursors([move])
  }
  if (one.do === 'keep' || one.do === 'delete' || one.do === 'order') {
    const { by } = one
    const id = (await store.conversations.resolve(by, { account: one.with })) ?? 5
    if (one.do === 'keep') return store.ownStates.set(by, id, one.patch, now)
    if (one.do === 'order') return store.ownStates.orderPinned(by, [id])
    return store.ownStates.deleteForMe(by, id, { seqs: one.seqs, upTo: one.upTo }, now)
  }
  if (one.do === 'put') {
    return store.sync.putAccountItem(one.by, `k${one.key}`, text('y'.repeat(one.body)), now)
  }
  if (one.do === 'rotate') {
    return store.devices.rotate(props.tokens[one.token]!.refreshHash, props.tokens[one.next]!, now)
  }
  if (one.do === 'end') return store.devices.end(one.by, one.all ? 'all' : [one.by * 10])
  if (one.do === 'device') {
    const device = cast.device(100 + one.id, one.by)
    return store.devices.create(device, props.tokens[one.id]!, props.keys[one.key]!)
  }
  return undefined
}

async function readAll(store: Store, reader: number): Promise<unknown> {
  const input = { account: reader, since: undefined, goOn: undefined, bytesMax: 1e9 }
  const limits = { conversationsMax: 50, entriesPerConversation: 3, accountEntriesMax: 50 }
  const page = await store.sync.sync({ ...input, ...limits })
  const logs = page.conversations.map(({ conversation }) =>
    store.entries.pull({
      reader,
      conversation,
      fromSeq: 1,
      limit: 500,
      backward: false,
      bytesMax: 1e9,
    }),
  )
  return [page, await Promise.all(logs), await store.devices.list(reader)]
}

function show(value: unknown): string {
  // NOTE a Buffer has turned itself into JSON before it comes here as a part; as a member it is still what it is.
  function bytes(this: Record<string, unknown>, key: string, part: unknown) {
    const own = this[key]
    if (own instanceof Uint8Array) return Buffer.from(own).toString('hex')
    // Unordered by contract.
    return key === 'members' && Array.isArray(part) ? part.toSorted((a, b) => a - b) : part
  }
  return JSON.stringify(value, bytes) ?? 'undefined'
}
