import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { News } from '../search/commit-news.ts'
import { followLogs } from '../search/follow-logs.ts'
import type { SearchOrder } from '../search/thread-words.ts'
import { indexFile } from './index-file.ts'
import { openNodeDriver } from './node-driver.ts'
import { Pace } from './pace.ts'
import { stepBack } from './step-back.ts'
import { threadClock } from './thread-clock.ts'

export interface SearchData {
  path: string
  indexPath: string
  generation: Uint8Array
  /** What the writer commits; it is asked by an empty message for what it has not told yet. */
  news: MessagePort
}

/** The index may be behind; a message may not wait for it. */
const niceness = 10

if (parentPort !== null) run(parentPort, workerData as SearchData)

function run(port: MessagePort, { path, indexPath, generation, news }: SearchData): void {
  stepBack(niceness)
  const pace = new Pace()
  const logs = followLogs({
    ...{ clock: threadClock, generation, index: indexFile(indexPath) },
    openLog: () => openNodeDriver(path, { readOnly: true }),
    rest: () => pace.rest(),
    askNews: () => news.postMessage('now'),
    say: (note) => port.postMessage(note),
    failed: (thrown) => {
      throw thrown
    },
  })
  news.on('message', (message: News) => logs.told(message))
  port.on('message', (order: SearchOrder) => {
    logs.take(order)
    if (order.type !== 'close') return
    news.close()
    port.close()
  })
}
