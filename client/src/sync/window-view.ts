import type { ReplyRead, RequestInit } from '@parley/protocol'
import { pageEntriesMax } from '@parley/protocol'
import type { SyncContext } from './context.ts'
import type { Feed } from './feed.ts'
import { callPatiently } from '../connection/calls.ts'
import { IMError } from '../base/im-error.ts'
import { abortable } from '../base/wait.ts'
import { EntryRange } from './entry-range.ts'
import type { LogEntry } from './log-entry.ts'

export type Loading = 'none' | 'older' | 'newer' | 'around'

const firstPageEntries = 50
const aroundEntries = 25
const openAttemptsMax = 4

/**
 * What is shown of a conversation: a range without holes (R4). Attached, it ends where the feed is and grows with it;
 * detached (after openAt, or paged far back), it stands still until it is paged to the head again.
 */
export class WindowView {
  #range: EntryRange | undefined
  #isAttached = false
  #loading: Loading = 'none'
  readonly #context: SyncContext
  readonly #feed: Feed
  readonly #changed: () => void
  #opening: Promise<void> | undefined
  #isAwaited = false
  #jumps = 0
  #paging: Promise<unknown> = Promise.resolve()
  /** What the feed brought while the first page loads. */
  #meanwhile: LogEntry[] | undefined

  constructor(context: SyncContext, feed: Feed, changed: () => void) {
    this.#context = context
    this.#feed = feed
    this.#changed = changed
  }

  get range(): EntryRange | undefined {
    return this.#range
  }
  get isAttached(): boolean {
    return this.#isAttached
  }
  get loading(): Loading {
    return this.#loading
  }
  get isOpen(): boolean {
    return this.#range !== undefined || this.#opening !== undefined
  }
  /** Opened before the conversation existed: its first entry makes it ready. */
  get isAwaited(): boolean {
    return this.#isAwaited
  }
  get hasOlder(): boolean {
    return this.#range !== undefined && this.#range.from > this.#feed.record.firstSeq
  }
  get hasNewer(): boolean {
    return this.#range !== undefined && !this.#isAttached
  }

  fed(entries: readonly LogEntry[], to: number): void {
    this.#meanwhile?.push(...entries)
    if (this.#range === undefined || !this.#isAttached) return
    const from = Math.min(entries[0]?.seq ?? Infinity, this.#range.to + 1)
    this.#set(this.#range.join(entries, from, to))
    this.#set(this.#range.keepNewest(this.#context.limits.windowEntriesMax))
  }

  /** The feed starts anew: so does what is shown of its end, or what waits to be shown. */
  jumped(range: EntryRange | undefined, isWatched: boolean): void {
    this.#jumps += 1
    this.#meanwhile = undefined
    const isWaiting = this.#range === undefined && (isWatched || this.#isAwaited)
    if (!this.#isAttached && !isWaiting) {
      void this.#lookAgain().catch(() => {})
      return
    }
    this.#range = range
    this.#isAttached = range !== undefined
    this.#changed()
  }

  replaced(entry: LogEntry): void {
    if (this.#range !== undefined) this.#set(this.#range.replace(entry))
  }

  /** Makes the newest page ready: from storage where it joins the head, else from the server. */
  open(signal?: AbortSignal): Promise<void> {
    if (this.#range !== undefined) return Promise.resolve()
    this.#opening ??= this.#openLatest().finally(() => {
      this.#opening = undefined
      this.#meanwhile = undefined
      this.#changed()
    })
    return waitFor(this.#opening, signal)
  }

  async older(limit: number, signal?: AbortSignal): Promise<number> {
    await this.open(signal)
    return this.#oneByOne('older', async () => {
      const range = this.#range
      if (range === undefined || range.from <= this.#feed.record.firstSeq) return 0
      const cached = await this.#cachedBefore(range, limit)
      const page = cached ?? (await this.#pull(range.from - 1, limit, true, signal))
      if (page.to < page.from || this.#range === undefined) {
        if (this.#range === range)
          this.#set(new EntryRange(this.#feed.record.firstSeq, range.to, range.entries))
        return 0
      }
      if (cached === undefined && this.#isAttached) this.#keep(page)
      const before = this.#range.entries.length
      const joined = this.#range.join(page.entries, page.from, page.to)
      const kept = joined.keepOldest(this.#context.limits.windowEntriesMax)
      if (kept !== joined) this.#isAttached = false
      this.#set(kept)
      return joined.entries.length - before
    })
  }

  async newer(limit: number, signal?: AbortSignal): Promise<number> {
    await this.open(signal)
    return this.#oneByOne('newer', async () => {
      const range = this.#range
      if (range === undefined || this.#isAttached) return 0
      const page = await this.#pull(range.to + 1, limit, false, signal)
      if (this.#range === undefined) return 0
      const before = this.#range.entries.length
      const joined = this.#range.join(page.entries, page.from, page.to)
      this.#set(joined.keepNewest(this.#context.limits.windowEntriesMax))
      this.#attachAtHead(page)
      return joined.entries.length - before
    })
  }

  async openAt(seq: number, signal?: AbortSignal): Promise<void> {
    if (this.#range?.covers(seq) === true) return
    return this.#oneByOne('around', async () => {
      const [before, after] = await this.#pullAround(seq, signal)
      const start = before.to < before.from ? new EntryRange(seq + 1, seq, []) : before
      this.#isAttached = false
      this.#set(after.to < after.from ? start : start.join(after.entries, after.from, after.to))
      this.#attachAtHead(after)
    })
  }

  async openLatest(signal?: AbortSignal): Promise<void> {
    if (this.#isAttached) return
    this.#range = undefined
    await this.open(signal)
  }

  /** What stands still may have been changed among what was skipped. */
  async #lookAgain(): Promise<void> {
    const shown = this.#range
    for (let from = shown?.from ?? 0; shown !== undefined && from <= shown.to;) {
      const page = await this.#pull(from, pageEntriesMax, false)
      for (const entry of page.entries) this.replaced(entry)
      if (page.to < from) return
      from = page.to + 1
    }
  }

  #set(range: EntryRange): void {
    if (range === this.#range) return
    this.#range = range
    this.#changed()
  }

  async #openLatest(): Promise<void> {
    if (this.#feed.record.id === 0) {
      this.#isAwaited = true
      return
    }
    // NOTE the feed may move on, or start anew, while a page is on its way.
    for (let attempt = 0; attempt < openAttemptsMax; attempt += 1) if (await this.#tryOpen()) return
    throw new IMError('BUSY')
  }

  async #tryOpen(): Promise<boolean> {
    const feed = this.#feed
    if (this.#isAttached) return true
    if (feed.needsRepair && this.#context.session.state.name === 'ready') await feed.repair()
    this.#meanwhile = []
    const stored = await this.#stored()
    const shown = this.#joinMeanwhile(stored?.keepNewest(firstPageEntries))
    if (shown !== undefined && shown.entries.length > 0) return this.#attach(shown)
    const page = await this.#pull(0, firstPageEntries, true)
    feed.takePage(page.entries, page.from, page.to)
    const pulled = this.#joinMeanwhile(page)
    if (pulled === undefined) return false
    this.#keep(page)
    return this.#attach(pulled)
  }

  /** Storage may lag behind the feed by what came meanwhile. Undefined: a hole would show. */
  #joinMeanwhile(range: EntryRange | undefined): EntryRange | undefined {
    let joined = range
    for (const { seq } of this.#meanwhile ?? [])
      if (joined !== undefined && seq === joined.to + 1)
        joined = joined.join(
          (this.#meanwhile ?? []).filter((entry) => entry.seq === seq),
          seq,
          seq,
        )
    return joined !== undefined && joined.to >= this.#feed.record.to ? joined : undefined
  }

  #attach(range: EntryRange): true {
    this.#isAttached = true
    this.#set(range)
    return true
  }

  #attachAtHead(page: EntryRange): void {
    const { record } = this.#feed
    if (this.#range === undefined || this.#range.to < record.to) return
    this.#isAttached = true
    this.#feed.takePage(page.entries, page.from, page.to)
  }

  #keep(page: EntryRange): void {
    const { record } = this.#feed
    if (this.#context.cache.prepend(record, page.entries, page.from, page.to)) this.#feed.save()
  }

  async #cachedBefore(range: EntryRange, limit: number): Promise<EntryRange | undefined> {
    const { record } = this.#feed
    if (record.storedFrom >= range.from) return undefined
    const stored = await this.#stored()
    if (stored === undefined || stored.from >= range.from || stored.to < range.from - 1)
      return undefined
    const older = stored.entries.filter(({ seq }) => seq < range.from)
    return new EntryRange(stored.from, range.from - 1, older).keepNewest(limit)
  }

  /** NOTE changed entries are written behind: what changed while it was read is known here. */
  async #stored(): Promise<EntryRange | undefined> {
    const stored = await this.#context.cache.read(this.#feed.record.id)
    return stored && new EntryRange(stored.from, stored.to, this.#feed.current(stored.entries))
  }

  async #pull(
    fromSeq: number,
    limit: number,
    backward: boolean,
    signal?: AbortSignal,
  ): Promise<EntryRange> {
    const request = {
      target: this.#feed.target,
      fromSeq,
      limit: Math.min(limit, pageEntriesMax),
      backward,
    }
    return pullRange(this.#context, this.#feed, request, signal)
  }

  /** Two pages, of one moment: what changed while the second was on its way is told of the first, too. */
  async #pullAround(seq: number, signal?: AbortSignal): Promise<[EntryRange, EntryRange]> {
    for (let attempt = 1; ; attempt += 1) {
      const jumps = this.#jumps
      const before = await this.#pull(seq, aroundEntries, true, signal)
      const after = await this.#pull(seq + 1, aroundEntries, false, signal)
      // NOTE what was skipped meanwhile may have changed unseen.
      if (jumps !== this.#jumps && attempt < openAttemptsMax) continue
      const { from, to, entries } = before
      return [new EntryRange(from, to, this.#feed.current(entries)), after]
    }
  }

  /** Pages one after the other: two never join the same end. */
  #oneByOne<T>(loading: Loading, act: () => Promise<T>): Promise<T> {
    const turn = this.#paging.then(async () => {
      this.#loading = loading
      this.#changed()
      try {
        return await act()
      } finally {
        this.#loading = 'none'
        this.#changed()
      }
    })
    this.#paging = turn.catch(() => {})
    return turn
  }
}

/** A page as it is now, whatever came while it was on its way. */
export async function pullPage(
  context: SyncContext,
  feed: Feed,
  request: RequestInit<'pull'>,
  signal: AbortSignal | undefined,
): Promise<{ page: ReplyRead<'pull'>; entries: readonly LogEntry[] }> {
  for (;;) {
    const page = await callPatiently(context, 'pull', request, signal)
    const entries = feed.pageEntries(page)
    // NOTE written before what was skipped meanwhile: a new one knows of that.
    if (entries !== undefined) return { page, entries }
  }
}

export async function pullRange(...input: Parameters<typeof pullPage>): Promise<EntryRange> {
  const [, , { fromSeq }] = input
  const { page, entries } = await pullPage(...input)
  const from = fromSeq ?? 0
  if (page.coveredTo === 0) return new EntryRange(from + 1, from, [])
  return new EntryRange(page.coveredFrom, page.coveredTo, entries)
}

function waitFor(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return promise
  return abortable<void>(signal, (done) => {
    promise.then(done.resolve, done.reject)
    return () => {}
  })
}
