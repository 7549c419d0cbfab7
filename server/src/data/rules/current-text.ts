import { wire } from '@parley/protocol'
import type { ConversationId, StoredEntry } from '../model.ts'
import { searchableText } from '../searchable-text.ts'
import type { ReadTables } from './tables.ts'

const edit: number = wire.EntryKind.ENTRY_KIND_EDIT
const { ENTRY_STATE_RECALLED, ENTRY_STATE_ERASED } = wire.EntryState
const gone: readonly number[] = [ENTRY_STATE_RECALLED, ENTRY_STATE_ERASED]
/** Acts on one entry that are looked through for its last edit. */
const actsReadMax = 1_000

/** By what words an entry is found as it is now; undefined: by none (it is no message, or it is gone). */
export function currentText(
  tables: ReadTables,
  conversation: ConversationId,
  entry: StoredEntry,
): string | undefined {
  if (gone.includes(entry.state)) return undefined
  const edited = entry.changed > entry.seq ? lastEdit(tables, conversation, entry) : undefined
  return searchableText(entry.kind, edited?.body ?? entry.body)
}

/** The newest edit at or before the entry's last change. */
function lastEdit(
  tables: ReadTables,
  conversation: ConversationId,
  { seq, changed }: StoredEntry,
): StoredEntry | undefined {
  return tables
    .entries({
      ...{ conversation, fromSeq: seq + 1, toSeq: changed },
      ...{ limit: actsReadMax, descending: true },
    })
    .find((act) => act.kind === edit && act.refSeq === seq)
}
