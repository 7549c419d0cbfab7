import { groupReceiptsMax } from '@parley/protocol'
import type { Timer } from '../base/clock.ts'
import type { SyncContext } from './context.ts'
import type { ConversationState } from './conversation-state.ts'
import { backoffMs } from '../base/backoff.ts'
import { sendNote } from '../connection/calls.ts'

/** Notes of one conversation share a frame for this long. */
const batchMs = 150
const spreadMs = 2_000
/** A server that stored a cursor shows it well within this. */
const repeatMinMs = 2_000
const repeatMaxMs = 60_000

/** What was told of one conversation and is not shown as stored yet. */
interface Told {
  received: number
  read: number
  /** Repeats so far. */
  repeats: number
  /** When it is told again. */
  dueMs: number
}

/**
 * Tells the server what this device holds (R7) and what was read (R8): cumulative, batched, and repeated, more and more
 * seldom, until the server shows it stored. Every sync begins such a row anew.
 */
export class Cursors {
  readonly #context: SyncContext
  readonly #due = new Set<ConversationState>()
  /** Told on this connection. */
  readonly #told = new Map<ConversationState, Told>()
  /** Held in storage, up to here. */
  readonly #held = new Map<ConversationState, number>()
  #timer: Timer | undefined
  #repeat: { timer: Timer; dueMs: number } | undefined

  constructor(context: SyncContext) {
    this.#context = context
  }

  consider(state: ConversationState): void {
    const { record, feed } = state
    if (!feed.isKnown || record.id === 0) return
    const said = Math.max(record.delivered, this.#held.get(state) ?? 0)
    // NOTE nobody asks whether an account holds what it wrote itself: that is said along with what others write next.
    if (this.#context.session.leads && feed.othersTo > said) {
      this.#held.set(state, Math.min(record.to, record.headSeq))
      // NOTE said only once the entries are durable here.
      this.#context.cache.afterwards(() => this.#enqueueReceived(state))
    }
    if (record.readWanted > record.read) this.#enqueue(state)
  }

  /** After a sync: what the server does not show as stored is told again. */
  repeat(states: Iterable<ConversationState>): void {
    this.#forgetTold()
    for (const state of states) {
      this.#held.delete(state)
      this.consider(state)
    }
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#forgetTold()
  }

  #forgetTold(): void {
    this.#told.clear()
    this.#repeat?.timer.cancel()
    this.#repeat = undefined
  }

  /** The devices of a large group do not answer an entry all at once. */
  #enqueueReceived(state: ConversationState): void {
    const { clock, random } = this.#context
    const isLarge = (state.record.group?.members ?? 0) > groupReceiptsMax
    if (isLarge) clock.after(random.unit() * spreadMs, () => this.#enqueue(state))
    else this.#enqueue(state)
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

  #tell(state: ConversationState, repeats = 0): void {
    const { record } = state
    if (record.id === 0) return
    const { session } = this.#context
    const target = { conversation: record.id }
    const told = this.#told.get(state) ?? { received: 0, read: 0, repeats, dueMs: 0 }
    const received = this.#held.get(state) ?? 0
    const read = record.readWanted
    let isRead = false
    if (read > Math.max(record.read, told.read)) {
      isRead = sendNote(session, 'read', { target, upTo: read })
      if (isRead) told.read = read
    }
    // NOTE reading moves delivered along.
    const isCovered = isRead && read >= received
    let isReceived = false
    if (
      session.leads &&
      !isCovered &&
      received > Math.max(record.delivered, told.received, told.read)
    ) {
      isReceived = sendNote(session, 'received', { target, upTo: received })
      if (isReceived) told.received = received
    }
    if (!isRead && !isReceived) return
    this.#told.set(state, told)
    this.#repeatLater(told, repeats)
  }

  #repeatLater(told: Told, repeats: number): void {
    const { clock, random } = this.#context
    const floorMs = Math.min(repeatMaxMs, repeatMinMs * 2 ** repeats)
    told.repeats = repeats
    told.dueMs =
      clock.monotonicMs() + backoffMs(random, { minMs: floorMs, maxMs: floorMs }, 0, floorMs)
    this.#wakeAt(told.dueMs)
  }

  #wakeAt(dueMs: number): void {
    if (this.#repeat !== undefined && this.#repeat.dueMs <= dueMs) return
    this.#repeat?.timer.cancel()
    const { clock } = this.#context
    const timer = clock.after(dueMs - clock.monotonicMs(), () => {
      this.#repeat = undefined
      this.#tellAgain()
    })
    this.#repeat = { timer, dueMs }
  }

  #tellAgain(): void {
    const { clock, session } = this.#context
    // NOTE the sync that follows the next connection begins anew.
    if (session.state.name !== 'ready') return this.#forgetTold()
    for (const [state, told] of [...this.#told]) {
      if (isStored(state, told)) this.#told.delete(state)
      else if (told.dueMs > clock.monotonicMs()) this.#wakeAt(told.dueMs)
      else {
        this.#told.delete(state)
        this.#tell(state, told.repeats + 1)
      }
    }
  }
}

/** NOTE of who has left, too: what was seen before may still be read, and burns then. */
function isStored({ record }: ConversationState, told: Told): boolean {
  return record.read >= told.read && record.delivered >= told.received
}
