import { emojisPerEntryMax, reactionAccountsMax } from '@parley/protocol'
import type { AccountId, ConversationId, ReactionView, Seq } from '../model.ts'
import { declareTable } from './declared-table.ts'
import type { ReadTables, Tables } from './tables.ts'

/** Who says what to an entry; `seq` is the act that said it. */
export const reactionTable = declareTable({
  name: 'reaction',
  columns: {
    conversation: 'integer',
    target: 'integer',
    emoji: 'text',
    account: 'integer',
    seq: 'integer',
  },
  key: ['conversation', 'target', 'emoji', 'account'],
  indexes: [['conversation', 'target', 'emoji', 'seq']],
})

/** So that a thousand reactions are not counted one by one. */
export const reactionCountTable = declareTable({
  name: 'reaction_count',
  columns: { conversation: 'integer', target: 'integer', emoji: 'text', count: 'integer' },
  key: ['conversation', 'target', 'emoji'],
  indexes: [],
})

export interface ReactionAct {
  conversation: ConversationId
  target: Seq
  account: AccountId
  emoji: string
}

export function hasReacted(tables: ReadTables, act: ReactionAct): boolean {
  const { conversation, target, emoji, account } = act
  return tables.row(reactionTable, [conversation, target, emoji, account]) !== undefined
}

/** Whether another emoji fits on the entry. */
export function emojiFits(tables: ReadTables, act: ReactionAct): boolean {
  const { conversation, target, emoji } = act
  if (tables.row(reactionCountTable, [conversation, target, emoji]) !== undefined) return true
  return countsOf(tables, conversation, target).length < emojisPerEntryMax
}

export function addReaction(tables: Tables, act: ReactionAct, seq: Seq): void {
  tables.putRow(reactionTable, { ...act, seq })
  moveCount(tables, act, 1)
}

export function removeReaction(tables: Tables, act: ReactionAct): void {
  const { conversation, target, emoji, account } = act
  tables.removeRow(reactionTable, [conversation, target, emoji, account])
  moveCount(tables, act, -1)
}

/** All reactions to an entry as they are now. */
export function reactionsTo(
  tables: ReadTables,
  conversation: ConversationId,
  target: Seq,
  viewer: AccountId,
): ReactionView[] {
  return countsOf(tables, conversation, target)
    .map(({ emoji, count }) => {
      const by = ['conversation', 'target', 'emoji', 'seq'] as const
      const where = [conversation, target, emoji]
      const rows = tables.rows(reactionTable, { by, where, limit: reactionAccountsMax })
      const act = { conversation, target, emoji, account: viewer }
      return {
        emoji,
        count,
        accounts: rows.map(({ account }) => account),
        mine: hasReacted(tables, act),
      }
    })
    .toSorted(mostUsedFirst)
}

/** What is left of these acts on one entry, given oldest first. */
export function foldReactions(
  acts: readonly { account: AccountId; emoji: string; removed: boolean }[],
  viewer: AccountId,
): ReactionView[] {
  const byEmoji = new Map<string, Set<AccountId>>()
  for (const { account, emoji, removed } of acts) {
    const accounts = byEmoji.get(emoji) ?? new Set()
    byEmoji.set(emoji, accounts)
    if (removed) accounts.delete(account)
    else accounts.add(account)
  }
  return [...byEmoji]
    .filter(([, accounts]) => accounts.size > 0)
    .map(([emoji, accounts]) => ({
      emoji,
      count: accounts.size,
      accounts: [...accounts].slice(0, reactionAccountsMax),
      mine: accounts.has(viewer),
    }))
    .toSorted(mostUsedFirst)
}

function mostUsedFirst(a: ReactionView, b: ReactionView): number {
  return b.count - a.count || (a.emoji < b.emoji ? -1 : 1)
}

function countsOf(tables: ReadTables, conversation: ConversationId, target: Seq) {
  const where = [conversation, target]
  return tables.rows(reactionCountTable, {
    by: reactionCountTable.key,
    where,
    limit: emojisPerEntryMax,
  })
}

function moveCount(tables: Tables, act: ReactionAct, by: number): void {
  const { conversation, target, emoji } = act
  const key = [conversation, target, emoji]
  const count = (tables.row(reactionCountTable, key)?.count ?? 0) + by
  if (count > 0) tables.putRow(reactionCountTable, { conversation, target, emoji, count })
  else tables.removeRow(reactionCountTable, key)
}
