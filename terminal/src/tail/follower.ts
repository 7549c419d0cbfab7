import { pageEntriesMax, pushes, wire, type ReplyRead } from '@parley/protocol'
import type { WireEntry } from '../output/entry-line.ts'
import {
  callPatiently,
  IMError,
  sendNote,
  toIMError,
  type Clock,
  type Random,
  type Session,
  type Timer,
} from '../session/sdk.ts'
import type { Target } from '../session/find-target.ts'
import type { FollowedLog } from './followed-log.ts'
import { syncPages } from './sync-pages.ts'

export interface FollowerDeps {
  session: Session
  clock: Clock
  random: Random
}

export interface FollowerInput {
  /** Only this conversation; a direct one need not exist yet. */
  to?: Target | undefined
  /** With `to`: begin with this entry. */
  from?: number | undefined
  /** Takes entries of one conversation in their order; nothing more comes until it is done. */
  print(conversation: number, entries: readonly WireEntry[]): Promise<void>
  /** What cannot be got over. */
  failed(thrown: unknown): void
}

type Conversation = ReplyRead<'sync'>['conversations'][number]

const endCodes = { signedOut: 'SIGNED_OUT', kicked: 'KICKED' } as const
/** Pushes that wait while something is printed or pulled. Beyond it they are let go, and a sync finds them again. */
const waitingMax = 1_000
const callTimeoutMs = 30_000
const syncEveryMs = 300_000
const receivedEveryMs = 200
const backoff = { minMs: 100, maxMs: 5_000 }

/**
 * Every entry of one or all conversations once and in order, across cuts and restarts (R4, R6). Pushes are hints: one
 * that fits is printed, any other leads to a pull. A sync after every login finds what was missed, conversations that
 * began meanwhile included.
 */
export class Follower {
  readonly #deps: FollowerDeps
  readonly #input: FollowerInput
  readonly #logs = new Map<number, FollowedLog>()
  readonly #removers: (() => void)[]
  #waiting: Uint8Array[] = []
  #token: Uint8Array = new Uint8Array()
  #generation: string | undefined
  #isSyncDue = false
  /** The first sync says where "from now on" begins. */
  #hasBegun = false
  #isRunning = false
  /** Something came up while it ran. */
  #isAsked = false
  #syncTimer: Timer | undefined
  #receivedTimer: Timer | undefined
  #isClosed = false

  constructor(deps: FollowerDeps, input: FollowerInput) {
    this.#deps = deps
    this.#input = input
    const { events } = deps.session
    this.#removers = [
      events.on('stateChanged', (state) => {
        if (state.name === 'ready') this.#syncDue()
        if (state.name === 'signedOut' || state.name === 'kicked')
          input.failed(state.error ?? new IMError(endCodes[state.name]))
      }),
      events.on('behind', () => this.#syncDue()),
      events.on('pushed', ({ command, body }) => {
        if (command === pushes.entry.id) this.#pushed(body)
        if (command === pushes.syncHint.id) this.#syncDue()
      }),
    ]
    if (deps.session.state.name === 'ready') this.#syncDue()
  }

  close(): void {
    this.#sayReceived()
    this.#isClosed = true
    for (const remove of this.#removers) remove()
    this.#syncTimer?.cancel()
    this.#receivedTimer?.cancel()
  }

  #pushed(body: Uint8Array): void {
    // NOTE copied: the bytes share memory with what the network reads next.
    if (this.#waiting.length < waitingMax) this.#waiting.push(body.slice())
    else this.#isSyncDue = true
    this.#work()
  }

  #syncDue(): void {
    this.#isSyncDue = true
    this.#syncTimer?.cancel()
    const delayMs = syncEveryMs * (0.8 + 0.4 * this.#deps.random.unit())
    this.#syncTimer = this.#deps.clock.after(delayMs, () => this.#syncDue())
    this.#work()
  }

  /** One thing after the other. */
  #work(): void {
    if (this.#isClosed) return
    if (this.#isRunning) {
      this.#isAsked = true
      return
    }
    this.#isRunning = true
    void this.#workOff()
      .catch((thrown: unknown) => this.#troubled(thrown))
      .finally(() => {
        this.#isRunning = false
        const isAsked = this.#isAsked
        this.#isAsked = false
        if (isAsked) this.#work()
      })
  }

  async #workOff(): Promise<void> {
    while (!this.#isClosed) {
      if (this.#isSyncDue) {
        if (this.#deps.session.state.name !== 'ready') return
        this.#isSyncDue = false
        await this.#sync()
      } else {
        const push = this.#waiting.shift()
        if (push === undefined) return
        await this.#take(wire.EntryPush.decode(push))
      }
    }
  }

  #troubled(thrown: unknown): void {
    if (this.#isClosed) return
    const error = toIMError(thrown)
    // NOTE what was under way is found again by the sync that follows; with the next login at the latest.
    this.#isSyncDue = true
    if (error.retry === 'never') this.#input.failed(thrown)
    else this.#deps.clock.after(1_000, () => this.#work())
  }

  async #sync(): Promise<void> {
    const isFirst = !this.#hasBegun
    for await (const page of syncPages(this.#patience(), this.#token, callTimeoutMs)) {
      const generation = Buffer.from(page.generation).toString('hex')
      const isOther = this.#generation !== undefined && this.#generation !== generation
      this.#generation = generation
      if (isOther) for (const log of this.#logs.values()) log.head = 0
      for (const conversation of page.conversations) {
        const log = this.#learn(conversation, isFirst, isOther)
        if (log !== undefined) await this.#printUpTo(log, log.head)
      }
      if (page.token.length > 0) this.#token = page.token.slice()
    }
    this.#hasBegun = true
    this.#receivedSoon()
  }

  /** @returns undefined for a conversation that is not followed. */
  #learn(view: Conversation, isFirst: boolean, isRestored: boolean): FollowedLog | undefined {
    const { to, from } = this.#input
    const { conversation = 0, headSeq = 0, firstSeq = 0, delivered = 0, peer = 0 } = view
    if (!conversation || !isNamed(to, { conversation, peer: peer ?? 0 })) return undefined
    const head = headSeq ?? 0
    let log = this.#logs.get(conversation)
    if (log === undefined) {
      const begin = to === undefined || from === undefined ? (isFirst ? head : 0) : from - 1
      log = { conversation, printed: begin, head, first: 0, delivered: 0 }
      this.#logs.set(conversation, log)
    }
    // NOTE a restored store may hold less than was printed: go on at its head.
    if (isRestored) log.printed = Math.min(log.printed, head)
    log.head = Math.max(log.head, head)
    log.first = firstSeq ?? 0
    log.delivered = delivered ?? 0
    return log
  }

  async #take(push: ReturnType<typeof wire.EntryPush.decode>): Promise<void> {
    const { conversation, entry, headSeq } = push
    if (!this.#hasBegun) {
      this.#isSyncDue = true
      return
    }
    const log = this.#logs.get(conversation)
    if (log === undefined) {
      // NOTE one that began meanwhile, or of somebody else: the sync tells which.
      if (this.#input.to === undefined || this.#isFromTo(entry)) this.#isSyncDue = true
      return
    }
    const seq = entry?.seq ?? 0
    log.head = Math.max(log.head, headSeq, seq)
    if (entry && seq === log.printed + 1) await this.#print(log, [entry], seq)
    if (log.head > log.printed) await this.#printUpTo(log, log.head)
    this.#receivedSoon()
  }

  /** Whether an unknown conversation may be the one with `to`: written by it, or by ourselves elsewhere. */
  #isFromTo(entry: WireEntry | null | undefined): boolean {
    const { state } = this.#deps.session
    const me = state.name === 'ready' ? state.facts.account : 0
    const { to } = this.#input
    // NOTE a group that is followed is known from the first sync on.
    const peer = to !== undefined && 'account' in to ? to.account : undefined
    return !entry || entry.sender === peer || entry.sender === me
  }

  async #printUpTo(log: FollowedLog, head: number): Promise<void> {
    while (log.printed < head && !this.#isClosed) {
      const fromSeq = Math.max(log.printed + 1, log.first)
      const page = await this.#pull(log, fromSeq)
      if (page === undefined) return
      log.head = Math.max(log.head, page.headSeq)
      // NOTE nothing there although the head is further: what lies between is nothing to us.
      const to = page.coveredTo < fromSeq ? head : page.coveredTo
      const entries = page.entries.filter(({ seq }) => (seq ?? 0) > log.printed)
      await this.#print(log, entries, to)
    }
  }

  async #pull(log: FollowedLog, fromSeq: number) {
    const target = { conversation: log.conversation }
    const request = { target, fromSeq, limit: pageEntriesMax, backward: false }
    const options = { timeoutMs: callTimeoutMs }
    try {
      return await callPatiently(this.#patience(), 'pull', request, options)
    } catch (thrown) {
      const { code } = toIMError(thrown)
      if (code === 'NOT_FOUND') return undefined
      if (code !== 'TRIMMED') throw thrown
      const ask = { target, entries: 0 }
      const reply = await callPatiently(this.#patience(), 'getConversation', ask, options)
      log.printed = Math.max(fromSeq, (reply.conversation?.firstSeq ?? 0) - 1)
      return { entries: [], coveredTo: log.printed, headSeq: log.head }
    }
  }

  async #print(log: FollowedLog, entries: readonly WireEntry[], to: number): Promise<void> {
    if (entries.length > 0) await this.#input.print(log.conversation, entries)
    log.printed = to
  }

  #patience() {
    return { ...this.#deps, backoff }
  }

  #receivedSoon(): void {
    this.#receivedTimer ??= this.#deps.clock.after(receivedEveryMs, () => {
      this.#receivedTimer = undefined
      this.#sayReceived()
    })
  }

  /** Repeated until a sync shows it stored. */
  #sayReceived(): void {
    if (this.#isClosed) return
    for (const log of this.#logs.values()) {
      if (log.printed <= log.delivered || log.printed === 0) continue
      const note = { target: { conversation: log.conversation }, upTo: log.printed }
      if (sendNote(this.#deps.session, 'received', note)) log.delivered = log.printed
    }
  }
}

function isNamed(to: Target | undefined, one: { conversation: number; peer: number }): boolean {
  if (to === undefined) return true
  return 'account' in to ? to.account === one.peer : to.conversation === one.conversation
}
