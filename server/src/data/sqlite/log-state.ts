import type { Driver } from './driver.ts'

/** The log of writes is made to begin anew when it is larger than this and little is left to move. */
export const logBytesMax = 67_108_864
export const logFramesLeftMax = 2_000
/** How often the log of writes is looked at. */
export const checkpointEveryMs = 100
/** A passive checkpoint runs when so many frames wait for it, … */
export const framesWaitingMax = 4_000
/** … and at the latest at every so many looks. */
export const looksMax = 5
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
  return readState(driver, 'PRAGMA wal_checkpoint(PASSIVE)')
}

/**
 * Passive checkpoints, spaced out where little waits: a page that is written again and again is moved into the database once,
 * not ten times a second.
 */
export class SpacedCheckpoints {
  readonly #driver: Driver
  #looks = 0

  constructor(driver: Driver) {
    this.#driver = driver
  }

  /** To be called every checkpointEveryMs. @throws DriverFault */
  look(): LogState {
    this.#looks += 1
    if (this.#looks < looksMax) {
      const state = readState(this.#driver, 'PRAGMA wal_checkpoint(NOOP)')
      if (state.leftFrames < framesWaitingMax) return state
    }
    return this.now()
  }

  /** @throws DriverFault */
  now(): LogState {
    this.#looks = 0
    return checkpointPassively(this.#driver)
  }
}

function readState(driver: Driver, sql: string): LogState {
  const row = driver.prepare(sql).get()
  // NOTE -1 where there is no log yet.
  const frames = Math.max(0, Number(row?.log ?? 0))
  return { frames, leftFrames: frames - Math.max(0, Number(row?.checkpointed ?? 0)) }
}

/** Passive checkpoints alone do not bound the log: under steady load a reader is always somewhere in it. */
export function shouldRestartLog(log: LogState): boolean {
  return log.frames * frameBytes > logBytesMax && log.leftFrames < logFramesLeftMax
}
