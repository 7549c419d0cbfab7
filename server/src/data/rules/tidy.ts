import { idMemoryMs } from '@parley/protocol'
import type { BatchTime } from './operations.ts'
import { forgetRequests } from './request-once.ts'
import type { Tables } from './tables.ts'

/** How often old ids are looked for. */
export const tidyEveryMs = 1_000
/** Ids forgotten in one commit: a backlog is worked off commit by commit. */
export const idsForgottenMax = 200
export const endedDevicesRemovedMax = 50

/**
 * Forgets what is kept for 30 days only, a little with a commit. The floor follows the wall clock, but never rises by
 * more than the time that this process has run (R2): a clock that jumps ahead forgets nothing.
 */
export class Tidy {
  /** Undefined: not run yet. Time before this process is not counted. */
  #monotonicMs: number | undefined
  #backlog = false

  run(tables: Tables, time: BatchTime): void {
    const lastMs = this.#monotonicMs
    if (lastMs === undefined) {
      this.#monotonicMs = time.monotonicMs
      return
    }
    const ranMs = Math.floor(time.monotonicMs - lastMs)
    if (ranMs < tidyEveryMs && !this.#backlog) return
    const floorMs = tables.idFloorMs()
    const risenMs = Math.min(floorMs + Math.max(0, ranMs), Math.floor(time.wallMs) - idMemoryMs)
    if (risenMs > floorMs) tables.setIdFloor(risenMs)
    this.#monotonicMs = lastMs + Math.max(0, ranMs)

    const forgotten = tables.forgetIds(tables.idFloorMs(), idsForgottenMax)
    const requests = forgetRequests(tables, tables.idFloorMs(), idsForgottenMax)
    this.#backlog = forgotten === idsForgottenMax || requests === idsForgottenMax
    tables.removeEndedDevices(tables.idFloorMs(), endedDevicesRemovedMax)
  }
}

/** Of a store made now: nothing is remembered from before it. */
export function firstIdFloorMs(wallMs: number): number {
  return Math.max(0, Math.floor(wallMs) - idMemoryMs)
}
