import { wire } from '@parley/protocol'
import type { ConversationId, Seq } from '../model.ts'
import { declareTable } from './declared-table.ts'
import type { ReadTables, Tables } from './tables.ts'

export const actKinds = {
  edit: wire.EntryKind.ENTRY_KIND_EDIT,
  recall: wire.EntryKind.ENTRY_KIND_RECALL,
  reaction: wire.EntryKind.ENTRY_KIND_REACTION,
  pin: wire.EntryKind.ENTRY_KIND_PIN,
  burn: wire.EntryKind.ENTRY_KIND_BURN,
} as const satisfies Record<string, number>

export const entryStates = {
  unchanged: wire.EntryState.ENTRY_STATE_UNSPECIFIED,
  edited: wire.EntryState.ENTRY_STATE_EDITED,
  recalled: wire.EntryState.ENTRY_STATE_RECALLED,
  erased: wire.EntryState.ENTRY_STATE_ERASED,
} as const satisfies Record<string, number>

/** Nothing of it is left but that it was there. */
export function isGone(entry: { state: number }): boolean {
  return entry.state === entryStates.recalled || entry.state === entryStates.erased
}

/** What happened to an entry: by which a viewer of a part of it is served that part. */
export const entryActTable = declareTable({
  name: 'entry_act',
  columns: { conversation: 'integer', target: 'integer', kind: 'integer', seq: 'integer' },
  key: ['conversation', 'target', 'kind', 'seq'],
  indexes: [],
})

export function noteAct(
  tables: Tables,
  conversation: ConversationId,
  act: { target: Seq; kind: number; seq: Seq },
): void {
  tables.putRow(entryActTable, { conversation, ...act })
}

/** Seqs of the acts of one kind on an entry, newest first. */
export function actsOn(
  tables: ReadTables,
  conversation: ConversationId,
  target: Seq,
  kind: number,
  limit: number,
): Seq[] {
  const where = [conversation, target, kind]
  const range = { by: entryActTable.key, where, descending: true, limit }
  return tables.rows(entryActTable, range).map(({ seq }) => seq)
}
