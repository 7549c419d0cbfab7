import type { Driver } from './driver.ts'

/** The log of writes is made to begin anew when it is larger than this and little is left to move. */
export const logBytesMax = 67_108_864
export const logFramesLeftMax = 2_000
/** How often a passive checkpoint runs. */
export const checkpointEveryMs = 100
export const pageBytes = 4_096
const frameBytes = pageBytes + 24

/** Of the log of writes after a passive checkpoint. */
export interface LogState {
  frames: number
  /** Not yet in the database: a reader is in the way, or they were just written. */
  leftFrames: number
}

/** Holds nobody up. @throws DriverFault */
export function checkpointPassively(driver: Driver): LogState {
  const row = driver.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  // NOTE -1 where there is no log yet.
  const frames = Math.max(0, Number(row?.log ?? 0))
  return { frames, leftFrames: frames - Math.max(0, Number(row?.checkpointed ?? 0)) }
}

/** Passive checkpoints alone do not bound the log: under steady load a reader is always somewhere in it. */
export function shouldRestartLog(log: LogState): boolean {
  return log.frames * frameBytes > logBytesMax && log.leftFrames < logFramesLeftMax
}
