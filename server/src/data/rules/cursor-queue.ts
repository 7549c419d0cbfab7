import type { Clock } from '../../base/clock.ts'
import { cursorDelayMs, type CursorChange, type CursorMove } from '../entry-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { Batcher } from './batcher.ts'
import type { Operation } from './operations.ts'

/** Members whose cursors wait for a commit; more than these commit at once. */
export const cursorsWaitingMax = 5_000
/** Conversations that the queue has seen since it was last emptied. */
const conversationsNotedMax = 10_000
/** So few are looked through one by one. */
const lookedThroughMax = 8

interface Call {
  changes: CursorChange[]
  /** Moves of it that have not been committed. */
  left: number
  resolve(changes: CursorChange[]): void
  reject(fault: unknown): void
}

interface Waiting {
  move: CursorMove
  /** Those that gave a move of this member. The first is told what moved, and nobody twice. */
  calls: Call[]
}

/** Of one conversation: two mostly, in a group as many as it has. */
class WaitingMembers {
  readonly all: Waiting[]
  #byAccount: Map<AccountId, Waiting> | undefined

  constructor(first: Waiting) {
    this.all = [first]
  }

  of(account: AccountId): Waiting | undefined {
    if (this.#byAccount !== undefined) return this.#byAccount.get(account)
    return this.all.find(({ move }) => move.account === account)
  }

  add(waiting: Waiting): void {
    this.all.push(waiting)
    if (this.#byAccount !== undefined) this.#byAccount.set(waiting.move.account, waiting)
    else if (this.all.length > lookedThroughMax)
      this.#byAccount = new Map(this.all.map((one) => [one.move.account, one]))
  }
}

/**
 * Coalesces cursor moves (R8): the highest of a member wins, and rides the next commit that appends to its conversation, at
 * most cursorDelayMs later another one.
 * NOTE not just the next commit: an append writes the same row of its conversation, and each row lies in another page.
 */
export class CursorQueue {
  readonly #clock: Clock
  readonly #batcher: Batcher
  /**
   * NOTE what rode is replaced by nothing, and the map by a new one now and then: one that lives long and is filled and emptied
   * again and again leaves tables behind that V8 keeps until it collects everything, and all that was in them.
   */
  #waiting = new Map<ConversationId, WaitingMembers | undefined>()
  #count = 0
  #timed = false

  constructor(clock: Clock, batcher: Batcher) {
    this.#clock = clock
    this.#batcher = batcher
    batcher.beforeBatch((operations) => this.#ride(operations))
  }

  move(moves: readonly CursorMove[]): Promise<CursorChange[]> {
    if (moves.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      const call: Call = { changes: [], left: moves.length, resolve, reject }
      for (const move of moves) this.#add(move, call)
      if (this.#count >= cursorsWaitingMax || this.#waiting.size >= conversationsNotedMax)
        this.flush()
      else this.#startTimer()
    })
  }

  /** Gives everything that waits to the batcher. */
  flush(): void {
    const waiting = [...this.#waiting.values()].flatMap((members) => members?.all ?? [])
    this.#waiting = new Map()
    this.#count = 0
    this.#submit(waiting)
  }

  #add(move: CursorMove, call: Call): void {
    const members = this.#waiting.get(move.conversation)
    const waiting = members?.of(move.account)
    if (waiting !== undefined) {
      const { delivered, read } = waiting.move
      waiting.move = {
        ...move,
        delivered: Math.max(delivered, move.delivered),
        read: Math.max(read, move.read),
      }
      waiting.calls.push(call)
      return
    }
    this.#count += 1
    const first = { move, calls: [call] }
    if (members === undefined) this.#waiting.set(move.conversation, new WaitingMembers(first))
    else members.add(first)
  }

  #startTimer(): void {
    if (this.#timed) return
    this.#timed = true
    // NOTE runs on when the moves rode an earlier commit: one timer costs less than stopping one.
    this.#clock.after(cursorDelayMs, () => {
      this.#timed = false
      this.flush()
    })
  }

  #ride(operations: Iterable<Operation>): void {
    if (this.#count === 0) return
    const riding: Waiting[] = []
    for (const operation of operations) {
      if (operation.type !== 'append' || !('conversation' in operation.entry.target)) continue
      const { conversation } = operation.entry.target
      const members = this.#waiting.get(conversation)
      if (members === undefined) continue
      this.#waiting.set(conversation, undefined)
      this.#count -= members.all.length
      riding.push(...members.all)
    }
    this.#submit(riding)
  }

  #submit(waiting: readonly Waiting[]): void {
    if (waiting.length === 0) return
    const moves = waiting.map(({ move }) => move)
    this.#batcher.submit({ type: 'moveCursors', moves }).then(
      (changes) => tell(waiting, changes),
      (fault: unknown) => {
        for (const { calls } of waiting) for (const call of calls) call.reject(fault)
      },
    )
  }
}

/** The changes come in the order of the moves, without those that moved nothing. */
function tell(waiting: readonly Waiting[], changes: readonly CursorChange[]): void {
  let next = 0
  for (const { move, calls } of waiting) {
    const change = changes[next]
    if (change?.conversation === move.conversation && change.account === move.account) {
      calls[0]?.changes.push(change)
      next += 1
    }
    for (const call of calls) {
      call.left -= 1
      if (call.left === 0) call.resolve(call.changes)
    }
  }
}
