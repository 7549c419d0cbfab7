import type { Clock, Timer } from '../../../base/clock.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { AccountId, ConversationId, Stamp } from '../../model.ts'
import type { ReadTables } from '../../rules/tables.ts'
import type { FoundName, SearchInput, SearchPage, SearchStore } from '../../search-store.ts'
import { DriverFault, type Driver } from '../driver.ts'
import { CommitNews } from './commit-news.ts'
import { isOfIndex, openIndex, type IndexFile } from './open-index.ts'
import { SearchFinder } from './search-finder.ts'
import { SearchFollower } from './search-follower.ts'
import type { SearchIndex } from './search-index.ts'
import { SearchLoop } from './search-loop.ts'
import { searchNames } from './search-names.ts'
import { scopeOf } from './search-scope.ts'
import { searchRestartMs } from './search-times.ts'

export interface InlineIndex extends IndexFile {
  /** What neither the index nor its disk is to blame for. */
  onFault(thrown: unknown): void
}

export interface InlineSearchDeps {
  clock: Clock
  generation: Uint8Array
  index: InlineIndex
  /** A connection to the log, and what reads over it. */
  log: Driver
  tables: ReadTables
}

interface Opened {
  index: SearchIndex
  finder: SearchFinder
  loop: SearchLoop
}

/** The index of search without threads, for worlds that are simulated: what the threads do is done in the caller's. */
export class InlineSearch implements SearchStore {
  readonly #deps: InlineSearchDeps
  readonly #awaiting = new Map<number, { resolve(): void; reject(fault: unknown): void }>()
  #opened: Opened | undefined
  #isBehind = true
  readonly #news: CommitNews
  #stopNews: (() => void) | undefined
  #restart: Timer | undefined
  #isClosed = false
  #ids = 0

  constructor(deps: InlineSearchDeps) {
    this.#deps = deps
    this.#news = new CommitNews(deps.clock)
    this.#open()
  }

  /** From every commit. */
  committed(stamp: Stamp, gained: ReadonlySet<ConversationId>): void {
    this.#news.add(stamp, gained)
  }

  find(input: SearchInput): Promise<SearchPage> {
    return this.#answer(({ finder }) => ({
      ...finder.find(input, scopeOf(this.#deps.log, input.reader)),
      behind: this.#isBehind,
    }))
  }

  names(reader: AccountId, text: string, limit: number): Promise<FoundName[]> {
    return this.#answer(() => searchNames(this.#deps.log, reader, text, limit))
  }

  caughtUp(): Promise<void> {
    const loop = this.#opened?.loop
    if (loop === undefined) return Promise.reject(unavailable())
    const id = (this.#ids += 1)
    return new Promise((resolve, reject) => {
      this.#awaiting.set(id, { resolve, reject })
      loop.ask(id)
    })
  }

  close(): void {
    this.#isClosed = true
    this.#news.close()
    this.#restart?.cancel()
    this.#leave()
  }

  async #answer<T>(find: (opened: Opened) => T): Promise<T> {
    if (this.#opened === undefined) throw unavailable()
    try {
      return find(this.#opened)
    } catch (thrown) {
      if (thrown instanceof DriverFault) throw unavailable()
      throw thrown
    }
  }

  #open(): void {
    const { clock, generation, index: file, log, tables } = this.#deps
    let index: SearchIndex | undefined
    let asked: Driver | undefined
    try {
      index = openIndex(file, generation)
      asked = file.open()
      const finder = new SearchFinder(asked)
      const loop = new SearchLoop({
        ...{ clock, follower: new SearchFollower(index, log, tables, () => {}) },
        askNews: () => this.#news.tell(),
        behind: (isBehind) => (this.#isBehind = isBehind),
        caughtUp: (id) => this.#settle(id),
        failed: (thrown) => this.#failed(thrown),
      })
      this.#opened = { index, finder, loop }
      this.#stopNews = this.#news.listen((news) => loop.told(news))
    } catch (thrown) {
      asked?.close()
      index?.close()
      return this.#failed(thrown)
    }
    // NOTE what was committed before it looks for by itself.
    this.#news.tell()
  }

  #settle(id: number): void {
    this.#awaiting.get(id)?.resolve()
    this.#awaiting.delete(id)
  }

  #failed(thrown: unknown): void {
    if (!isOfIndex(thrown)) this.#deps.index.onFault(thrown)
    this.#leave()
    if (this.#isClosed) return
    this.#restart = this.#deps.clock.after(searchRestartMs, () => this.#open())
  }

  #leave(): void {
    const opened = this.#opened
    this.#opened = undefined
    this.#isBehind = true
    this.#stopNews?.()
    opened?.loop.stop()
    opened?.finder.close()
    opened?.index.close()
    for (const { reject } of this.#awaiting.values()) reject(unavailable())
    this.#awaiting.clear()
  }
}

const unavailable = () => new Refusal('BUSY', 'search cannot be asked at the moment')
