import type { Operation, ResultOf } from './operations.ts'

/** The way of operations to their commit. */
export interface Batcher {
  /**
   * Resolves once the commit that holds the operation is durable. Operations given in order commit in order.
   * @throws Refusal BUSY when the queue is full; a Refusal or fault of the operation itself.
   */
  submit<O extends Operation>(operation: O): Promise<ResultOf<O>>
  /**
   * Called when a batch is put together, with what waits for it: what is submitted meanwhile rides in it, in front of the
   * others, and is told first.
   */
  beforeBatch(listener: (operations: Iterable<Operation>) => void): void
  /** Resolves when everything submitted has its outcome; afterwards nothing is taken. */
  close(): Promise<void>
}
