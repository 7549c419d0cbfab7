import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Clock } from '../../../base/clock.ts'
import type { Log } from '../../../base/log.ts'
import { Refusal } from '../../../base/refusal.ts'
import type { FoundName, SearchInput, SearchPage, SearchStore } from '../../search-store.ts'
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

/** A thread that died is started again after this long. */
export const searchRestartMs = 5_000
/** A question that is not answered in this time is refused. */
export const searchTimeoutMs = 10_000
/** Questions that wait for the thread at once. */
export const searchesWaitingMax = 200

interface Waiting {
  resolve(answer: unknown): void
  reject(fault: unknown): void
}

/** Searches in a thread and a file of its own; it follows the log and is never in its way. */
export function startSearchThread(input: SearchThreadInput): SearchThread {
  const { clock, log } = input
  const waiting = new Map<number, Waiting>()
  let ids = 0
  let worker: Worker | undefined
  let behindSinceMs: number | undefined
  let isClosing = false
  let ended: Promise<void> = Promise.resolve()

  function start(): void {
    const { port1, port2 } = new MessageChannel()
    const { path, indexPath, generation } = input
    const data: SearchData = { path, indexPath, generation, news: port1 }
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), {
      name: 'search',
      workerData: data,
      transferList: [port1],
    })
    worker = started
    input.listen(port2)
    started.on('message', take)
    started.on('error', (fault: Error) => log.error({ fault: fault.message }, 'search has failed'))
    ended = new Promise((resolve) => {
      started.on('exit', () => {
        worker = undefined
        behindSinceMs ??= clock.monotonicMs()
        for (const { reject } of waiting.values()) reject(unavailable())
        waiting.clear()
        resolve()
        if (!isClosing) clock.after(searchRestartMs, () => isClosing || start())
      })
    })
  }

  function take(note: SearchNote): void {
    if (note.type === 'closed') return
    if (note.type === 'behind') {
      behindSinceMs = note.isBehind ? clock.monotonicMs() : undefined
      return
    }
    const asked = waiting.get(note.id)
    waiting.delete(note.id)
    if (note.type === 'page') asked?.resolve(note.page)
    else if (note.type === 'names') asked?.resolve(note.names)
    else if (note.type === 'caughtUp') asked?.resolve(undefined)
    else asked?.reject(new Refusal(note.error, note.message))
  }

  function ask(order: (id: number) => SearchOrder): Promise<unknown> {
    if (worker === undefined || waiting.size >= searchesWaitingMax)
      return Promise.reject(unavailable())
    const id = (ids += 1)
    const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    worker.postMessage(order(id))
    const timer = clock.after(searchTimeoutMs, () => {
      waiting.get(id)?.reject(unavailable())
      waiting.delete(id)
    })
    return answered.finally(() => timer.cancel())
  }

  start()
  return {
    behindMs: () => (behindSinceMs === undefined ? 0 : clock.monotonicMs() - behindSinceMs),
    find: (found: SearchInput) =>
      ask((id) => ({ type: 'find', id, input: found })) as Promise<SearchPage>,
    names: (reader, text, limit) =>
      ask((id) => ({ type: 'names', id, reader, text, limit })) as Promise<FoundName[]>,
    caughtUp: async () => {
      await ask((id) => ({ type: 'caughtUp', id }))
    },
    close: () => {
      isClosing = true
      worker?.postMessage({ type: 'close' } satisfies SearchOrder)
      return ended
    },
  }
}

const unavailable = () => new Refusal('BUSY', 'search cannot be asked at the moment')
