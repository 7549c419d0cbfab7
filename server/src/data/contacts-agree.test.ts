import assert from 'node:assert/strict'
import test from 'node:test'
import { wire } from '@parley/protocol'
import fc from 'fast-check'
import { contactStates, type ContactAct, type ContactLimits } from './contact-store.ts'
import { verifyStore } from './sqlite/verify-store.ts'
import { openNodeDriver } from './sqlite/thread/node-driver.ts'
import { MemoryWorld } from './testing/memory-world.ts'
import { InlineWorld } from './testing/sqlite-worlds.ts'
import { Cast, type StoreWorld } from './testing/store-world.ts'

const hourMs = 3_600_000
const lifeMs = 10 * hourMs
const limits: ContactLimits = {
  ...{ requestsPerDay: 1_000, requestsPerTarget: 2, requestWindowMs: 48 * hourMs },
  ...{ requestLifeMs: lifeMs, contactsMax: 1_000, waitingMax: 1_000 },
}
const accounts = [1, 2, 3]
const acts = ['request', 'accept', 'refuse', 'withdraw', 'remove', 'block', 'unblock'] as const
type Act = (typeof acts)[number]

type Action =
  | { do: 'act'; by: number; other: number; act: Act; key: number | undefined }
  | { do: 'wait'; hours: number }
  | { do: 'expire' }
  | { do: 'restart' }

const act = fc
  .record({
    do: fc.constant('act' as const),
    by: fc.constantFrom(...accounts),
    other: fc.constantFrom(...accounts),
    act: fc.constantFrom<Act>('request', 'request', ...acts),
    key: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
  })
  .filter(({ by, other }) => by !== other)
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: act },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 9, 30) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
)

/** What is between two accounts, told as people would: one thing, not two rows. */
class Between {
  open: { by: number; untilMs: number } | undefined
  isContact = false
  /** Who was told that its request came to nothing. */
  told = new Map<number, 'refused' | 'expired'>()
  blockedBy = new Set<number>()
  readonly #asked = new Map<number, { times: number; untilMs: number }>()

  /** @returns whether it is done, or why not. */
  act(by: number, other: number, said: Act, nowMs: number): string {
    const isOver = this.open !== undefined && this.open.untilMs <= nowMs
    const mine = !isOver && this.open?.by === by
    const theirs = !isOver && this.open?.by === other
    const done = this.#possible(by, other, said, { mine, theirs, nowMs })
    if (done !== 'done') return done
    if (isOver) this.expire(nowMs)
    this.#do(by, other, said, { theirs, nowMs })
    return 'done'
  }

  expire(nowMs: number): void {
    if (this.open === undefined || this.open.untilMs > nowMs) return
    this.told.set(this.open.by, 'expired')
    this.open = undefined
  }

  stateOf(me: number): keyof typeof contactStates {
    if (this.isContact) return 'contact'
    if (this.open !== undefined) return this.open.by === me ? 'asked' : 'asking'
    return this.told.get(me) ?? 'none'
  }

  #possible(
    by: number,
    other: number,
    said: Act,
    now: { mine: boolean; theirs: boolean; nowMs: number },
  ): string {
    const { mine, theirs, nowMs } = now
    const can: Record<Act, boolean> = {
      request: !this.blockedBy.has(by),
      accept: theirs || this.isContact,
      refuse: theirs,
      withdraw: mine,
      remove: !mine && !theirs,
      block: true,
      unblock: true,
    }
    if (!can[said]) return 'WRONG_STATE'
    if (said !== 'request') return 'done'
    if (this.blockedBy.has(other)) return 'BLOCKED'
    const asked = this.#asked.get(by)
    const isNew = !mine && !theirs && !this.isContact
    const tooOften =
      asked !== undefined && nowMs < asked.untilMs && asked.times >= limits.requestsPerTarget
    return isNew && tooOften ? 'LIMIT_REACHED' : 'done'
  }

  #do(
    by: number,
    other: number,
    said: Act,
    { theirs, nowMs }: { theirs: boolean; nowMs: number },
  ): void {
    if (said === 'block') this.blockedBy.add(by)
    if (said === 'unblock') this.blockedBy.delete(by)
    if (said === 'remove') {
      this.isContact = false
      this.told.delete(by)
    }
    if (said === 'withdraw' || said === 'refuse' || said === 'block') {
      if (theirs) this.told.set(other, 'refused')
      this.open = undefined
    }
    const becomes = said === 'accept' || (said === 'request' && theirs)
    if (becomes || this.isContact) {
      this.isContact = said !== 'remove'
      this.open = undefined
      this.told.clear()
      return
    }
    if (said !== 'request' || this.open !== undefined) return
    this.open = { by, untilMs: nowMs + lifeMs }
    this.told.clear()
    const asked = this.#asked.get(by)
    if (asked !== undefined && nowMs < asked.untilMs) asked.times += 1
    else this.#asked.set(by, { times: 1, untilMs: nowMs + limits.requestWindowMs })
  }
}

test('[R3] after every interleaving both sides fit together, in both engines, and as people would tell it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
      async (steps) => {
        await using sqlite = new InlineWorld()
        await using memory = new MemoryWorld()
        await play(memory, steps)
        await play(sqlite, steps)
        const driver = openNodeDriver(sqlite.path, { readOnly: true })
        assert.deepEqual(verifyStore(driver), [])
        driver.close()
      },
    ),
    { numRuns: 60 },
  )
})

async function play(world: StoreWorld, steps: readonly Action[][]): Promise<void> {
  const cast = new Cast(world)
  await cast.people(...accounts)
  const pairs = new Map<string, Between>()
  const between = (one: number, other: number): Between => {
    const name = [one, other].toSorted().join()
    const found = pairs.get(name) ?? new Between()
    pairs.set(name, found)
    return found
  }
  let keys = Array.from({ length: 5 }, () => cast.mint())
  const firsts = new Map<string, string>()
  for (const step of steps) {
    const asked: Promise<string>[] = []
    const expected: string[] = []
    for (const one of step) {
      const nowMs = world.clock.wallMs()
      if (one.do === 'wait') {
        await Promise.all(asked)
        await world.clock.advance(one.hours * hourMs)
        keys = Array.from({ length: 5 }, () => cast.mint())
        firsts.clear()
      } else if (one.do === 'expire') {
        await Promise.all(asked)
        await world.store.contacts.expire(nowMs)
        for (const pair of pairs.values()) pair.expire(nowMs)
      } else if (one.do === 'act') {
        const { by, other, act: said } = one
        const requestKey = one.key === undefined ? cast.mint() : keys[one.key]!
        const input = { account: by, other, act: sayable(said), limits, requestKey, nowMs }
        asked.push(world.store.contacts.act(input).then(() => 'done', code))
        const name = `${by} ${one.key}`
        const what = JSON.stringify([other, said])
        const first = one.key === undefined ? undefined : firsts.get(name)
        if (first !== undefined) expected.push(first === what ? 'done' : 'ID_REUSED')
        else {
          const outcome = between(by, other).act(by, other, said, nowMs)
          if (outcome === 'done' && one.key !== undefined) firsts.set(name, what)
          expected.push(outcome)
        }
      }
    }
    assert.deepEqual(await Promise.all(asked), expected)
    if (step.some((one) => one.do === 'restart')) await world.restart()
    await assertShown(world, between)
  }
}

/** What every device of every account finds is what is between the two. */
async function assertShown(
  world: StoreWorld,
  between: (one: number, other: number) => Between,
): Promise<void> {
  for (const me of accounts) {
    const { accountEntries } = await world.store.sync.sync({
      ...{ account: me, since: undefined, goOn: undefined, bytesMax: 1e9 },
      ...{ conversationsMax: 0, entriesPerConversation: 0, accountEntriesMax: 100 },
    })
    for (const other of accounts) {
      if (other === me) continue
      const pair = between(me, other)
      const item = accountEntries.find(({ key }) => key === `contact:${other}`)
      const shown = wire.Contact.decode(item?.body ?? new Uint8Array(0))
      assert.equal(shown.state, contactStates[pair.stateOf(me)], `${me} of ${other}`)
      assert.equal(shown.blocked, pair.blockedBy.has(me))
      assert.deepEqual(await world.store.contacts.relation(me, other), {
        isContact: pair.isContact,
        isOpen: pair.open !== undefined,
        isBarred: pair.blockedBy.has(other),
        hasBlocked: pair.blockedBy.has(me),
      })
    }
  }
}

const sayable = (said: Act): ContactAct =>
  said === 'request' ? { do: said, greeting: '' } : { do: said }
const code = (thrown: { code: string }): string => thrown.code
