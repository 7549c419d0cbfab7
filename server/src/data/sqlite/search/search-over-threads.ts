import type { Clock } from '../../../base/clock.ts'
import type { Log } from '../../../base/log.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { FoundName, SearchPage, SearchStore } from '../../search-store.ts'
import { searchRestartMs } from './search-times.ts'
import type {
  FindNote,
  FindOrder,
  SearchNote,
  SearchOrder,
  StartedThread,
  ThreadEvents,
} from './thread-words.ts'

/** Starts threads; what comes of them is told later. */
export interface SearchThreads {
  /** Takes up what is committed, and may make the index anew when it starts. */
  startFollower(on: ThreadEvents<SearchNote>): StartedThread<SearchOrder>
  /** Answers questions. */
  startFinder(on: ThreadEvents<FindNote>): StartedThread<FindOrder>
}

export interface SearchThread extends SearchStore {
  /** For how long something has waited to be taken up; 0: the index has everything. */
  behindMs(): number
  close(): Promise<void>
}

/** A question that is not answered in this time is refused. */
export const searchTimeoutMs = 10_000
/** Questions that wait for a thread at once. */
export const searchesWaitingMax = 200

/**
 * Search in a file of its own, which two threads share: one follows the log and is never in its way, the other answers
 * and does not wait for the first. The second lives while the first does, which may make the file anew when it starts.
 */
export function searchOverThreads(
  threads: SearchThreads,
  { clock, log }: { clock: Clock; log: Log },
): SearchThread {
  let behindSinceMs: number | undefined
  let isClosing = false
  let ended: Promise<void> = Promise.resolve()
  const follower = new Asked<SearchOrder>(clock)
  const finder = new Asked<FindOrder>(clock)
  const failed = (fault: Error): void => log.error({ fault: fault.message }, 'search has failed')

  function start(): void {
    behindSinceMs ??= clock.monotonicMs()
    const gone = Promise.withResolvers<void>()
    const thread = threads.startFollower({
      said(note) {
        if (note.type === 'open') finder.goTo(startFinder(thread))
        if (note.type === 'caughtUp') follower.settle(note.id, undefined)
        if (note.type === 'behind') behindSinceMs = note.isBehind ? clock.monotonicMs() : undefined
      },
      failed,
      ended: gone.resolve,
    })
    follower.goTo(thread)
    finder.wait()
    ended = gone.promise.then(async () => {
      behindSinceMs ??= clock.monotonicMs()
      follower.leave()
      await finder.stop()
      if (!isClosing) clock.after(searchRestartMs, () => isClosing || start())
    })
  }

  function startFinder(index: StartedThread<SearchOrder>): StartedThread<FindOrder> {
    return threads.startFinder({
      said(note) {
        if (note.type === 'page') {
          const page: SearchPage = { ...note.page, behind: behindSinceMs !== undefined }
          finder.settle(note.id, page)
        }
        if (note.type === 'names') finder.settle(note.id, note.names)
        if (note.type === 'refused') finder.refuse(note.id, new Refusal(note.error, note.message))
      },
      failed,
      ended() {
        finder.leave()
        // NOTE both begin anew: what failed may be the index.
        if (!isClosing) void index.terminate()
      },
    })
  }

  start()
  return {
    behindMs: () => (behindSinceMs === undefined ? 0 : clock.monotonicMs() - behindSinceMs),
    find: (found) =>
      finder.ask((id) => ({ type: 'find', id, input: found })) as Promise<SearchPage>,
    names: (reader, text, limit) =>
      finder.ask((id) => ({ type: 'names', id, reader, text, limit })) as Promise<FoundName[]>,
    caughtUp: async () => {
      await follower.ask((id) => ({ type: 'caughtUp', id }))
    },
    close: async () => {
      isClosing = true
      finder.close()
      follower.close()
      await ended
    },
  }
}

interface Waiting {
  resolve(answer: unknown): void
  reject(fault: unknown): void
}

/** Questions to a thread that comes and goes: each is settled once, by an answer, in time, or when the thread leaves. */
class Asked<Order> {
  readonly #clock: Clock
  readonly #waiting = new Map<number, Waiting>()
  /** For a thread that is about to come; undefined: it is there, or nobody comes. */
  #held: Order[] | undefined
  #thread: StartedThread<Order | { type: 'close' }> | undefined
  #ids = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  wait(): void {
    this.#held = []
  }

  goTo(thread: StartedThread<Order | { type: 'close' }>): void {
    this.#thread = thread
    for (const order of this.#held ?? []) thread.post(order)
    this.#held = undefined
  }

  leave(): void {
    this.#thread = undefined
    this.#held = undefined
    for (const { reject } of this.#waiting.values()) reject(unavailable())
    this.#waiting.clear()
  }

  async stop(): Promise<void> {
    const thread = this.#thread
    this.leave()
    await thread?.terminate()
  }

  close(): void {
    this.#thread?.post({ type: 'close' })
  }

  ask(order: (id: number) => Order): Promise<unknown> {
    const isThere = this.#thread !== undefined || this.#held !== undefined
    if (!isThere || this.#waiting.size >= searchesWaitingMax) return Promise.reject(unavailable())
    const id = (this.#ids += 1)
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    if (this.#thread === undefined) this.#held?.push(order(id))
    else this.#thread.post(order(id))
    const timer = this.#clock.after(searchTimeoutMs, () => this.refuse(id, unavailable()))
    return answered.finally(() => timer.cancel())
  }

  settle(id: number, answer: unknown): void {
    this.#waiting.get(id)?.resolve(answer)
    this.#waiting.delete(id)
  }

  refuse(id: number, refusal: Refusal): void {
    this.#waiting.get(id)?.reject(refusal)
    this.#waiting.delete(id)
  }
}

const unavailable = () => new Refusal('BUSY', 'search cannot be asked at the moment')
