import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Clock } from '../../../base/clock.ts'
import type { Log } from '../../../base/log.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { FoundName, SearchPage, SearchStore } from '../../search-store.ts'
import { searchRestartMs } from '../search/search-times.ts'
import type { FindData, FindNote, FindOrder } from './find-worker.ts'
import type { SearchData, SearchNote, SearchOrder } from './search-worker.ts'

export interface SearchThreadInput {
  path: string
  indexPath: string
  generation: Uint8Array
  clock: Clock
  log: Log
  /** Tells the writer whom to tell of its commits. */
  listen(port: MessagePort): void
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
export function startSearchThread(input: SearchThreadInput): SearchThread {
  const { clock, log, path, indexPath, generation } = input
  let behindSinceMs: number | undefined
  let isClosing = false
  let ended: Promise<void> = Promise.resolve()
  const follower = new Asked<SearchOrder>(clock)
  const finder = new Asked<FindOrder>(clock)

  function start(): void {
    behindSinceMs ??= clock.monotonicMs()
    const { port1, port2 } = new MessageChannel()
    const data: SearchData = { path, indexPath, generation, news: port1 }
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
      name: 'search',
      workerData: data,
      transferList: [port1],
    })
    follower.goTo(worker)
    finder.wait()
    input.listen(port2)
    worker.on('message', (note: SearchNote) => {
      if (note.type === 'open') finder.goTo(startFinder(worker))
      if (note.type === 'caughtUp') follower.settle(note.id, undefined)
      if (note.type === 'behind') behindSinceMs = note.isBehind ? clock.monotonicMs() : undefined
    })
    worker.on('error', (fault: Error) => log.error({ fault: fault.message }, 'search has failed'))
    ended = exitOf(worker).then(async () => {
      behindSinceMs ??= clock.monotonicMs()
      follower.leave()
      await finder.stop()
      if (!isClosing) clock.after(searchRestartMs, () => isClosing || start())
    })
  }

  function startFinder(index: Worker): Worker {
    const data: FindData = { path, indexPath }
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), {
      name: 'find',
      workerData: data,
    })
    worker.on('message', (note: FindNote) => {
      if (note.type === 'page') {
        const page: SearchPage = { ...note.page, behind: behindSinceMs !== undefined }
        finder.settle(note.id, page)
      }
      if (note.type === 'names') finder.settle(note.id, note.names)
      if (note.type === 'refused') finder.refuse(note.id, new Refusal(note.error, note.message))
    })
    worker.on('error', (fault: Error) => log.error({ fault: fault.message }, 'search has failed'))
    worker.on('exit', () => {
      finder.leave()
      // NOTE both begin anew: what failed may be the index.
      if (!isClosing) void index.terminate()
    })
    return worker
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
  #worker: Worker | undefined
  #ids = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  wait(): void {
    this.#held = []
  }

  goTo(worker: Worker): void {
    this.#worker = worker
    for (const order of this.#held ?? []) worker.postMessage(order)
    this.#held = undefined
  }

  leave(): void {
    this.#worker = undefined
    this.#held = undefined
    for (const { reject } of this.#waiting.values()) reject(unavailable())
    this.#waiting.clear()
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    this.leave()
    await worker?.terminate()
  }

  close(): void {
    this.#worker?.postMessage({ type: 'close' })
  }

  ask(order: (id: number) => Order): Promise<unknown> {
    const isThere = this.#worker !== undefined || this.#held !== undefined
    if (!isThere || this.#waiting.size >= searchesWaitingMax) return Promise.reject(unavailable())
    const id = (this.#ids += 1)
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    if (this.#worker === undefined) this.#held?.push(order(id))
    else this.#worker.postMessage(order(id))
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

const exitOf = (worker: Worker): Promise<void> =>
  new Promise((resolve) => worker.on('exit', () => resolve()))

const unavailable = () => new Refusal('BUSY', 'search cannot be asked at the moment')
