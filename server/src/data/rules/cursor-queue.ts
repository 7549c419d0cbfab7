import type { Clock } from '../../base/clock.ts'
import { cursorDelayMs, type CursorChange, type CursorMove } from '../entry-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { Batcher } from './batcher.ts'

/** Members whose cursors wait for a commit; more than these commit at once. */
export const cursorsWaitingMax = 5_000

interface Call {
  changes: CursorChange[]
  resolve(changes: CursorChange[]): void
  reject(fault: unknown): void
}

interface Waiting {
  move: CursorMove
  /** The call that gave the first move of this member: it is told what moved, and nobody twice. */
  call: Call
}

/** Coalesces cursor moves (R8): the highest of a member wins and rides the next commit, at most cursorDelayMs later. */
export class CursorQueue {
  readonly #clock: Clock
  readonly #batcher: Batcher
  #waiting = new Map<ConversationId, Map<AccountId, Waiting>>()
  #count = 0
  #calls: Call[] = []
  #timed = false

  constructor(clock: Clock, batcher: Batcher) {
    this.#clock = clock
    this.#batcher = batcher
    batcher.beforeBatch(() => this.#flush())
  }

  move(moves: readonly CursorMove[]): Promise<CursorChange[]> {
    if (moves.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      const call: Call = { changes: [], resolve, reject }
      this.#calls.push(call)
      for (const move of moves) this.#add(move, call)
      if (this.#count >= cursorsWaitingMax) this.#flush()
      else this.#startTimer()
    })
  }

  #add(move: CursorMove, call: Call): void {
    const members = this.#waiting.get(move.conversation)
    const waiting = members?.get(move.account)
    if (waiting !== undefined) {
      const { delivered, read } = waiting.move
      waiting.move = {
        ...move,
        delivered: Math.max(delivered, move.delivered),
        read: Math.max(read, move.read),
      }
      return
    }
    this.#count += 1
    if (members === undefined) {
      this.#waiting.set(move.conversation, new Map([[move.account, { move, call }]]))
    } else {
      members.set(move.account, { move, call })
    }
  }

  #startTimer(): void {
    if (this.#timed) return
    this.#timed = true
    // NOTE runs on when the moves rode an earlier commit: one timer costs less than stopping one.
    this.#clock.after(cursorDelayMs, () => {
      this.#timed = false
      this.#flush()
    })
  }

  #flush(): void {
    if (this.#calls.length === 0) return
    const waiting = [...this.#waiting.values()].flatMap((members) => [...members.values()])
    const calls = this.#calls
    this.#waiting = new Map()
    this.#count = 0
    this.#calls = []
    const moves = waiting.map(({ move }) => move)
    this.#batcher.submit({ type: 'moveCursors', moves }).then(
      (changes) => tell(waiting, calls, changes),
      (fault: unknown) => {
        for (const call of calls) call.reject(fault)
      },
    )
  }
}

/** The changes come in the order of the moves, without those that moved nothing. */
function tell(waiting: readonly Waiting[], calls: readonly Call[], changes: CursorChange[]): void {
  let next = 0
  for (const { move, call } of waiting) {
    const change = changes[next]
    if (change === undefined) break
    if (change.conversation !== move.conversation || change.account !== move.account) continue
    call.changes.push(change)
    next += 1
  }
  for (const call of calls) call.resolve(call.changes)
}
