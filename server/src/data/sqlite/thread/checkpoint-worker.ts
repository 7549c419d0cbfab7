import { fsyncSync, openSync } from 'node:fs'
import { setInterval } from 'node:timers'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { DriverFault } from '../driver.ts'
import { checkpointEveryMs, shouldRestartLog, SpacedCheckpoints } from '../log-state.ts'
import { openNodeDriver } from './node-driver.ts'
import { stepBack } from './step-back.ts'

export interface CheckpointData {
  path: string
  writer: MessagePort
}

/** What the checkpoint thread says: the disk failed, or it has closed. */
export type CheckpointNote = { type: 'failed'; message: string } | { type: 'closed' }

/** Busy, locked, full: it goes on later. */
const passing: ReadonlySet<number> = new Set([5, 6, 13])

/** A little: what it does not move, the writer has to. */
const niceness = 4

if (parentPort !== null) run(parentPort, workerData as CheckpointData)

function run(port: MessagePort, { path, writer }: CheckpointData): void {
  stepBack(niceness)
  const driver = openNodeDriver(path, { lockWaitMs: 0 })
  const checkpoints = new SpacedCheckpoints(driver)
  // NOTE closed with this thread and not before: POSIX takes all locks of a process on a file away with any of its descriptors.
  // The writer ends right after; until then the lock of the folder keeps others out.
  const database = openSync(path, 'r')
  const say = (note: CheckpointNote) => port.postMessage(note)
  const timer = setInterval(() => {
    try {
      if (!shouldRestartLog(checkpoints.look())) return
      // NOTE who restarts the log moves the rest of it and syncs the database: little of both is left to the writer.
      fsyncSync(database)
      checkpoints.now()
      fsyncSync(database)
      writer.postMessage('restart')
    } catch (thrown) {
      if (thrown instanceof DriverFault && passing.has(thrown.code & 0xff)) return
      clearInterval(timer)
      say({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }, checkpointEveryMs)
  port.on('message', () => {
    clearInterval(timer)
    driver.close()
    writer.close()
    say({ type: 'closed' })
    port.close()
  })
}
