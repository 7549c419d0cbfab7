import assert from 'node:assert/strict'
import test from 'node:test'
import { groupRoles, wire } from '@parley/protocol'
import fc from 'fast-check'
import type { GroupAct, GroupSettings } from './group-store.ts'
import type { ServedEntry } from './model.ts'
import { noticeKind } from './notice-body.ts'
import { verifyStore } from './sqlite/verify-store.ts'
import { openNodeDriver } from './sqlite/thread/node-driver.ts'
import { MemoryWorld } from './testing/memory-world.ts'
import { InlineWorld } from './testing/sqlite-worlds.ts'
import { Cast, text, type StoreWorld } from './testing/store-world.ts'

const group = 77
const owner = 1
const others = [2, 3, 4]
const everybody = [owner, ...others]
const guards = { membersMax: 10, strangersMayWrite: true }
const token = new Uint8Array(16).fill(7)
const settings = (historyFromStart: boolean): GroupSettings => ({
  ...{ inviteFrom: groupRoles.member, mentionAllFrom: groupRoles.admin, approveJoins: false },
  historyFromStart,
})

type Action =
  | { do: 'send' | 'leave' | 'join' | 'read'; by: number }
  | { do: 'invite' | 'remove'; by: number; who: number }
  | { do: 'history'; isOn: boolean }
  | { do: 'restart' }

const anybody = fc.constantFrom(...everybody)
const other = fc.constantFrom(...others)
const of = <T>(value: T) => fc.constant(value)
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: of('send' as const), by: anybody }) },
  { weight: 3, arbitrary: fc.record({ do: of('read' as const), by: anybody }) },
  { weight: 3, arbitrary: fc.record({ do: of('join' as const), by: other }) },
  { weight: 3, arbitrary: fc.record({ do: of('leave' as const), by: other }) },
  { weight: 2, arbitrary: fc.record({ do: of('invite' as const), by: anybody, who: other }) },
  { weight: 2, arbitrary: fc.record({ do: of('remove' as const), by: anybody, who: other }) },
  { weight: 1, arbitrary: fc.record({ do: of('history' as const), isOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: of('restart' as const) }) },
)

test('[R10.e] sends racing joins, leaves and kicks: each sees exactly what was said while it was in, in both engines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 6 }), { maxLength: 20 }),
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
    { numRuns: 40 },
  )
})

/** Every step is given at once, and so comes in one batch; who is in it decides, in the order of giving. */
async function play(world: StoreWorld, steps: readonly Action[][]): Promise<void> {
  const cast = new Cast(world)
  await cast.people(...everybody)
  const asking = (account: number) => ({
    ...{ account, requestKey: cast.mint(), nowMs: world.clock.wallMs() },
  })
  const change = (by: number, act: GroupAct, link?: Uint8Array) =>
    world.store.groups.change(asking(by), group, act, guards, link)
  const made = { name: 'Flat', avatar: '', members: [], settings: settings(false) }
  await world.store.groups.create(asking(owner), group, made, guards)
  await change(owner, { do: 'makeLink', lifetimeMs: 0, usesMax: 0 }, token)

  const inside = new Set([owner])
  const sent = new Map<string, number>()
  const perform = async (one: Action): Promise<string> => {
    if (one.do === 'send') {
      const clientId = cast.mint()
      const to = { target: { conversation: group }, clientId, body: text('said') }
      const append = await cast.send(one.by, 0, to)
      sent.set(hex(clientId), append.status === 'refused' ? 0 : append.seq)
      return append.status === 'refused' ? append.error : 'done'
    }
    if (one.do === 'join') {
      const joining = world.store.groups.join(asking(one.by), { token, text: '' }, guards)
      return joining.then(done, code)
    }
    if (one.do === 'invite' || one.do === 'remove')
      return change(one.by, { do: one.do, accounts: [one.who] }).then(done, code)
    if (one.do === 'leave') return change(one.by, { do: 'leave' }).then(done, code)
    if (one.do === 'history') {
      const act = { do: 'setSettings', settings: settings(one.isOn) } as const
      return change(owner, act).then(done, code)
    }
    return 'done'
  }
  for (const step of steps) {
    const expected = step.map((one) => foretold(inside, one))
    const asked = step.map(perform)
    assert.deepEqual(await Promise.all(asked), expected)
    for (const one of step) {
      if (one.do !== 'read') continue
      const head = (await world.store.conversations.view(owner, group, 0))?.headSeq ?? 0
      await cast.move({ conversation: group, account: one.by, delivered: head, read: head })
    }
    if (step.some((one) => one.do === 'restart')) await world.restart()
  }
  await assertCut(world, sent, inside)
}

/** What an act comes to, and who is in the group after it. */
function foretold(inside: Set<number>, one: Action): string {
  if (one.do === 'history' || one.do === 'restart' || one.do === 'read') return 'done'
  if (one.do === 'join') inside.add(one.by)
  else if (!inside.has(one.by)) return 'NOT_FOUND'
  if (one.do === 'invite') inside.add(one.who)
  if (one.do === 'leave') inside.delete(one.by)
  if (one.do !== 'remove') return 'done'
  if (one.by !== owner) return 'FORBIDDEN'
  inside.delete(one.who)
  return 'done'
}

/** Each reads what the log says that it was there for, and nothing else; the log is what the owner sees. */
async function assertCut(
  world: StoreWorld,
  sent: ReadonlyMap<string, number>,
  inside: ReadonlySet<number>,
): Promise<void> {
  const { conversations } = world.store
  const log = await pulled(world, owner)
  const seen = visible(log)
  assert.deepEqual(
    seqsOf(log),
    Array.from(log, (_, index) => index + 1),
  )
  for (const [clientId, seq] of sent) {
    const entry = log.find((one) => hex(one.clientId) === clientId)
    assert.equal(entry?.seq ?? 0, seq)
    if (entry !== undefined) assert.ok(seen.get(entry.sender)?.has(seq), `${entry.sender} was in`)
  }
  assert.deepEqual((await conversations.members(group)).accounts.toSorted(), [...inside].toSorted())
  for (const account of everybody) {
    const own = seen.get(account) ?? new Set()
    assert.deepEqual(seqsOf(await pulled(world, account)), [...own].toSorted(ascending))
    const view = await conversations.view(account, group, 0)
    if (own.size === 0) {
      assert.equal(view, undefined)
      continue
    }
    assert.equal(view?.headSeq, Math.max(...own))
    assert.equal(view?.left, !inside.has(account))
    const unread = log.filter(
      ({ seq, kind, sender }) =>
        own.has(seq) && seq > (view?.read ?? 0) && kind === 1 && sender !== account,
    )
    assert.equal(view?.unread, unread.length, `unread of ${account}`)
  }
  for (const { seq } of log) {
    const accounts = (await conversations.membersAt(group, seq)).toSorted(ascending)
    assert.deepEqual(
      accounts,
      everybody.filter((account) => seen.get(account)?.has(seq)),
    )
  }
}

/** By what the notices of the log say: who is there when an entry comes, or whom it adds or takes, sees it. */
function visible(log: readonly ServedEntry[]): Map<number, Set<number>> {
  const seen = new Map<number, Set<number>>()
  const inside = new Set<number>()
  let isOpen = false
  const types = wire.NoticeType
  for (const { seq, kind, body, sender } of log) {
    const notice = kind === noticeKind ? wire.EntryBody.decode(body).notice : undefined
    const accounts = notice?.accounts ?? []
    const type = notice?.type
    if (type === types.NOTICE_TYPE_GROUP_CREATED) inside.add(sender)
    if (type === types.NOTICE_TYPE_SETTINGS_CHANGED)
      isOpen = notice?.settings?.historyFromStart ?? false
    if (type === types.NOTICE_TYPE_MEMBERS_ADDED || type === types.NOTICE_TYPE_MEMBER_JOINED)
      for (const account of accounts) {
        inside.add(account)
        const own = seen.get(account) ?? new Set<number>()
        seen.set(account, own)
        if (isOpen) for (let past = 1; past < seq; past += 1) own.add(past)
      }
    for (const account of inside) seen.set(account, (seen.get(account) ?? new Set()).add(seq))
    if (type === types.NOTICE_TYPE_MEMBER_LEFT || type === types.NOTICE_TYPE_MEMBERS_REMOVED)
      for (const account of accounts) inside.delete(account)
  }
  return seen
}

async function pulled(world: StoreWorld, reader: number): Promise<readonly ServedEntry[]> {
  const page = { conversation: group, fromSeq: 1, limit: 500, backward: false, bytesMax: 1e9 }
  const pull = await world.store.entries.pull({ reader, ...page })
  if (pull.status === 'page') return pull.entries
  assert.equal(pull.error, 'NOT_FOUND')
  return []
}

const seqsOf = (entries: readonly ServedEntry[]): number[] => entries.map(({ seq }) => seq)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const ascending = (a: number, b: number): number => a - b
const done = (): string => 'done'
const code = (thrown: { code?: string }): string => {
  if (thrown.code === undefined) throw thrown
  return thrown.code
}
