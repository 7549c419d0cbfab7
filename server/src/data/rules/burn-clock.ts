import { burnTable, notReadMs } from './burns.ts'
import type { BatchTime } from './operations.ts'
import type { Tables } from './tables.ts'

/** What the wall clock is off by less than this, compared with the time that passed, waits for more. */
export const clockStepMsMin = 100
const rowsAtOnce = 1_000

/** By how much the wall clock was set since it was last looked at. */
export class ClockSteps {
  #offsetMs: number

  constructor({ wallMs, monotonicMs }: BatchTime) {
    this.#offsetMs = wallMs - monotonicMs
  }

  stepMs({ wallMs, monotonicMs }: BatchTime): number {
    const stepMs = wallMs - monotonicMs - this.#offsetMs
    return Math.abs(stepMs) < clockStepMsMin ? 0 : stepMs
  }

  /** From here on it is right. */
  settle({ wallMs, monotonicMs }: BatchTime, stepMs: number): void {
    if (stepMs !== 0) this.#offsetMs = wallMs - monotonicMs
  }
}

/**
 * What burns does so after a time that passes (R16.h), and is kept by the wall clock, which goes on while nothing runs. When
 * that clock is set, every time that was begun moves along: in the first commit after it, before anything else of it.
 */
export class BurnClock {
  readonly #steps: ClockSteps

  /** @param openedAt when the store was opened: what is set from then on is noticed */
  constructor(openedAt: BatchTime) {
    this.#steps = new ClockSteps(openedAt)
  }

  /** @returns what to call when it is committed. */
  follow(tables: Tables, time: BatchTime): () => void {
    const stepMs = this.#steps.stepMs(time)
    if (stepMs !== 0) moveBurns(tables, Math.round(stepMs))
    return () => this.#steps.settle(time, stepMs)
  }
}

function moveBurns(tables: Tables, byMs: number): void {
  const begun: (typeof rows)[] = []
  let rows = tables.rows(burnTable, { by: ['dueMs'], where: [], limit: rowsAtOnce })
  for (;;) {
    begun.push(rows.filter(({ dueMs }) => dueMs < notReadMs))
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce || last.dueMs >= notReadMs) break
    const after = [last.dueMs, last.conversation, last.seq]
    rows = tables.rows(burnTable, { by: ['dueMs'], where: [], after, limit: rowsAtOnce })
  }
  for (const row of begun.flat()) tables.putRow(burnTable, { ...row, dueMs: row.dueMs + byMs })
}
