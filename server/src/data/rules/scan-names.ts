import { contactStates } from '../contact-store.ts'
import type { AccountId, ConversationId } from '../model.ts'
import type { FoundName } from '../search-store.ts'
import { contactTable } from './contact-tables.ts'
import { peerOf } from './direct-conversation.ts'
import { memberRow, textRow } from './group-rows.ts'
import { groupKind } from './group-tables.ts'
import { namesScannedMax, nameCandidate, rankNames, type NameCandidate } from './rank-names.ts'
import type { ReadTables } from './tables.ts'

/** Looks through the names of everybody that an account has a conversation with, or as a contact. */
export function scanNames(
  tables: ReadTables,
  reader: AccountId,
  text: string,
  limit: number,
): FoundName[] {
  return rankNames([...conversations(tables, reader), ...contacts(tables, reader)], text, limit)
}

function* conversations(tables: ReadTables, reader: AccountId): Iterable<NameCandidate> {
  const memberships = tables.touchedMemberships({
    ...{ account: reader, since: -1, until: Number.MAX_SAFE_INTEGER },
    ...{ below: undefined, limit: namesScannedMax },
  })
  for (const { conversation } of memberships) {
    const row = tables.conversation(conversation)
    if (row === undefined) continue
    yield row.kind === groupKind
      ? group(tables, reader, conversation)
      : person(tables, reader, conversation, peerOf(row, reader))
  }
}

function group(tables: ReadTables, reader: AccountId, conversation: ConversationId) {
  const { remark, formerName } = memberRow(tables, conversation, reader)
  // NOTE who left does not hear how it is called since.
  const isIn = tables.member(conversation, reader)?.toSeq === 0
  const groupName = isIn ? textRow(tables, conversation).name : formerName
  return nameCandidate({ conversation, peer: 0, groupName, remark, ownNames: [] })
}

function person(
  tables: ReadTables,
  reader: AccountId,
  conversation: ConversationId,
  peer: AccountId,
) {
  const account = peer === 0 ? undefined : tables.account(peer)
  const remark = tables.row(contactTable, [reader, peer])?.remark ?? ''
  const ownNames = account === undefined ? [] : [account.displayName, account.handle]
  return nameCandidate({ conversation, peer, groupName: '', remark, ownNames })
}

function contacts(tables: ReadTables, reader: AccountId): NameCandidate[] {
  return tables
    .rows(contactTable, { by: contactTable.key, where: [reader], limit: namesScannedMax })
    .filter(({ state, remark }) => state === contactStates.contact || remark !== '')
    .filter(({ other }) => {
      const [low, high] = [Math.min(reader, other), Math.max(reader, other)]
      return tables.direct(low, high) === undefined
    })
    .map(({ other }) => person(tables, reader, 0, other))
}
