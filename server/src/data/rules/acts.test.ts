import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import test from 'node:test'
import { groupRoles, uuidV7Minter, wire } from '@parley/protocol'
import fc from 'fast-check'
import { MemoryTables } from '../memory/memory-tables.ts'
import type { AccountId, Seq, ServedEntry } from '../model.ts'
import { migrate } from '../sqlite/migrate.ts'
import { SqliteTables } from '../sqlite/sqlite-tables.ts'
import { openNodeDriver } from '../sqlite/thread/node-driver.ts'
import { verifyStore } from '../sqlite/verify-store.ts'
import { temporaryFolder } from '../testing/sqlite-worlds.ts'
import { seededRandom } from '../testing/store-world.ts'
import { appendEntry } from './append-entry.ts'
import { actKinds, entryStates } from './entry-acts.ts'
import { groupTable, groupTextTable } from './group-tables.ts'
import { conversationView } from './conversation-view.ts'
import { pinnedEntries } from './pins.ts'
import { pullEntries } from './pull-entries.ts'
import type { TransactionTables } from './tables.ts'

const people = [1, 2, 3] as const
const group = 100
const nowMs = 1_750_000_000_000
const nothing = new Uint8Array(0)
const emojis = ['👍', '🎉']
const pinsMax = 2
/** Nobody is muted, nobody is named: what a group may forbid is tested elsewhere. */
const plainGroup = {
  ...{ owner: 1, admins: '[]', members: people.length, membersSeq: 0 },
  ...{ mentionAllSeq: 0, mentionAllBy: 0, inviteFrom: 0, mentionAllFrom: 0, approveJoins: 0 },
  ...{ historyFromStart: 0, allMuted: 0, dissolvedSeq: 0, joinRequests: 0 },
}

type Saying =
  | { do: 'send'; by: AccountId }
  /** By 0: by the sender of what it refers to. */
  | { do: 'edit' | 'recall' | 'reply'; by: AccountId; ref: number }
  | { do: 'react'; by: AccountId; ref: number; emoji: number; removed: boolean }
  | { do: 'pin'; by: AccountId; ref: number; pinned: boolean }
type Step = Saying | { do: 'leave' | 'join' | 'look'; by: AccountId }

const by = fc.constantFrom(...people)
/** The newest messages, and now and then what is none. */
const ref = fc.oneof(
  { weight: 9, arbitrary: fc.nat({ max: 3 }) },
  { weight: 1, arbitrary: fc.constant(-1) },
)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('send'), by }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('edit', 'recall'), by: fc.constant(0), ref }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('edit', 'edit', 'recall', 'reply'), by, ref }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('react'),
      by,
      ref,
      emoji: fc.nat({ max: 1 }),
      removed: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pin'), by, ref, pinned: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('leave', 'join', 'look'), by }) },
) as fc.Arbitrary<Step>

/** What a viewer knows of an entry. */
interface Shown {
  text: string
  state: number
  changed: Seq
  reactions: string[]
  pinSeq: Seq
}

/** The log as it was meant, told without any of the code under test. */
class Model {
  readonly log: { kind: number; by: AccountId; ref: Seq; text: string; said: string }[] = []
  readonly intervals = new Map<AccountId, { from: Seq; to: Seq }[]>(
    people.map((account) => [account, [{ from: 1, to: Infinity }]]),
  )

  sees(account: AccountId, seq: Seq): boolean {
    return this.intervals.get(account)!.some(({ from, to }) => from <= seq && seq <= to)
  }

  isIn(account: AccountId): boolean {
    return this.intervals.get(account)!.at(-1)!.to === Infinity
  }

  shown(account: AccountId, seq: Seq): Shown {
    const entry = this.log[seq - 1]!
    const acts = this.log
      .map((act, index) => ({ ...act, seq: index + 1 }))
      .filter((act) => act.ref === seq && act.kind >= actKinds.edit)
    const recall = acts.find(({ kind }) => kind === actKinds.recall)
    if (recall !== undefined)
      return {
        text: '',
        state: entryStates.recalled,
        changed: recall.seq,
        reactions: [],
        pinSeq: 0,
      }
    const seen = acts.filter((act) => this.sees(account, act.seq))
    const edit = seen.findLast(({ kind }) => kind === actKinds.edit)
    const pin = seen.findLast(({ kind }) => kind === actKinds.pin)
    const said = new Set<string>()
    for (const act of seen.filter(({ kind }) => kind === actKinds.reaction)) {
      const [sign, emoji] = [act.said[0], act.said.slice(1)]
      if (sign === '+') said.add(`${emoji} ${act.by}`)
      else said.delete(`${emoji} ${act.by}`)
    }
    return {
      text: edit?.text ?? entry.text,
      state: edit === undefined ? entryStates.unchanged : entryStates.edited,
      changed: seen.at(-1)?.seq ?? seq,
      reactions: [...said].toSorted(),
      pinSeq: pin?.said === 'pinned' ? pin.seq : 0,
    }
  }

  /** What is pinned, as this account sees it: pinned last first. */
  pins(account: AccountId): Seq[] {
    const newest = new Map<Seq, { said: string; seq: Seq }>()
    for (const [index, act] of this.log.entries())
      if (act.kind === actKinds.pin) newest.set(act.ref, { said: act.said, seq: index + 1 })
    return [...newest]
      .filter(([target, { said, seq }]) => {
        const isGone = this.shown(account, target).state === entryStates.recalled
        return said === 'pinned' && !isGone && this.sees(account, target) && this.sees(account, seq)
      })
      .toSorted(([, a], [, b]) => b.seq - a.seq)
      .map(([target]) => target)
  }
}

function shownBy(entry: ServedEntry): Shown {
  const { text } = wire.EntryBody.decode(entry.body)
  const { state, changed, reactions = [], pinSeq = 0 } = entry
  const said = reactions.flatMap((one) => {
    assert.equal(one.count, one.accounts.length)
    return one.accounts.map((account) => `${one.emoji} ${account}`)
  })
  return { text, state, changed, reactions: said.toSorted(), pinSeq }
}

/** A device that pulls what is new to it, and keeps the version that was changed last (R4). */
class Device {
  readonly account: AccountId
  readonly held = new Map<Seq, ServedEntry>()
  to = 0

  constructor(account: AccountId) {
    this.account = account
  }

  look(tables: TransactionTables, limit: number): void {
    for (;;) {
      const input = { reader: this.account, conversation: group, fromSeq: this.to + 1 }
      const page = pullEntries(tables, { ...input, limit, backward: false, bytesMax: 60 })
      assert.ok(page.status === 'page')
      for (const entry of page.changes) if (this.held.has(entry.seq)) this.#take(entry)
      for (const entry of page.entries) this.#take(entry)
      if (page.coveredTo <= this.to) return
      this.to = page.coveredTo
    }
  }

  /** What is told to those who see everything that happened to the changed entry. */
  hear(entry: ServedEntry, change: ServedEntry | undefined): void {
    this.#take(entry)
    if (change !== undefined && this.held.has(change.seq)) this.#take(change)
    this.to = entry.seq
  }

  #take(entry: ServedEntry): void {
    const known = this.held.get(entry.seq)
    if (known === undefined || entry.changed > known.changed) this.held.set(entry.seq, entry)
  }
}

class World {
  readonly model = new Model()
  readonly devices = people.map((account) => new Device(account))
  /** Those that are told. */
  readonly live = people.map((account) => new Device(account))
  readonly #tables: TransactionTables
  readonly #mint

  constructor(tables: TransactionTables) {
    this.#tables = tables
    const random = seededRandom(3)
    this.#mint = uuidV7Minter({ nowMs: () => nowMs, fill: (bytes) => random.fill(bytes) })
    this.#commit(() => {
      const none = { headSeq: 0, headCount: 0, headTimeMs: 0, firstSeq: 1, touched: 0 }
      tables.putConversation({ id: group, kind: 2, low: 0, high: 0, ...none })
      tables.putRow(groupTable, { ...plainGroup, conversation: group })
      const text = { name: 'g', announcement: '', avatar: '', avatarSeq: 0 }
      tables.putRow(groupTextTable, { conversation: group, ...text })
      for (const account of people) this.#put(account, 1)
    })
  }

  play(one: Step): string {
    switch (one.do) {
      case 'leave':
        return this.#leave(one.by)
      case 'join':
        return this.#join(one.by)
      case 'look':
        this.devices[one.by - 1]!.look(this.#tables, 1 + one.by)
        return 'looked'
      default:
        return this.#append(one)
    }
  }

  #append(one: Saying): string {
    const { model } = this
    const text =
      one.do === 'send' || one.do === 'reply' || one.do === 'edit' ? `t${model.log.length}` : ''
    const emoji = one.do === 'react' ? emojis[one.emoji]! : ''
    const removed = one.do === 'react' && one.removed
    const pinned = one.do === 'pin' && one.pinned
    const acts = {
      edit: { type: 'edit', withinMs: 1_000 },
      recall: { type: 'recall', withinMs: 1_000 },
      react: { type: 'reaction', emoji, removed },
      pin: { type: 'pin', pinned, max: pinsMax },
    } as const
    const kind = { send: 1, reply: 1, edit: 20, recall: 21, react: 22, pin: 23 }[one.do]
    const reference = 'ref' in one ? this.#place(one.ref) : 0
    const sender = one.by > 0 ? one.by : (model.log[reference - 1]?.by ?? 1)
    const said = { react: { reaction: { emoji, removed } }, pin: { pinned } }[one.do as 'react']
    const result = this.#commit(() =>
      appendEntry(this.#tables, {
        target: { conversation: group },
        sender,
        clientId: this.#mint(),
        kind,
        refSeq: reference,
        body: wire.EntryBody.encode(said ?? { text }).finish(),
        ...(one.do in acts ? { act: acts[one.do as keyof typeof acts] } : {}),
        after: new Uint8Array(0),
        readUpTo: 0,
        nowMs,
        guards: { strangersMayWrite: true },
        newConversationId: 0,
      }),
    )
    if (result.status === 'refused') return result.error
    const sign = removed ? '-' : '+'
    const noted = one.do === 'pin' ? (pinned ? 'pinned' : 'unpinned') : sign + emoji
    model.log.push({ kind, by: sender, ref: reference, text, said: noted })
    const partial = result.acted?.partial ?? []
    const entry = this.#tables.entry(group, result.seq)!
    for (const device of this.live) {
      if (!model.isIn(device.account)) continue
      const isTold: boolean = device.to === result.seq - 1 && !partial.includes(device.account)
      const change = result.acted?.change
      assert.ok(!isTold || kind < 20 || model.sees(device.account, reference))
      if (isTold) device.hear({ ...entry, body: kind === 20 ? nothing : entry.body }, change)
      else device.look(this.#tables, 3)
    }
    return `${result.seq} ${partial.toSorted().join()} ${JSON.stringify(result.acted?.change?.reactions)} ${result.acted?.change?.pinSeq}`
  }

  /** The seq of a message, counted from the newest; -1: of something else. */
  #place(back: number): Seq {
    const { log } = this.model
    const isMessage = ({ kind }: { kind: number }) => kind === 1
    if (back < 0) return log.findLastIndex((entry) => !isMessage(entry)) + 1 || log.length + 1
    const seqs = log.flatMap((entry, index) => (isMessage(entry) ? [index + 1] : []))
    return seqs.at(-1 - (back % Math.max(1, seqs.length))) ?? 1
  }

  #leave(account: AccountId): string {
    const { model } = this
    if (!model.isIn(account) || model.log.length === 0) return 'not now'
    const last = model.intervals.get(account)!.at(-1)!
    if (last.from > model.log.length) return 'not now'
    last.to = model.log.length
    this.#commit(() => {
      const row = this.#tables.member(group, account)!
      this.#tables.putMember({ ...row, toSeq: model.log.length })
    })
    return 'left'
  }

  #join(account: AccountId): string {
    const { model } = this
    if (model.isIn(account)) return 'not now'
    const from = model.log.length + 1
    model.intervals.get(account)!.push({ from, to: Infinity })
    this.#commit(() => this.#put(account, from))
    return 'joined'
  }

  #put(account: AccountId, fromSeq: Seq): void {
    const former = this.#tables.member(group, account)
    const earlier =
      former === undefined
        ? []
        : [...former.earlier, { fromSeq: former.fromSeq, toSeq: former.toSeq }]
    const none = { delivered: 0, read: 0, readCount: 0, ownAfter: 0, touched: 0 }
    const role = account < 3 ? groupRoles.admin : groupRoles.member
    this.#tables.putMember({
      ...(former ?? { ...none, role, conversation: group, account }),
      fromSeq,
      toSeq: 0,
      earlier,
    })
  }

  /** Everything that every account sees, by pages of every size, is what the model says. */
  check(): void {
    const { model } = this
    for (const [index, { kind, ref: target }] of model.log.entries()) {
      // Of what is gone not one version is kept.
      const isGone = model.shown(1, kind === actKinds.edit ? target : index + 1).state === 2
      const hasBody = this.#tables.entry(group, index + 1)!.body.length > 0
      if (kind < actKinds.recall) assert.equal(hasBody, !isGone, `entry ${index + 1}`)
    }
    for (const reader of people) {
      for (const limit of [1, 3, 500])
        for (const backward of [false, true]) this.#checkPages(reader, limit, backward)
      const view = conversationView(this.#tables, reader, group, { entriesMax: 3, bytesMax: 1e6 })!
      for (const entry of [...view.entries, ...view.changes]) this.#checkEntry(reader, entry)
      this.#checkPins(reader)
      const device = this.devices[reader - 1]!
      device.look(this.#tables, 2)
      const seqs = model.log.map((_, index) => index + 1).filter((seq) => model.sees(reader, seq))
      assert.deepEqual(
        [...device.held.keys()].toSorted((a, b) => a - b),
        seqs,
      )
      for (const entry of device.held.values()) this.#checkHeld(reader, entry)
    }
  }

  #checkPages(reader: AccountId, limit: number, backward: boolean): void {
    const seen: Seq[] = []
    let fromSeq = backward ? this.model.log.length : 1
    while (fromSeq > 0) {
      const input = { reader, conversation: group, fromSeq, limit, backward, bytesMax: 1e6 }
      const page = pullEntries(this.#tables, input)
      assert.ok(page.status === 'page')
      for (const entry of page.entries) this.#checkEntry(reader, entry)
      for (const change of page.changes) {
        assert.ok(!page.entries.some(({ seq }) => seq === change.seq))
        this.#checkEntry(reader, change)
      }
      seen.push(...page.entries.map(({ seq }) => seq))
      if (page.coveredTo === 0) break
      fromSeq = backward ? page.coveredFrom - 1 : page.coveredTo + 1
      if (fromSeq > page.headSeq) break
    }
    const all = this.model.log.map((_, index) => index + 1)
    const expected = all.filter((seq) => this.model.sees(reader, seq))
    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      expected,
    )
  }

  #checkPins(reader: AccountId): void {
    const all: ServedEntry[] = []
    for (let before = 0; ;) {
      const input = { reader, conversation: group, before, limit: 1, bytesMax: 1e6 }
      const page = pinnedEntries(this.#tables, input)
      assert.ok(page.status === 'page')
      all.push(...page.entries)
      if (!page.more) break
      before = all.at(-1)!.pinSeq!
    }
    for (const entry of all) this.#checkEntry(reader, entry)
    assert.deepEqual(
      all.map(({ seq }) => seq),
      this.model.pins(reader),
    )
  }

  #checkEntry(reader: AccountId, entry: ServedEntry): void {
    if (entry.kind < actKinds.edit) {
      assert.deepEqual(shownBy(entry), this.model.shown(reader, entry.seq), `entry ${entry.seq}`)
      return
    }
    const { text, reaction, pinned } = wire.EntryBody.decode(entry.body)
    assert.equal(text, '')
    // Nobody is told of a change of an act: it is served as it always was (R4).
    assert.deepEqual([entry.changed, entry.state], [entry.seq, entryStates.unchanged])
    const isBlind = !this.model.sees(reader, entry.refSeq)
    if (isBlind || entry.kind !== actKinds.reaction) assert.equal(reaction ?? undefined, undefined)
    if (isBlind || entry.kind !== actKinds.pin) assert.equal(pinned, false)
  }

  /** NOTE who left learns of a later recall only when it asks for that entry again. */
  #checkHeld(reader: AccountId, entry: ServedEntry): void {
    const now = this.model.shown(reader, entry.seq)
    const isBehind = now.state === entryStates.recalled && !this.model.sees(reader, now.changed)
    if (!isBehind && entry.kind < actKinds.edit) assert.deepEqual(shownBy(entry), now)
  }

  #commit<T>(run: () => T): T {
    this.#tables.begin()
    const result = run()
    this.#tables.commit()
    return result
  }
}

test('[R16] whoever sees an entry and what happened to it sees it changed, in both engines alike', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      using folder = temporaryFolder()
      const driver = openNodeDriver(`${folder.path}/acts.db`)
      migrate(driver, seededRandom(7), nowMs)
      const told = [new MemoryTables(nowMs - 1e9), new SqliteTables(driver)].map((tables) => {
        const world = new World(tables)
        const said = steps.map((one) => world.play(one))
        world.check()
        return said
      })
      assert.deepEqual(told[1], told[0])
      const unrelated = /account|identity/
      assert.deepEqual(
        verifyStore(driver).filter((problem) => !unrelated.test(problem)),
        [],
      )
      driver.close()
      rmSync(folder.path, { recursive: true, force: true })
    }),
    { numRuns: 50 },
  )
})
