import type { AccountLogEntry, ConversationView, Stamp } from '../model.ts'
import type { SyncInput, SyncPage, SyncPoint, SyncPosition } from '../sync-store.ts'
import { conversationView } from './conversation-view.ts'
import { fewOwnStates } from './own-state-table.ts'
import type { RecentLists } from './recent-lists.ts'
import type { ReadTables, TouchedMembership } from './tables.ts'

const start: SyncPoint = { accountSeq: 0, stamp: 0 }
/** Above every stamp: nothing of the conversations was served. */
const fromNewest = Number.MAX_SAFE_INTEGER

/**
 * One page, inside one snapshot. First the account log, then the conversations, newest change first.
 * What changes while paging gets a stamp above the first page's snapshot and comes with the next sync.
 */
export function syncPage(tables: ReadTables, recent: RecentLists, input: SyncInput): SyncPage {
  const row = tables.accountLog(input.account)
  const logSeq = row?.logSeq ?? 0
  const now = { accountSeq: logSeq, stamp: tables.stamp() }
  const snapshot = input.goOn?.snapshot ?? now
  const asked = input.since
  const floor = row?.logFloor ?? 0
  // NOTE below the floor tombstones are missing, so that only a sync from nothing is true.
  const ahead =
    asked !== undefined &&
    (asked.stamp > now.stamp || asked.accountSeq > logSeq || asked.accountSeq < floor)
  if (ahead) return { snapshot, accountEntries: [], conversations: [], next: undefined, ahead }

  const since = asked ?? start
  const budget = { bytes: input.bytesMax }
  const position = input.goOn?.position ?? {
    accountSeq: since.accountSeq,
    touched: fromNewest,
    conversation: 0,
  }
  const accountEntries = readAccountLog(tables, input, position, snapshot, budget)
  const lastServed = accountEntries.last
  if (!accountEntries.finished) {
    const next = { ...position, accountSeq: lastServed }
    return { snapshot, accountEntries: accountEntries.read, conversations: [], next, ahead }
  }
  const touched = readTouched(tables, recent, input, { since, position, snapshot })
  const page = readConversations(tables, input, touched.rows, budget)
  const next: SyncPosition | undefined =
    page.last === undefined ? undefined : { accountSeq: snapshot.accountSeq, ...page.last }
  const { conversations } = page
  return {
    ...{ snapshot: { ...snapshot, stamp: touched.stamp }, conversations, next, ahead },
    accountEntries: accountEntries.read,
  }
}

interface Budget {
  bytes: number
}

function readAccountLog(
  tables: ReadTables,
  input: SyncInput,
  position: SyncPosition,
  snapshot: SyncPoint,
  budget: Budget,
): { read: AccountLogEntry[]; last: number; finished: boolean } {
  const { account, accountEntriesMax } = input
  const read: AccountLogEntry[] = []
  if (position.accountSeq >= snapshot.accountSeq) {
    return { read, last: snapshot.accountSeq, finished: true }
  }
  const limit = Math.max(1, accountEntriesMax)
  const rows = tables.accountItems(account, position.accountSeq, snapshot.accountSeq, limit)
  for (const entry of rows) {
    budget.bytes -= entry.body.length + entry.key.length
    if (budget.bytes < 0 && read.length > 0) break
    read.push(entry)
  }
  const finished = read.length === rows.length && rows.length < limit
  return { read, last: read.at(-1)?.seq ?? snapshot.accountSeq, finished }
}

/** One more than the page may hold, and the commit as of which that is. */
function readTouched(
  tables: ReadTables,
  recent: RecentLists,
  { account, goOn, conversationsMax }: SyncInput,
  from: { since: SyncPoint; position: SyncPosition; snapshot: SyncPoint },
): { rows: TouchedMembership[]; stamp: Stamp } {
  const { touched, conversation } = from.position
  const below = touched === fromNewest ? undefined : { touched, conversation }
  const limit = Math.max(1, conversationsMax) + 1
  const range = { account, since: from.since.stamp, below, limit }
  const { stamp } = from.snapshot
  const kept = recent.touchedMemberships(tables, { ...range, until: goOn && stamp })
  if (kept !== undefined) return { rows: kept, stamp: goOn ? stamp : recent.stamp }
  return { rows: tables.touchedMemberships({ ...range, until: stamp }), stamp }
}

function readConversations(
  tables: ReadTables,
  input: SyncInput,
  rows: readonly TouchedMembership[],
  budget: Budget,
): {
  conversations: ConversationView[]
  last: Pick<SyncPosition, 'touched' | 'conversation'> | undefined
} {
  const { account } = input
  const limit = Math.max(1, input.conversationsMax)
  const newest = {
    entriesMax: input.entriesPerConversation,
    bytesMax: input.bytesMax,
    withAvatar: false,
  }
  const ownStates = rows.length === 0 ? undefined : fewOwnStates(tables, account, rows.length)
  const conversations: ConversationView[] = []
  let last: { touched: number; conversation: number } | undefined
  for (const row of rows.slice(0, limit)) {
    const view = conversationView(tables, account, row.conversation, newest, ownStates)
    if (view === undefined) throw new Error('a membership that changed is not there')
    for (const { body } of [...view.entries, ...view.changes]) budget.bytes -= body.length
    if (budget.bytes < 0 && last !== undefined) return { conversations, last }
    conversations.push(view)
    last = { touched: row.touched, conversation: row.conversation }
  }
  return { conversations, last: rows.length > limit ? last : undefined }
}
