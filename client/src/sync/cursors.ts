import type { Timer } from '../base/clock.ts'
import type { SyncContext } from './context.ts'
import type { ConversationState } from './conversation-state.ts'
import { sendNote } from '../connection/calls.ts'

/** Notes of one conversation share a frame for this long. */
const batchMs = 150

/**
 * Tells the server what this device holds (R7) and what was read (R8): cumulative, batched, and repeated after every
 * sync until the server shows it stored.
 */
export class Cursors {
  readonly #context: SyncContext
  readonly #due = new Set<ConversationState>()
  /** Told on this connection. */
  #told = new Map<ConversationState, { received: number; read: number }>()
  /** Held in storage, up to here. */
  readonly #held = new Map<ConversationState, number>()
  #timer: Timer | undefined

  constructor(context: SyncContext) {
    this.#context = context
  }

  consider(state: ConversationState): void {
    const { record, feed } = state
    if (!feed.isKnown || record.id === 0) return
    const to = Math.min(record.to, record.headSeq)
    if (
      this.#context.session.leads &&
      to > Math.max(record.delivered, this.#held.get(state) ?? 0)
    ) {
      this.#held.set(state, to)
      // NOTE said only once the entries are durable here.
      this.#context.cache.afterwards(() => this.#enqueue(state))
    }
    if (record.readWanted > record.read) this.#enqueue(state)
  }

  /** After a sync: what the server does not show as stored is told again. */
  repeat(states: Iterable<ConversationState>): void {
    this.#told = new Map()
    for (const state of states) {
      this.#held.delete(state)
      this.consider(state)
    }
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #enqueue(state: ConversationState): void {
    this.#due.add(state)
    this.#timer ??= this.#context.clock.after(batchMs, () => {
      this.#timer = undefined
      const due = [...this.#due]
      this.#due.clear()
      for (const one of due) this.#tell(one)
    })
  }

  #tell(state: ConversationState): void {
    const { record } = state
    if (record.id === 0) return
    const { session } = this.#context
    const target = { conversation: record.id }
    const told = this.#told.get(state) ?? { received: 0, read: 0 }
    const received = this.#held.get(state) ?? 0
    const read = record.readWanted
    let isRead = false
    if (read > Math.max(record.read, told.read)) {
      isRead = sendNote(session, 'read', { target, upTo: read })
      if (isRead) told.read = read
    }
    // NOTE reading moves delivered along.
    const isCovered = isRead && read >= received
    if (
      session.leads &&
      !isCovered &&
      received > Math.max(record.delivered, told.received, told.read)
    )
      if (sendNote(session, 'received', { target, upTo: received })) told.received = received
    this.#told.set(state, told)
  }
}
