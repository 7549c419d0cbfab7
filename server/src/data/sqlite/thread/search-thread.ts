import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Clock } from '../../../base/clock.ts'
import type { Log } from '../../../base/log.ts'
import {
  searchOverThreads,
  type SearchThread,
  type SearchThreads,
} from '../search/search-over-threads.ts'
import type { StartedThread, ThreadEvents } from '../search/thread-words.ts'
import type { FindData } from './find-worker.ts'
import type { SearchData } from './search-worker.ts'

export interface SearchThreadInput {
  path: string
  indexPath: string
  generation: Uint8Array
  clock: Clock
  log: Log
  /** Tells the writer whom to tell of its commits. */
  listen(port: MessagePort): void
}

/** Search by threads of this process. */
export function startSearchThread(input: SearchThreadInput): SearchThread {
  const { path, indexPath, generation } = input
  const threads: SearchThreads = {
    startFollower(on) {
      const { port1, port2 } = new MessageChannel()
      const data: SearchData = { path, indexPath, generation, news: port1 }
      const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
        name: 'search',
        workerData: data,
        transferList: [port1],
      })
      input.listen(port2)
      return started(worker, on)
    },
    startFinder(on) {
      const data: FindData = { path, indexPath }
      const worker = new Worker(new URL('./find-worker.ts', import.meta.url), {
        name: 'find',
        workerData: data,
      })
      return started(worker, on)
    },
  }
  return searchOverThreads(threads, input)
}

function started<Order, Note>(worker: Worker, on: ThreadEvents<Note>): StartedThread<Order> {
  worker.on('message', (note: Note) => on.said(note))
  worker.on('error', (fault: Error) => on.failed(fault))
  worker.on('exit', () => on.ended())
  return { post: (order) => worker.postMessage(order), terminate: () => worker.terminate() }
}
