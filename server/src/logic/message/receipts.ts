import type { Clock } from '../../base/clock.ts'
import type { CursorChange, CursorMove } from '../../data/entry-store.ts'
import type { AccountId, ConversationId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { Members } from '../conversation/members.ts'

/** A receipt waits this long after its commit to share a write with others. */
export const receiptDelayMs = 20

export interface ReceiptsDeps {
  clock: Clock
  entries: Pick<Store['entries'], 'moveCursors'>
  members: Members
  delivery: Delivery
}

/** Cursors on their way into the store, and receipts on their way out: only after the commit (R8). */
export interface Receipts {
  move(move: CursorMove): void
  /** A cursor that has been stored along with something else. */
  moved(change: CursorChange): void
}

export function createReceipts(deps: ReceiptsDeps): Receipts {
  const { clock, entries, members, delivery } = deps
  let waiting = new Map<ConversationId, Map<AccountId, CursorChange>>()
  let flushing = false

  function flush(): void {
    flushing = false
    const batch = waiting
    waiting = new Map()
    for (const [conversation, changes] of batch) {
      const known = members.peek(conversation)
      if (known !== undefined) push(known, changes.values())
      else
        void members
          .of(conversation)
          .then((accounts) => push(accounts, changes.values()), noReceipt)
    }
  }

  function push(accounts: readonly AccountId[], changes: Iterable<CursorChange>): void {
    for (const change of changes) delivery.toAccounts(accounts, encodePush('cursor', change))
  }

  function moved(change: CursorChange): void {
    const { conversation, account } = change
    const changes = waiting.get(conversation)
    const former = changes?.get(account)
    const merged = former === undefined ? change : furthest(former, change)
    if (changes === undefined) waiting.set(conversation, new Map([[account, merged]]))
    else changes.set(account, merged)
    if (flushing) return
    flushing = true
    clock.after(receiptDelayMs, flush)
  }

  return {
    move(move) {
      entries.moveCursors([move]).then((changes) => changes.forEach(moved), noReceipt)
    },
    moved,
  }
}

// NOTE a cursor that could not be stored is repeated by its device (R8); the store tells of its own trouble.
const noReceipt = (): void => undefined

function furthest(a: CursorChange, b: CursorChange): CursorChange {
  return { ...b, delivered: Math.max(a.delivered, b.delivered), read: Math.max(a.read, b.read) }
}
