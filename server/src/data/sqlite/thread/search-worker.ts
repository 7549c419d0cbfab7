import { setImmediate, setTimeout } from 'node:timers'
import { rmSync } from 'node:fs'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { DriverFault } from '../driver.ts'
import { openReader } from '../reader.ts'
import { SearchFollower } from '../search/search-follower.ts'
import { SearchIndex } from '../search/search-index.ts'
import type { News } from './commit-news.ts'
import { openNodeDriver } from './node-driver.ts'
import { Pace } from './pace.ts'
import { stepBack } from './step-back.ts'

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

/**
 * What was told is taken up together, so long after: a conversation that goes on is looked up once for all that it gained.
 * With the writer's own delay the index stays within two seconds.
 */
export const followDelayMs = 800
/** A full or busy disk is tried again after this long. */
const retryMs = 1_000
/** Full, busy, locked, out of memory. */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 13])
/** An error of the disk, a file that cannot be opened: as a full disk has it where the index of a log has no room. */
const unwell: ReadonlySet<number> = new Set([10, 14])

/** The index may be behind; a message may not wait for it. */
const niceness = 10

if (parentPort !== null) run(parentPort, workerData as SearchData)

function run(port: MessagePort, data: SearchData): void {
  stepBack(niceness)
  const { news } = data
  const say = (note: SearchNote) => port.postMessage(note)
  const log = openNodeDriver(data.path, { readOnly: true })
  const reader = openReader(log)
  const index = openIndex(data)
  const pace = new Pace()
  const follower = new SearchFollower(index, log, reader.tables, () => pace.rest())
  /** Waits for the writer's next word, and then for its end to be in the index. */
  const asking: number[] = []
  const awaiting: number[] = []
  let isStepping = false
  let timer: NodeJS.Timeout | undefined
  let hasBegun = false
  let toldBehind = true
  let isClosed = false

  function step(): void {
    isStepping = false
    if (isClosed) return
    let isLeft: boolean
    try {
      isLeft = follower.step()
    } catch (thrown) {
      if (!(thrown instanceof DriverFault) || !passing.has(thrown.code & 0xff)) throw thrown
      isStepping = true
      setTimeout(step, retryMs)
      return
    }
    if (isLeft) return later()
    tellBehind()
    for (const id of awaiting.splice(0)) say({ type: 'caughtUp', id })
  }

  function tellBehind(): void {
    if (follower.isBehind === toldBehind) return
    toldBehind = follower.isBehind
    say({ type: 'behind', isBehind: toldBehind })
  }

  function later(): void {
    clearTimeout(timer)
    timer = undefined
    if (isStepping) return
    isStepping = true
    setImmediate(step)
  }

  news.on('message', (message: News) => {
    follower.note(message)
    tellBehind()
    awaiting.push(...asking.splice(0))
    if (awaiting.length > 0 || !hasBegun) later()
    else timer ??= setTimeout(later, followDelayMs)
    hasBegun = true
  })
  port.on('message', (order: SearchOrder) => {
    if (order.type === 'caughtUp') {
      asking.push(order.id)
      news.postMessage('now')
    } else {
      isClosed = true
      clearTimeout(timer)
      index.close()
      reader.close()
      news.close()
      say({ type: 'closed' })
      port.close()
    }
  })
  say({ type: 'open' })
}

/** An index that cannot be used is made anew: it holds nothing of its own. */
function openIndex({ indexPath, generation }: SearchData): SearchIndex {
  try {
    return new SearchIndex(openNodeDriver(indexPath), generation)
  } catch (thrown) {
    // NOTE thrown, the thread ends and is started again after a while: an index that is whole is not thrown away.
    const stays = (code: number) => passing.has(code & 0xff) || unwell.has(code & 0xff)
    if (!(thrown instanceof DriverFault) || stays(thrown.code)) throw thrown
    for (const part of ['', '-wal', '-shm']) rmSync(indexPath + part, { force: true })
    return new SearchIndex(openNodeDriver(indexPath), generation)
  }
}
