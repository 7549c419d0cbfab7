import { Refusal } from '../../base/refusal.ts'
import type { Clock } from '../../base/clock.ts'
import type { Batcher } from './batcher.ts'
import type { BatchTime, Operation, Outcome, Result, ResultOf } from './operations.ts'
import { timeOf } from './time-of.ts'

export const batchOperationsMax = 1_000
export const batchBytesMax = 4_194_304
/** Operations that wait behind the batch that commits. */
export const queueOperationsMax = 20_000
export const queueBytesMax = 67_108_864
/** Said with BUSY. */
export const busyRetryMs = 500

/** Commits one batch; never two at once. Rejects when the store has failed and nothing of the batch may be told. */
export type Commit = (
  operations: readonly Operation[],
  time: BatchTime,
) => Promise<readonly Outcome[]>

interface Waiting {
  operation: Operation
  bytes: number
  resolve(result: Result): void
  reject(fault: Error): void
}

/** Natural batching: while one batch commits, the next collects. A lone operation waits for nothing. */
export class NaturalBatcher implements Batcher {
  readonly #clock: Clock
  readonly #commit: Commit
  #queue: Waiting[] = []
  /** What the listeners gave to the batch that is put together. */
  #riding: Waiting[] = []
  #queueBytes = 0
  #busy = false
  #collecting = false
  #closed: Error | undefined
  #listeners: ((operations: Iterable<Operation>) => void)[] = []
  #idle: (() => void)[] = []

  constructor(clock: Clock, commit: Commit) {
    this.#clock = clock
    this.#commit = commit
  }

  /** Operations behind the batch that commits. */
  get waiting(): number {
    return this.#queue.length
  }

  submit<O extends Operation>(operation: O): Promise<ResultOf<O>> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed)
    const bytes = operationBytes(operation)
    // NOTE what rides in a batch under way was counted when its parts were taken, and may not be lost.
    const full =
      this.#queue.length >= queueOperationsMax || this.#queueBytes + bytes > queueBytesMax
    if (full && !this.#collecting) {
      return Promise.reject(new Refusal('BUSY', undefined, busyRetryMs))
    }
    return new Promise((resolve, reject) => {
      const waiting = { operation, bytes, resolve: resolve as Waiting['resolve'], reject }
      this.#queueBytes += bytes
      if (this.#collecting) {
        this.#riding.push(waiting)
        return
      }
      this.#queue.push(waiting)
      if (this.#busy) return
      this.#busy = true
      this.#clock.soon(() => this.#next())
    })
  }

  beforeBatch(listener: (operations: Iterable<Operation>) => void): void {
    this.#listeners.push(listener)
  }

  async close(): Promise<void> {
    if (this.#busy || this.#queue.length > 0) {
      if (!this.#busy) {
        this.#busy = true
        this.#clock.soon(() => this.#next())
      }
      const drained = new Promise<void>((resolve) => this.#idle.push(resolve))
      this.#closed ??= new Error('the store is closed')
      await drained
    }
    this.#closed ??= new Error('the store is closed')
  }

  /** Rejects everything that waits and everything that comes (R15). */
  fail(fault: Error): void {
    this.#closed = fault
    const queue = this.#queue
    this.#queue = []
    this.#queueBytes = 0
    for (const waiting of queue) waiting.reject(fault)
  }

  *#operations(): Generator<Operation> {
    for (const { operation } of this.#queue) yield operation
  }

  #collect(): void {
    this.#collecting = true
    for (const listener of this.#listeners) listener(this.#operations())
    this.#collecting = false
    if (this.#riding.length === 0) return
    // NOTE in front: what is told of a receipt can then share a write with what is told of the entry that it rode with.
    this.#queue = [...this.#riding, ...this.#queue]
    this.#riding = []
  }

  #next(): void {
    // NOTE what rides along makes no commit of its own: it has a time of its own for that.
    if (this.#closed === undefined && this.#queue.length > 0) this.#collect()
    const batch = this.#take()
    if (batch.length === 0) {
      this.#busy = false
      for (const resolve of this.#idle.splice(0)) resolve()
      return
    }
    const time = timeOf(this.#clock)
    const operations = batch.map((waiting) => waiting.operation)
    this.#commit(operations, time).then(
      (outcomes) => {
        for (const [index, waiting] of batch.entries()) settle(waiting, outcomes[index])
        this.#next()
      },
      (fault: unknown) => {
        const error = fault instanceof Error ? fault : new Error(String(fault))
        for (const waiting of batch) waiting.reject(error)
        this.fail(error)
        this.#next()
      },
    )
  }

  #take(): Waiting[] {
    let count = 0
    let bytes = 0
    for (const waiting of this.#queue) {
      if (count >= batchOperationsMax || (count > 0 && bytes + waiting.bytes > batchBytesMax)) break
      count += 1
      bytes += waiting.bytes
    }
    const batch = this.#queue.slice(0, count)
    this.#queue = count === this.#queue.length ? [] : this.#queue.slice(count)
    this.#queueBytes -= bytes
    return batch
  }
}

function settle(waiting: Waiting, outcome: Outcome | undefined): void {
  if (outcome === undefined) waiting.reject(new Error('an operation has no outcome'))
  else if (outcome.status === 'done') waiting.resolve(outcome.result)
  else if (outcome.status === 'refused') waiting.reject(new Refusal(outcome.error))
  else waiting.reject(new Error(outcome.message))
}

const operationBytesMin = 256

function operationBytes(operation: Operation): number {
  if (operation.type === 'append') return operationBytesMin + operation.entry.body.length
  if (operation.type === 'once') return operationBytes(operation.operation)
  if (operation.type === 'schedule') return operationBytesMin + operation.input.entry.body.length
  if (operation.type === 'sendDue' || operation.type === 'sendScheduled')
    return operationBytesMin + (operation.entry?.body.length ?? 0)
  if (operation.type === 'putAccountItem') return operationBytesMin + operation.body.length
  if (operation.type === 'moveCursors') return operationBytesMin + operation.moves.length * 40
  return operationBytesMin
}
