import { errors, wire, type ErrorName } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Append, NewEntry } from '../entry-store.ts'
import { neverMs } from '../file-store.ts'
import type { AccountId, Target } from '../model.ts'
import {
  dueAtOnceMax,
  postponeMs,
  scheduledKey,
  scheduledStates,
  type Due,
  type NewScheduled,
} from '../scheduled-store.ts'
import { appendEntry, sendRefusal } from './append-entry.ts'
import { targetOf } from './direct-conversation.ts'
import { scheduledTable, type ScheduledRow } from './scheduled-table.ts'
import type { ReadTables, Tables } from './tables.ts'
import { putReservedItem } from './write-account-items.ts'
import { releaseFiles, useFiles } from './write-files.ts'

export type ScheduledOperation =
  | { type: 'schedule'; input: NewScheduled }
  | { type: 'changeScheduled'; of: Named; atMs: number }
  | { type: 'cancelScheduled'; of: Named }
  | { type: 'sendScheduled'; of: Named; entry: NewEntry | undefined }
  | { type: 'sendDue'; of: Named; entry: NewEntry }
  | { type: 'failScheduled'; of: Named; error: ErrorName }

export interface Named {
  account: AccountId
  clientId: Uint8Array
  nowMs: number
}

export interface ScheduledResults {
  schedule: undefined
  changeScheduled: undefined
  cancelScheduled: undefined
  sendScheduled: Exclude<Append, { status: 'refused' }>
  sendDue: Append | undefined
  failScheduled: undefined
}

type Of<T extends ScheduledOperation['type']> = Extract<ScheduledOperation, { type: T }>

export const scheduledRules = {
  schedule: (tables: Tables, { input }: Of<'schedule'>) => schedule(tables, input),
  changeScheduled: (tables: Tables, { of, atMs }: Of<'changeScheduled'>) => {
    const row = found(tables, of)
    tables.putRow(scheduledTable, { ...row, dueMs: Math.floor(atMs) })
    rewrite(tables, of, { atMs: Math.floor(atMs), state: scheduledStates.waiting, error: 0 })
    return undefined
  },
  cancelScheduled: (tables: Tables, { of }: Of<'cancelScheduled'>) => {
    takeOff(tables, found(tables, of), of.nowMs)
    return undefined
  },
  sendScheduled: (tables: Tables, { of, entry }: Of<'sendScheduled'>) => {
    const row = found(tables, of)
    if (entry === undefined) throw new Refusal('NOT_FOUND', 'no such message waits')
    const append = appendEntry(tables, entry)
    if (append.status === 'refused') throw new Refusal(append.error)
    takeOff(tables, row, of.nowMs)
    return append
  },
  sendDue: (tables: Tables, { of, entry }: Of<'sendDue'>) => sendDue(tables, of, entry),
  failScheduled: (tables: Tables, { of, error }: Of<'failScheduled'>) => {
    const row = rowOf(tables, of)
    if (row !== undefined && row.dueMs <= of.nowMs) fail(tables, row, of, error)
    return undefined
  },
}

function schedule(tables: Tables, { entry, atMs, id, scheduledMax }: NewScheduled): undefined {
  const { sender: account, clientId, target, kind, refSeq, body, nowMs } = entry
  const conversation = targetOf(tables, account, target)
  const row = conversation === undefined ? undefined : tables.conversation(conversation)
  const refused = sendRefusal(tables, entry, row)
  // NOTE who is muted may be heard again by then.
  if (refused !== undefined && refused !== 'MUTED') throw new Refusal(refused)
  const isSent =
    conversation !== undefined && tables.remembered(clientId, account, conversation) !== undefined
  if (isSent) throw new Refusal('ID_REUSED', 'a send has this id')
  const range = { by: scheduledTable.key, where: [account], limit: scheduledMax }
  if (scheduledMax < 1 || tables.rows(scheduledTable, range).length >= scheduledMax)
    throw new Refusal('LIMIT_REACHED', 'too many messages wait')
  const dueMs = Math.floor(atMs)
  tables.putRow(scheduledTable, { account, clientId, id, dueMs })
  const files = (entry.files ?? []).map(({ file }) => file)
  useFiles(tables, { conversation: 0, seq: id }, files)
  const item = {
    ...{ clientId, target, kind, refSeq, body, atMs: dueMs, createdMs: Math.floor(nowMs) },
    ...{ state: scheduledStates.waiting, error: 0 },
  }
  put(tables, { account, clientId, nowMs }, item)
  return undefined
}

function sendDue(tables: Tables, of: Named, entry: NewEntry): Append | undefined {
  const row = rowOf(tables, of)
  if (row === undefined || row.dueMs > of.nowMs) return undefined
  const append = appendEntry(tables, entry)
  if (append.status !== 'refused') takeOff(tables, row, of.nowMs)
  else if (errors[append.error].retry === 'never') fail(tables, row, of, append.error)
  else tables.putRow(scheduledTable, { ...row, dueMs: Math.floor(of.nowMs) + postponeMs })
  return append
}

/** Stays until its account cancels it, sends it now, or gives it another time. */
function fail(tables: Tables, row: ScheduledRow, of: Named, error: ErrorName): void {
  tables.putRow(scheduledTable, { ...row, dueMs: neverMs })
  rewrite(tables, of, { state: scheduledStates.failed, error: errors[error].code })
}

function takeOff(tables: Tables, row: ScheduledRow, nowMs: number): void {
  const { account, clientId, id } = row
  tables.removeRow(scheduledTable, [account, clientId])
  releaseFiles(tables, { conversation: 0, seq: id }, nowMs)
  putReservedItem(tables, account, { key: scheduledKey(clientId), body: new Uint8Array(0), nowMs })
}

function rowOf(tables: ReadTables, { account, clientId }: Named): ScheduledRow | undefined {
  return tables.row(scheduledTable, [account, clientId])
}

function found(tables: ReadTables, of: Named): ScheduledRow {
  const row = rowOf(tables, of)
  if (row === undefined) throw new Refusal('NOT_FOUND', 'no such message waits')
  return row
}

function rewrite(
  tables: Tables,
  of: Named,
  change: { atMs?: number; state: number; error: number },
): void {
  const item = tables.accountItem(of.account, scheduledKey(of.clientId))
  if (item === undefined) throw new Error('a scheduled send says nothing')
  // NOTE values that are not set are the prototype's: a copy would lose them.
  put(tables, of, Object.assign(wire.ScheduledSend.decode(item.body), change))
}

interface Item {
  clientId: Uint8Array
  target?: Target | object | null
  atMs: number
  state: number
  error: number
}

function put(tables: Tables, { account, clientId, nowMs }: Named, item: Item): void {
  const body = wire.ScheduledSend.encode(item).finish()
  putReservedItem(tables, account, { key: scheduledKey(clientId), body, nowMs })
}

export function dueSends(
  tables: ReadTables,
  nowMs: number,
): { due: Due[]; nextMs: number | undefined } {
  const range = { by: ['dueMs'], where: [], limit: dueAtOnceMax + 1 } as const
  const rows = tables.rows(scheduledTable, range)
  const isDue = ({ dueMs }: ScheduledRow) => dueMs <= nowMs
  const due = rows.filter(isDue).slice(0, dueAtOnceMax)
  const next = rows[due.length]
  return {
    due: due.flatMap(({ account, clientId }) => {
      const item = tables.accountItem(account, scheduledKey(clientId))
      return item === undefined ? [] : [{ account, clientId, body: item.body }]
    }),
    nextMs: next === undefined || next.dueMs === neverMs ? undefined : next.dueMs,
  }
}
