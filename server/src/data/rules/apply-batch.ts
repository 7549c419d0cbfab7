import { applyOperation } from './apply-operation.ts'
import type { BatchTime, Operation, Outcome } from './operations.ts'
import type { TransactionTables } from './tables.ts'
import { BurnClock } from './burn-clock.ts'
import { Tidy } from './tidy.ts'

/** How an engine tells what the disk says from a mistake in one operation. */
export type IsStorageFault = (thrown: unknown) => boolean

/** What a process does beside the operations of its commits, and knows from one to the next. */
export class Upkeep {
  readonly tidy = new Tidy()
  readonly burnClock: BurnClock

  /** @param openedAt when the store was opened, by the clock of whoever gives the batches */
  constructor(openedAt: BatchTime) {
    this.burnClock = new BurnClock(openedAt)
  }
}

export interface Applied {
  /** Of the operations that were committed or found wanting, in order from the first. */
  outcomes: Outcome[]
  /** What the disk said: the operations behind `outcomes` were rolled back. */
  storageFault: unknown
}

/**
 * Applies the operations in order and commits them as one: when this returns, what has an outcome is durable (R1).
 * An operation that fails by a mistake is alone in that: the batch is rolled back and its operations are committed one
 * by one, in order.
 */
export function applyBatch(
  tables: TransactionTables,
  operations: readonly Operation[],
  time: BatchTime,
  upkeep: Upkeep,
  isStorageFault: IsStorageFault,
): Applied {
  try {
    return { outcomes: commitTogether(tables, operations, time, upkeep), storageFault: undefined }
  } catch (thrown) {
    if (isStorageFault(thrown)) return { outcomes: [], storageFault: thrown }
    if (operations.length === 1) {
      return {
        outcomes: [{ status: 'fault', message: messageOf(thrown) }],
        storageFault: undefined,
      }
    }
  }
  const outcomes: Outcome[] = []
  for (const operation of operations) {
    const one = applyBatch(tables, [operation], time, upkeep, isStorageFault)
    outcomes.push(...one.outcomes)
    if (one.storageFault !== undefined) return { outcomes, storageFault: one.storageFault }
  }
  return { outcomes, storageFault: undefined }
}

function commitTogether(
  tables: TransactionTables,
  operations: readonly Operation[],
  time: BatchTime,
  { tidy, burnClock }: Upkeep,
): Outcome[] {
  tables.begin()
  try {
    const settle = burnClock.follow(tables, time)
    const outcomes = operations.map((operation) => applyOperation(tables, operation, time))
    tidy.run(tables, time)
    tables.commit()
    settle()
    return outcomes
  } catch (thrown) {
    tables.rollback()
    throw thrown
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
