import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Operation, Outcome, BatchTime } from '../../rules/operations.ts'
import type { Touches } from '../../rules/touches.ts'
import { StoreFailed } from '../../store-failed.ts'
import type { StoreTrouble } from '../../store.ts'
import { UnusableStore } from '../migrate.ts'
import { decodeOutcome, encodeBatch } from './batch-codec.ts'
import type { CheckpointData, CheckpointNote } from './checkpoint-worker.ts'
import type { WriterData, WriterNote, WriterOrder } from './writer-worker.ts'

export interface WriterThreadInput {
  path: string
  seed: Uint8Array
  openedAt: BatchTime
  freeBytesMin: number | undefined
  onTrouble: (trouble: StoreTrouble, message: string) => void
  /** Every commit, in order, before anything of it is answered. */
  onTouched: (touches: Touches) => void
}

export interface WriterThread {
  readonly generation: Uint8Array
  readonly serverKey: Uint8Array
  /** One batch at a time. Rejects when the store has failed: then nothing of the batch may be told. */
  commit(operations: readonly Operation[], time: BatchTime): Promise<readonly Outcome[]>
  /** From now on this port is told what commits add: see CommitNews. */
  tell(port: MessagePort): void
  /** A read met a disk that failed: nothing more is written. */
  fail(message: string): void
  close(): Promise<void>
}

/** Starts the thread that writes and the one that checkpoints. @throws UnusableStore */
export async function startWriterThread(input: WriterThreadInput): Promise<WriterThread> {
  const { path, seed, openedAt, freeBytesMin } = input
  const { port1, port2 } = new MessageChannel()
  const writerData: WriterData = { path, seed, openedAt, freeBytesMin, checkpoints: port1 }
  const writer = startWorker('writer', writerData, [port1])
  const link = new WriterLink(writer, input)
  const { generation, serverKey } = await link.ready

  // NOTE after the writer has opened: whoever opens first may have to recover the log.
  const checkpointData: CheckpointData = { path, writer: port2 }
  const checkpointer = startWorker('checkpoint', checkpointData, [port2])
  const stopped = listenToCheckpoints(checkpointer, (message) => link.fail(message))
  return {
    generation,
    serverKey,
    commit: (operations, time) => link.commit(operations, time),
    tell: (port) => writer.postMessage({ tell: port } satisfies WriterOrder, [port]),
    fail: (message) => link.fail(message),
    close: async () => {
      checkpointer.postMessage('close')
      await stopped
      await link.close()
    },
  }
}

function startWorker(
  name: 'writer' | 'checkpoint',
  data: WriterData | CheckpointData,
  ports: MessagePort[],
): Worker {
  const file = new URL(`./${name}-worker.ts`, import.meta.url)
  return new Worker(file, { name, workerData: data, transferList: ports })
}

/** Resolves when the thread has ended. */
function listenToCheckpoints(worker: Worker, fail: (message: string) => void): Promise<void> {
  let closing = false
  worker.on('message', (note: CheckpointNote) => {
    if (note.type === 'closed') closing = true
    else fail(note.message)
  })
  worker.on('error', (fault) => fail(messageOf(fault)))
  return new Promise((resolve) => {
    worker.on('exit', () => {
      if (!closing) fail('the checkpoint thread has ended')
      resolve()
    })
  })
}

/** This side of the writer thread. */
class WriterLink {
  readonly ready: Promise<{ generation: Uint8Array; serverKey: Uint8Array }>
  readonly #worker: Worker
  readonly #onTrouble: WriterThreadInput['onTrouble']
  readonly #onTouched: WriterThreadInput['onTouched']
  readonly #ended: Promise<void>
  #pending: { resolve(outcomes: Outcome[]): void; reject(fault: Error): void } | undefined
  #failed: Error | undefined
  #closed = false

  constructor(
    worker: Worker,
    { onTrouble, onTouched }: Pick<WriterThreadInput, 'onTrouble' | 'onTouched'>,
  ) {
    this.#worker = worker
    this.#onTrouble = onTrouble
    this.#onTouched = onTouched
    const ready = Promise.withResolvers<{ generation: Uint8Array; serverKey: Uint8Array }>()
    this.ready = ready.promise
    let started = false
    worker.on('message', (message: ArrayBuffer | WriterNote) => {
      if (message instanceof ArrayBuffer) this.#take(message)
      else if (message.type === 'closed') this.#closed = true
      else if (message.type === 'unusable') ready.reject(new UnusableStore(message.message))
      else {
        started = true
        ready.resolve(message)
      }
    })
    worker.on('error', (fault) => {
      if (started) this.fail(messageOf(fault))
      else ready.reject(fault)
    })
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        if (started && !this.#closed) this.fail('the writer thread has ended')
        resolve()
      })
    })
  }

  commit(operations: readonly Operation[], time: BatchTime): Promise<Outcome[]> {
    if (this.#failed !== undefined) return Promise.reject(this.#failed)
    const buffer = encodeBatch(operations, time)
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#worker.postMessage(buffer, [buffer])
    })
  }

  /** Nothing is told any more, whatever the thread still says (R15). */
  fail(message: string): void {
    if (this.#failed !== undefined) return
    this.#failed = new StoreFailed(message)
    this.#pending?.reject(this.#failed)
    this.#pending = undefined
    this.#onTrouble('failed', message)
  }

  close(): Promise<void> {
    this.#worker.postMessage('close')
    return this.#ended
  }

  #take(buffer: ArrayBuffer): void {
    if (this.#failed !== undefined) return
    const { outcomes, trouble, touches } = decodeOutcome(buffer)
    if (trouble === 'failed') {
      this.fail('the disk refused a write or a sync')
      return
    }
    for (const one of touches) this.#onTouched(one)
    const pending = this.#pending
    this.#pending = undefined
    if (trouble !== undefined) this.#onTrouble(trouble, 'free space')
    pending?.resolve(outcomes)
  }
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
