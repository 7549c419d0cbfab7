import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Random } from '../../../base/random.ts'
import { createSqliteEngine, type SqliteEngine } from '../sqlite-engine.ts'
import type { OnCommit } from '../sqlite-tables.ts'
import { UnusableStore } from '../migrate.ts'
import { decodeBatch, encodeOutcome } from './batch-codec.ts'
import { CommitNews } from './commit-news.ts'
import { openNodeDriver } from './node-driver.ts'

/** What the writer thread is started with. */
export interface WriterData {
  path: string
  /** Drawn by the injected Random: the identity of a store that is made now. */
  seed: Uint8Array
  wallMs: number
  freeBytesMin: number | undefined
  /** From the checkpoint thread: restart the log. */
  checkpoints: MessagePort
}

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
  const news = new CommitNews()
  let engine: SqliteEngine
  try {
    engine = open(data, (stamp, gained) => news.add(stamp, gained))
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
      data.checkpoints.close()
      say({ type: 'closed' })
      port.close()
      return
    }
    if (!(message instanceof ArrayBuffer)) return news.tellTo(message.tell)
    const { operations, time } = decodeBatch(message)
    const outcome = encodeOutcome(operations, engine.applyBatch(operations, time))
    port.postMessage(outcome, [outcome])
  })
  say({ type: 'ready', generation: engine.generation, serverKey: engine.serverKey })
}

function open(data: WriterData, onCommit: OnCommit): SqliteEngine {
  const { path, wallMs, freeBytesMin } = data
  const driver = openNodeDriver(path)
  const freeBytes = () => freeBytesOf(dirname(path))
  const floor = freeBytesMin === undefined ? {} : { freeBytesMin }
  return createSqliteEngine({
    driver,
    random: seeded(data.seed),
    wallMs,
    freeBytes,
    onCommit,
    ...floor,
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
