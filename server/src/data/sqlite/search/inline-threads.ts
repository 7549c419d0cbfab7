import type { Clock, Timer } from '../../../base/clock.ts'
import type { Driver } from '../driver.ts'
import { answerQuestions } from './answer-questions.ts'
import type { CommitNews, News } from './commit-news.ts'
import { followLogs, type LogsFollowed } from './follow-logs.ts'
import { isOfIndex, type IndexFile } from './open-index.ts'
import type { SearchThreads } from './search-over-threads.ts'
import type { SearchNote, SearchOrder, StartedThread, ThreadEvents } from './thread-words.ts'

/** Takes messages from one thread to another, later and in order. */
export type Carrier = (deliver: () => void) => void

export interface InlineIndex extends IndexFile {
  /** What neither the index nor its disk is to blame for. */
  onFault(thrown: unknown): void
  /** Made for each direction between two threads. Left out: as soon as may be. */
  carrier?(): Carrier
  /** Called after every little piece of work of the one that follows; what it throws ends that thread. */
  rest?(): void
  /** A thread is there. `kill`: it goes without a word. */
  started?(name: 'search' | 'find', kill: () => void): void
}

export interface InlineThreadsDeps {
  clock: Clock
  generation: Uint8Array
  index: InlineIndex
  /** Another connection to the logs. */
  openLog(): Driver
  /** What the writer says. */
  news: CommitNews
}

/** The threads of search in the caller's own, for worlds that are simulated: what lies between them is injected. */
export function inlineThreads(deps: InlineThreadsDeps): SearchThreads {
  const { clock, index, openLog, news } = deps
  const carrier = (): Carrier => index.carrier?.() ?? ((deliver) => clock.soon(deliver))
  return {
    startFollower(on) {
      const asking = carrier()
      const telling = carrier()
      const around = { carrier, index, on }
      const thread = new InlineThread<SearchOrder, SearchNote, LogsFollowed>(
        'search',
        around,
        (within) =>
          followLogs({
            ...{ clock: within.clockOf(clock), generation: deps.generation, index, openLog },
            rest: () => index.rest?.(),
            askNews: () => asking(() => news.tell()),
            say: (note) => within.say(note),
            failed: (thrown) => within.die(thrown),
          }),
      )
      const told = (one: News): void => telling(() => thread.give((logs) => logs.told(one)))
      asking(() => {
        thread.endsWith(news.listen(told))
        news.tell()
      })
      return thread
    },
    startFinder: (on) =>
      new InlineThread('find', { carrier, index, on }, (within) =>
        answerQuestions({
          openLog,
          openIndex: () => index.open(),
          say: (note) => within.say(note),
        }),
      ),
  }
}

interface Surroundings<Note> {
  carrier(): Carrier
  index: InlineIndex
  on: ThreadEvents<Note>
}

interface Running<Order> {
  take(order: Order): void
  /** Lets go of everything. */
  close(): void
}

class InlineThread<
  Order extends { type: string },
  Note,
  Work extends Running<Order>,
> implements StartedThread<Order> {
  readonly #around: Surroundings<Note>
  readonly #toIt: Carrier
  readonly #fromIt: Carrier
  readonly #gone = Promise.withResolvers<void>()
  readonly #ends: (() => void)[] = []
  /** What came before it ran. */
  #early: ((work: Work) => void)[] = []
  #work: Work | undefined
  #isThere = true

  constructor(
    name: 'search' | 'find',
    around: Surroundings<Note>,
    run: (within: InlineThread<Order, Note, Work>) => Work,
  ) {
    this.#around = around
    this.#toIt = around.carrier()
    this.#fromIt = around.carrier()
    around.carrier()(() => this.#do(() => this.#run(run)))
    around.index.started?.(name, () => this.#end())
  }

  post(order: Order): void {
    this.#toIt(() =>
      this.give((work) => {
        work.take(order)
        if (order.type !== 'close') return
        this.#work = undefined
        this.#end()
      }),
    )
  }

  /** What has come to it. */
  give(what: (work: Work) => void): void {
    const work = this.#work
    if (!this.#isThere) return
    if (work === undefined) this.#early.push(what)
    else this.#do(() => what(work))
  }

  terminate(): Promise<void> {
    this.#end()
    return this.#gone.promise
  }

  endsWith(end: () => void): void {
    if (this.#isThere) this.#ends.push(end)
    else end()
  }

  // ---- from within

  say(note: Note): void {
    if (this.#isThere) this.#fromIt(() => this.#around.on.said(note))
  }

  /** Timers end with the thread that has them. */
  clockOf(clock: Clock): Pick<Clock, 'after' | 'soon'> {
    return {
      after: (delayMs, run): Timer => clock.after(delayMs, () => this.#do(run)),
      soon: (run) => clock.soon(() => this.#do(run)),
    }
  }

  /** Of what nobody has caught. */
  die(thrown: unknown): void {
    if (!this.#isThere) return
    const { index, on } = this.#around
    if (!isOfIndex(thrown)) index.onFault(thrown)
    this.#fromIt(() => on.failed(thrown instanceof Error ? thrown : new Error(String(thrown))))
    this.#end()
  }

  // ---- its own

  #run(run: (within: InlineThread<Order, Note, Work>) => Work): void {
    const work = run(this)
    this.#work = work
    for (const what of this.#early.splice(0)) this.#do(() => what(work))
  }

  #do(work: () => void): void {
    if (!this.#isThere) return
    try {
      work()
    } catch (thrown) {
      this.die(thrown)
    }
  }

  #end(): void {
    if (!this.#isThere) return
    this.#isThere = false
    for (const end of this.#ends) end()
    this.#work?.close()
    this.#fromIt(() => {
      this.#around.on.ended()
      this.#gone.resolve()
    })
  }
}
