import type { Clock } from '../base/clock.ts'
import type { AccountId } from '../data/model.ts'
import type { SessionId } from './session.ts'

/** Changes are gathered this long before they are told; a session hears at most once in this time. */
export const presenceRoundMs = 1_000
/** An account that comes back within this time was never away. */
export const presenceGraceMs = 5_000
/** Work of a round is done in slices this far apart, so that nothing else waits for it. */
export const presenceSliceMs = 100
/** Frames told in one slice, to all sessions together. */
export const presenceFramesPerSlice = 200
/** Watchers that changes are spread to in one slice. */
export const presenceSpreadPerSlice = 50_000

export interface NewsDeps {
  watchers(account: AccountId): ReadonlySet<SessionId> | undefined
  /** What there is to see of an account: it is told when this is another than was told last. */
  stateOf(account: AccountId): string
  tell(session: SessionId, accounts: Iterable<AccountId>): void
}

/**
 * Brings changes of presence to those who watch, in rounds: gather, spread to the watchers, tell each of them all of its
 * news in one frame. However many change, and however often, there are at most presenceFramesPerSlice frames in
 * presenceSliceMs, and one frame for each session and round. Under a storm rounds get longer, and say more.
 */
export class PresenceNews {
  readonly #clock: Clock
  readonly #deps: NewsDeps
  /** Changed since the round began. */
  #gathered = new Set<AccountId>()
  /** Of the round under way. */
  #spreading: AccountId[] = []
  #added = new Map<SessionId, Set<AccountId>>()
  /** What is told in the round under way. */
  readonly #pending = new Map<SessionId, Set<AccountId>>()
  readonly #told = new Map<AccountId, string>()
  /** Accounts that left, and when that is told; in this order. */
  readonly #leaving = new Map<AccountId, number>()
  #isLeaving = false
  #roundEndsMs = 0
  #isTimed = false

  constructor(clock: Clock, deps: NewsDeps) {
    this.#clock = clock
    this.#deps = deps
  }

  /** The account may look different now. */
  note(account: AccountId): void {
    if (this.#deps.watchers(account) === undefined) return
    this.#gathered.add(account)
    this.#schedule()
  }

  /** The account left, or looks so. It may be back before that is told. */
  noteLater(account: AccountId): void {
    if (this.#deps.watchers(account) === undefined) return
    this.#leaving.delete(account)
    this.#leaving.set(account, this.#clock.monotonicMs() + presenceGraceMs)
    if (this.#isLeaving) return
    this.#isLeaving = true
    this.#clock.after(presenceGraceMs, () => this.#left())
  }

  /** One session has to hear of these, whether or not they changed. */
  add(session: SessionId, accounts: Iterable<AccountId>): void {
    const added = this.#added.get(session) ?? new Set()
    for (const account of accounts) added.add(account)
    this.#added.set(session, added)
    this.#schedule()
  }

  /** Somebody began to watch it and knows how it stands now; others may know something older. */
  watched(account: AccountId): void {
    const state = this.#deps.stateOf(account)
    if (!this.#told.has(account)) this.#told.set(account, state)
    else if (this.#told.get(account) !== state) {
      this.untell(account)
      this.note(account)
    }
  }

  /** The next note tells it, though the same is to be seen. */
  untell(account: AccountId): void {
    if (this.#told.has(account)) this.#told.set(account, untoldState)
  }

  unwatched(account: AccountId): void {
    this.#told.delete(account)
  }

  forget(session: SessionId): void {
    this.#pending.delete(session)
    this.#added.delete(session)
  }

  #left(): void {
    const nowMs = this.#clock.monotonicMs()
    for (const [account, dueMs] of this.#leaving) {
      if (dueMs > nowMs) {
        this.#clock.after(dueMs - nowMs, () => this.#left())
        return
      }
      this.#leaving.delete(account)
      this.note(account)
    }
    this.#isLeaving = false
  }

  #schedule(): void {
    if (this.#isTimed) return
    this.#isTimed = true
    const nowMs = this.#clock.monotonicMs()
    const isUnderWay = this.#roundEndsMs > nowMs
    const delayMs = isUnderWay ? this.#roundEndsMs - nowMs : presenceRoundMs
    this.#clock.after(delayMs, () => this.#begin())
  }

  #begin(): void {
    this.#roundEndsMs = this.#clock.monotonicMs() + presenceRoundMs
    this.#spreading = [...this.#gathered]
    this.#gathered = new Set()
    for (const [session, accounts] of this.#added) this.#pending.set(session, accounts)
    this.#added = new Map()
    this.#slice()
  }

  /** First all is spread, then it is told: so that each session hears of all in one frame. */
  #slice(): void {
    this.#spread()
    if (this.#spreading.length === 0) this.#tell()
    if (this.#spreading.length > 0 || this.#pending.size > 0) {
      this.#clock.after(presenceSliceMs, () => this.#slice())
      return
    }
    this.#isTimed = false
    if (this.#gathered.size + this.#added.size > 0) this.#schedule()
  }

  #spread(): void {
    let left = presenceSpreadPerSlice
    while (left > 0) {
      const account = this.#spreading.pop()
      if (account === undefined) return
      const watchers = this.#deps.watchers(account)
      if (watchers === undefined) continue
      const state = this.#deps.stateOf(account)
      if (this.#told.get(account) === state) continue
      // NOTE it may be back before its leaving is told; then this comes again.
      if (this.#isShortlyAway(account)) continue
      this.#told.set(account, state)
      for (const session of watchers) {
        const pending = this.#pending.get(session)
        if (pending === undefined) this.#pending.set(session, new Set([account]))
        else pending.add(account)
      }
      left -= watchers.size
    }
  }

  #tell(): void {
    let left = presenceFramesPerSlice
    for (const [session, accounts] of this.#pending) {
      if (left === 0) return
      this.#pending.delete(session)
      for (const account of accounts) {
        if (!this.#isShortlyAway(account)) continue
        // NOTE said now it would be said early, and its return would be no news.
        accounts.delete(account)
        this.untell(account)
      }
      if (accounts.size === 0) continue
      this.#deps.tell(session, accounts)
      left -= 1
    }
  }

  /** It left, and may be back before that is told. */
  #isShortlyAway(account: AccountId): boolean {
    return this.#leaving.has(account) && this.#deps.stateOf(account) === awayState
  }
}

const untoldState = ''
/** What there is to see of who is not there. */
export const awayState = 'away'
