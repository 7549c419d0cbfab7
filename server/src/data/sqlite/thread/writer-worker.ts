import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Random } from '../../../base/random.ts'
import type { BatchTime } from '../../rules/operations.ts'
import { DriverFault, type Driver } from '../driver.ts'
import { createSqliteEngine, type OnGained, type SqliteEngine } from '../sqlite-engine.ts'
import { UnusableStore } from '../migrate.ts'
import { CommitNews } from '../search/commit-news.ts'
import { decodeBatch, encodeOutcome } from './batch-codec.ts'
import { syncLog } from './files.ts'
import { openNodeDriver } from './node-driver.ts'
import { giveReserveUp, keepReserve } from './reserve.ts'
import { threadClock } from './thread-clock.ts'

/** What the writer thread is started with. */
export interface WriterData {
  path: string
  /** Drawn by the injected Random: the identity of a store that is made now. */
  seed: Uint8Array
  openedAt: BatchTime
  freeBytesMin: number | undefined
  /** From the checkpoint thread: restart the log. */
  checkpoints: MessagePort
}

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE: no room for the index of the log of writes. */
const noRoom: ReadonlySet<number> = new Set([13, 4_874])

/** To the writer thread, beside batches: whom to tell what commits add; or to end. */
export type WriterOrder = { tell: MessagePort } | 'close'

/** What the writer thread says; a batch's outcome comes as a bare ArrayBuffer. */
export type WriterNote =
  | { type: 'ready'; generation: Uint8Array; serverKey: Uint8Array }
  | { type: 'unusable'; message: string }
  | { type: 'closed' }

if (parentPort !== null) run(parentPort, workerData as WriterData)

function run(port: MessagePort, data: WriterData): void {
  const say = (note: WriterNote) => port.postMessage(note)
  const folder = dirname(data.path)
  const news = new CommitNews(threadClock)
  const told = new Set<MessagePort>()
  let engine: SqliteEngine
  try {
    engine = openWithReserve(data, (stamp, gained) => news.add(stamp, gained))
  } catch (thrown) {
    if (!(thrown instanceof UnusableStore)) throw thrown
    say({ type: 'unusable', message: thrown.message })
    data.checkpoints.close()
    port.close()
    return
  }
  data.checkpoints.on('message', () => engine.restartLog())
  port.on('message', (message: ArrayBuffer | WriterOrder) => {
    if (message === 'close') {
      engine.close()
      news.close()
      for (const one of told) one.close()
      keepReserve(folder)
      data.checkpoints.close()
      say({ type: 'closed' })
      port.close()
      return
    }
    if (!(message instanceof ArrayBuffer)) return tellTo(message.tell)
    const { operations, time } = decodeBatch(message)
    const applied = engine.applyBatch(operations, time)
    const outcome = encodeOutcome(operations, applied)
    port.postMessage(outcome, [outcome])
    if (applied.trouble === 'recovered') keepReserve(folder)
  })
  function tellTo(listener: MessagePort): void {
    told.add(listener)
    const stop = news.listen((one) => listener.postMessage(one))
    listener.on('close', () => {
      told.delete(listener)
      stop()
    })
    listener.on('message', () => news.tell())
    news.tell()
  }

  say({ type: 'ready', generation: engine.generation, serverKey: engine.serverKey })
}

/** A disk so full that not even a log of writes can be begun: then with the room that was kept for it. */
function openWithReserve(data: WriterData, onCommit: OnGained): SqliteEngine {
  const folder = dirname(data.path)
  try {
    const engine = open(data, onCommit)
    keepReserve(folder)
    return engine
  } catch (thrown) {
    const isNoRoom = thrown instanceof DriverFault && noRoom.has(thrown.code)
    if (!isNoRoom || !giveReserveUp(folder)) throw thrown
    return open(data, onCommit)
  }
}

function open(data: WriterData, onCommit: OnGained): SqliteEngine {
  const driver = openNodeDriver(data.path)
  try {
    return createEngine(data, driver, onCommit)
  } catch (thrown) {
    driver.close()
    throw thrown
  }
}

function createEngine(data: WriterData, driver: Driver, onCommit: OnGained): SqliteEngine {
  const { path, openedAt, freeBytesMin } = data
  const freeBytes = () => freeBytesOf(dirname(path))
  const floor = freeBytesMin === undefined ? {} : { freeBytesMin }
  return createSqliteEngine({
    ...{ driver, openedAt, freeBytes, onCommit, ...floor },
    random: seeded(data.seed),
    syncLog: () => syncLog(path),
  })
}

function freeBytesOf(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Hands out the seed, once: enough for a new store's identity. */
function seeded(seed: Uint8Array): Random {
  let at = 0
  return {
    fill: (bytes) => {
      if (at + bytes.length > seed.length) throw new Error('the seed is used up')
      bytes.set(seed.subarray(at, at + bytes.length))
      at += bytes.length
      return bytes
    },
    unit: () => {
      throw new Error('a new store needs no jitter')
    },
  }
}
