import type { Clock } from '../../../base/clock.ts'
import type { Driver } from '../driver.ts'
import { openReader } from '../reader.ts'
import type { News } from './commit-news.ts'
import { openIndex, type IndexFile } from './open-index.ts'
import { SearchFollower } from './search-follower.ts'
import { SearchLoop } from './search-loop.ts'
import type { SearchNote, SearchOrder } from './thread-words.ts'

export interface FollowLogsDeps {
  clock: Pick<Clock, 'after' | 'soon'>
  index: IndexFile
  generation: Uint8Array
  /** A connection to the logs of its own. */
  openLog(): Driver
  /** Called after every little piece of work; may take its time. */
  rest(): void
  /** Asks the writer to tell at once what it has not told yet. */
  askNews(): void
  say(note: SearchNote): void
  /** The thread ends with it, and is started again after a while. */
  failed(thrown: unknown): void
}

export interface LogsFollowed {
  /** From the writer. */
  told(news: News): void
  take(order: SearchOrder): void
  /** Lets go of everything. */
  close(): void
}

/** What the thread does that takes up what is committed. Says that it is open, or throws. @throws DriverFault */
export function followLogs(deps: FollowLogsDeps): LogsFollowed {
  const { clock, say } = deps
  const log = deps.openLog()
  const reader = openReader(log)
  const index = opened(deps, () => reader.close())
  const loop = new SearchLoop({
    follower: new SearchFollower(index, log, reader.tables, () => deps.rest()),
    clock,
    askNews: () => deps.askNews(),
    behind: (isBehind) => say({ type: 'behind', isBehind }),
    caughtUp: (id) => say({ type: 'caughtUp', id }),
    failed: (thrown) => deps.failed(thrown),
  })
  function close(): void {
    loop.stop()
    index.close()
    reader.close()
  }
  say({ type: 'open' })
  return {
    told: (news) => loop.told(news),
    take(order) {
      if (order.type === 'caughtUp') return loop.ask(order.id)
      close()
      say({ type: 'closed' })
    },
    close,
  }
}

function opened({ index, generation }: FollowLogsDeps, undo: () => void) {
  try {
    return openIndex(index, generation)
  } catch (thrown) {
    undo()
    throw thrown
  }
}
