import type { ErrorName } from '@parley/protocol'
import {
  fileConversationsMax,
  type FileId,
  type NamedFile,
  type StoredFile,
} from '../file-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { RowOf } from './declared-table.ts'
import { fileTable, fileUseTable } from './file-tables.ts'
import { visibleIntervals } from './intervals.ts'
import { deletedRanges } from './own-state-table.ts'
import { without } from './seq-ranges.ts'
import type { ReadTables } from './tables.ts'

type FileRow = RowOf<typeof fileTable>

export function toStoredFile(row: FileRow): StoredFile {
  const { uses: _uses, dueMs: _dueMs, ...file } = row
  return file
}

export function readableFiles(
  tables: ReadTables,
  account: AccountId,
  files: readonly FileId[],
  conversation: ConversationId,
): StoredFile[] {
  return [...new Set(files)].flatMap((id) => {
    const row = tables.row(fileTable, [id])
    return row !== undefined && mayRead(tables, account, row, conversation)
      ? [toStoredFile(row)]
      : []
  })
}

/**
 * What a send names must be the sender's own or something it may read (then it is a forward), and be what the sender
 * says it is. What is not there and what is not the sender's get the same refusal (R14).
 */
export function refusalOfFiles(
  tables: ReadTables,
  sender: AccountId,
  files: readonly NamedFile[],
): ErrorName | undefined {
  for (const { file, mediaType, bytes } of files) {
    const row = tables.row(fileTable, [file])
    if (row === undefined || !mayRead(tables, sender, row, 0)) return 'NOT_FOUND'
    if (row.mediaType !== mediaType || row.bytes !== bytes) return 'BAD_REQUEST'
  }
  return undefined
}

function mayRead(
  tables: ReadTables,
  account: AccountId,
  row: FileRow,
  hint: ConversationId,
): boolean {
  if (row.account === account) return true
  if (row.uses === 0) return false
  if (hint > 0 && seesIn(tables, account, row.id, hint)) return true
  let after: ConversationId = 0
  for (let looked = 0; looked < fileConversationsMax; looked += 1) {
    const beyond = [after, Number.MAX_SAFE_INTEGER]
    const range = { by: fileUseTable.key, where: [row.id], after: beyond, limit: 1 }
    const next = tables.rows(fileUseTable, range)[0]
    if (next === undefined) return false
    if (seesIn(tables, account, row.id, next.conversation)) return true
    after = next.conversation
  }
  return false
}

/** Is in the conversation now, and an entry within its intervals names the file. */
function seesIn(tables: ReadTables, account: AccountId, file: FileId, id: ConversationId): boolean {
  const found = tables.membership(id, account)
  if (found === undefined || found.member.toSeq !== 0) return false
  const intervals = visibleIntervals(found.conversation, found.member)
  return without(intervals, deletedRanges(tables, account, id)).some(({ fromSeq, toSeq }) => {
    const range = { by: fileUseTable.key, where: [file, id], after: [fromSeq - 1], limit: 1 }
    const use = tables.rows(fileUseTable, range)[0]
    return use !== undefined && use.seq <= toSeq
  })
}
