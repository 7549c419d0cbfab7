import type { CursorMove } from '../../data/entry-store.ts'
import type { AccountId, ConversationId } from '../../data/model.ts'
import type { Receipts } from './receipts.ts'

/** Invisible accounts of which something is held, and conversations of each. */
export const heldAccountsMax = 10_000
export const heldConversationsMax = 1_000

/**
 * What an invisible account's devices received: told only when it is seen again, for it would betray that they are
 * connected. In memory: a device repeats what it does not see stored (R8).
 */
export interface HeldReceipts {
  hold(move: CursorMove): void
  release(account: AccountId): void
}

export function createHeldReceipts(receipts: Pick<Receipts, 'move'>): HeldReceipts {
  const held = new Map<AccountId, Map<ConversationId, CursorMove>>()
  return {
    hold(move) {
      const { account, conversation, delivered } = move
      const moves = held.get(account) ?? new Map<ConversationId, CursorMove>()
      held.delete(account)
      held.set(account, moves)
      if (delivered > (moves.get(conversation)?.delivered ?? 0)) {
        moves.delete(conversation)
        moves.set(conversation, move)
      }
      if (moves.size > heldConversationsMax) dropOldest(moves)
      if (held.size > heldAccountsMax) dropOldest(held)
    },
    release(account) {
      const moves = held.get(account)
      held.delete(account)
      for (const move of moves?.values() ?? []) receipts.move(move)
    },
  }
}

function dropOldest<K>(map: Map<K, unknown>): void {
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}
