import type { ErrorName } from '@parley/protocol'
import { audiences } from '../account-settings-store.ts'
import { contactStates } from '../contact-store.ts'
import type { AppendGuards } from '../entry-store.ts'
import type { AccountId } from '../model.ts'
import { settingsOf } from './account-settings-table.ts'
import { contactTable } from './contact-tables.ts'
import type { ReadTables } from './tables.ts'

/** Whether an account may write to another one directly, inside the transaction of the send (R10). */
export function directRefusal(
  tables: ReadTables,
  sender: AccountId,
  peer: AccountId,
  first: { isFirst: boolean; guards: AppendGuards },
): ErrorName | undefined {
  if (peer === sender) return undefined
  const row = tables.row(contactTable, [sender, peer])
  if (row?.barred === 1) return 'BLOCKED'
  if (row?.state === contactStates.contact) return undefined
  if (settingsOf(tables, peer).writableBy === audiences.contacts) return 'STRANGERS_REFUSED'
  const { isFirst, guards } = first
  if (!isFirst) return undefined
  if (!guards.strangersMayWrite) return 'STRANGERS_REFUSED'
  return guards.strangersUsedUp === true ? 'RATE_LIMITED' : undefined
}
