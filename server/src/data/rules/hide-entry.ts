import { editsPerEntryMax } from '@parley/protocol'
import type { ConversationId, Seq, StoredEntry } from '../model.ts'
import { burnTable } from './burns.ts'
import { actKinds, actsOn } from './entry-acts.ts'
import { pinTable } from './pin-table.ts'
import type { Tables } from './tables.ts'
import { releaseFiles } from './write-files.ts'

const nothing = new Uint8Array(0)

/**
 * Leaves a tombstone of an entry and of every version of it (R16): seq, sender, client id; the bytes are overwritten, and
 * what it named is released. Its count stays, so that nobody's unread changes.
 */
export function hideEntry(
  tables: Tables,
  conversation: ConversationId,
  entry: StoredEntry,
  by: { seq: Seq; state: number; nowMs: number },
): StoredEntry {
  const gone = { body: nothing, changed: by.seq, state: by.state }
  for (const seq of actsOn(tables, conversation, entry.seq, actKinds.edit, editsPerEntryMax)) {
    const edit = tables.entry(conversation, seq)
    if (edit !== undefined) tables.putEntry(conversation, { ...edit, ...gone })
  }
  tables.removeRow(pinTable, [conversation, entry.seq])
  tables.removeRow(burnTable, [conversation, entry.seq])
  releaseFiles(tables, { conversation, seq: entry.seq }, by.nowMs)
  const tombstone = { ...entry, ...gone }
  tables.putEntry(conversation, tombstone)
  return tombstone
}
