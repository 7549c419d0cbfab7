import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openReader } from '../reader.ts'
import type { News } from '../search/commit-news.ts'
import { openIndex } from '../search/open-index.ts'
import { SearchFollower } from '../search/search-follower.ts'
import { SearchLoop } from '../search/search-loop.ts'
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

export type SearchOrder = { type: 'caughtUp'; id: number } | { type: 'close' }

export type SearchNote =
  /** The index can be asked. */
  | { type: 'open' }
  | { type: 'caughtUp'; id: number }
  /** Something waits to be taken up, or nothing does any more. Until it says so it is behind. */
  | { type: 'behind'; isBehind: boolean }
  | { type: 'closed' }

/** The index may be behind; a message may not wait for it. */
const niceness = 10

if (parentPort !== null) run(parentPort, workerData as SearchData)

function run(port: MessagePort, data: SearchData): void {
  stepBack(niceness)
  const { news, indexPath } = data
  const say = (note: SearchNote) => port.postMessage(note)
  const log = openNodeDriver(data.path, { readOnly: true })
  const reader = openReader(log)
  const index = openIndex(indexFile(indexPath), data.generation)
  const pace = new Pace()
  const loop = new SearchLoop({
    follower: new SearchFollower(index, log, reader.tables, () => pace.rest()),
    clock: threadClock,
    askNews: () => news.postMessage('now'),
    behind: (isBehind) => say({ type: 'behind', isBehind }),
    caughtUp: (id) => say({ type: 'caughtUp', id }),
    // NOTE the thread ends with it, and is started again after a while.
    failed: (thrown) => {
      throw thrown
    },
  })
  news.on('message', (message: News) => loop.told(message))
  port.on('message', (order: SearchOrder) => {
    if (order.type === 'caughtUp') return loop.ask(order.id)
    loop.stop()
    index.close()
    reader.close()
    news.close()
    say({ type: 'closed' })
    port.close()
  })
  say({ type: 'open' })
}
