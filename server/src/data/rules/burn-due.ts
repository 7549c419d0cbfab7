import { wire } from '@parley/protocol'
import { burntAtOnceMax, type Burnt } from '../entry-store.ts'
import type { StoredEntry } from '../model.ts'
import { burnTable } from './burns.ts'
import type { RowOf } from './declared-table.ts'
import { actKinds, entryStates, noteAct } from './entry-acts.ts'
import { groupKind } from './group-tables.ts'
import { groupRow } from './group-rows.ts'
import { hideEntry } from './hide-entry.ts'
import { inlineMembers } from './inline-members.ts'
import type { ReadTables, Tables } from './tables.ts'

/** Nobody's: the server appends it, and the commit that does is the only one that can. */
const serverItself = 0
const noClientId = new Uint8Array(16)
const nothing = new Uint8Array(0)
const unchanged: number = wire.EntryState.ENTRY_STATE_UNSPECIFIED

export function dueBurns(tables: ReadTables, nowMs: number): RowOf<typeof burnTable>[] {
  const range = { by: ['dueMs'], where: [], limit: burntAtOnceMax } as const
  return tables.rows(burnTable, range).filter(({ dueMs }) => dueMs <= nowMs)
}

export function burnDue(tables: Tables, nowMs: number): Burnt[] {
  return dueBurns(tables, nowMs).map((row) => burn(tables, row, nowMs))
}

function burn(tables: Tables, row: RowOf<typeof burnTable>, nowMs: number): Burnt {
  const { conversation: id, seq: refSeq } = row
  const conversation = tables.conversation(id)
  const target = tables.entry(id, refSeq)
  if (conversation === undefined || target === undefined) throw new Error('what burns is not there')
  const seq = conversation.headSeq + 1
  const { headCount: count } = conversation
  const timeMs = Math.max(Math.floor(nowMs), conversation.headTimeMs)
  const told = { sender: serverItself, clientId: noClientId, refSeq, body: nothing }
  const entry: StoredEntry = {
    ...{ ...told, seq, kind: actKinds.burn, timeMs, count, changed: seq, state: unchanged },
  }
  tables.addEntry(id, entry)
  tables.putConversation({
    ...{ ...conversation, headSeq: seq, headTimeMs: timeMs, touched: tables.stamp() },
  })
  noteAct(tables, id, { target: refSeq, kind: entry.kind, seq })
  const change = hideEntry(tables, id, target, { seq, state: entryStates.erased, nowMs: timeMs })
  const membersSeq = conversation.kind === groupKind ? groupRow(tables, id).membersSeq : 0
  const acted = { change, partial: tables.joinedAfter(id, refSeq) }
  return {
    entry: { ...told, kind: entry.kind },
    appended: {
      ...{ status: 'appended', conversation: id, seq, timeMs, count, membersSeq, acted },
      ...{ members: inlineMembers(tables, id), created: false, cursor: undefined },
    },
  }
}
