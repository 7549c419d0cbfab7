import type { PushInit } from '@parley/protocol'
import type { Acted } from '../../data/act.ts'
import type { Append, NewEntry } from '../../data/entry-store.ts'
import type { AccountId, ServedEntry } from '../../data/model.ts'
import type { Delivery } from '../../session/delivery.ts'
import { encodePush } from '../../session/encode-push.ts'
import type { SessionId } from '../../session/session.ts'
import type { Members } from '../conversation/members.ts'
import type { Receipts } from './receipts.ts'

export interface DeliverDeps {
  members: Members
  delivery: Delivery
  receipts: Pick<Receipts, 'moved' | 'goAlong'>
}

type Appended = Exclude<Append, { status: 'refused' }>

/**
 * Tells the members of an entry that was appended. A message goes to every session but the one that sent it; an act to
 * that one too, because what it changed comes with it.
 */
export function deliverEntry(
  deps: DeliverDeps,
  entry: Pick<NewEntry, 'sender' | 'clientId' | 'kind' | 'refSeq' | 'body'>,
  appended: Appended,
  from: SessionId | undefined,
): void {
  const { conversation, seq, timeMs, count, membersSeq, members, cursor, acted } = appended
  const { sender, clientId, kind, refSeq, body } = entry
  const told = { seq, sender, clientId, kind, refSeq, body, timeMs, count, changed: seq }
  const push = { conversation, headSeq: seq, entry: told }
  const toMembers = (accounts: readonly AccountId[]) => {
    if (acted !== undefined) tellAct(deps.delivery, accounts, push, acted)
    else deps.delivery.toAccounts(accounts, encodePush('entry', push), from)
  }
  if (members !== undefined) deps.members.learn(conversation, membersSeq, members)
  const seeing = members ?? deps.members.seeing(conversation, seq, membersSeq)
  if (seeing instanceof Promise) void seeing.then(toMembers, () => undefined)
  else toMembers(seeing)
  deps.receipts.goAlong(conversation)
  if (cursor !== undefined) deps.receipts.moved(cursor)
}

type EntryPush = PushInit<'entry'> & { entry: ServedEntryInit }
type ServedEntryInit = NonNullable<PushInit<'entry'>['entry']>

/**
 * The actor's own devices get the changed entry whole; the others without what they have already, because a reaction to a
 * long text would carry it to everybody; and those who see a part of its history are told to pull.
 */
function tellAct(
  delivery: Delivery,
  accounts: readonly AccountId[],
  push: EntryPush,
  { change, partial }: Acted,
): void {
  const { conversation, headSeq, entry } = push
  const actor = entry.sender ?? 0
  const bare = { conversation, headSeq }
  if (change === undefined) return delivery.toAccounts(accounts, encodePush('entry', bare))
  // NOTE what an edit says stands in the entry that it changed.
  const act = change.editSeq === entry.seq ? { ...entry, body: new Uint8Array(0) } : entry
  const isOther = (account: AccountId) => account !== actor && !partial.includes(account)
  const others = encodePush('entry', { ...bare, entry: act, changes: [forOthers(change, act)] })
  delivery.toAccounts([actor], encodePush('entry', { ...bare, entry: act, changes: [change] }))
  delivery.toAccounts(accounts.filter(isOther), others)
  if (partial.length > 0) delivery.toAccounts(partial, encodePush('entry', bare))
}

function forOthers(change: ServedEntry, act: { seq?: number | null }): ServedEntryInit {
  const { reactions } = change
  const isOfBody = change.editSeq === act.seq || change.body.length === 0
  return {
    ...change,
    ...(isOfBody ? {} : { body: new Uint8Array(0), bodyKept: true }),
    ...(reactions === undefined
      ? {}
      : { ownKept: true, reactions: reactions.map((one) => ({ ...one, mine: false })) }),
  }
}
