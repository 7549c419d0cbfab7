import { wire } from '@parley/protocol'
import type { AccountId, ConversationId, Seq, ServedEntry, StoredEntry } from '../model.ts'
import { isAct } from './countable.ts'
import { actKinds, actsOn, entryStates, isGone } from './entry-acts.ts'
import { intervalWith } from './intervals.ts'
import { pinTable } from './pin-table.ts'
import { foldReactions, reactionsTo } from './reactions.ts'
import { covers } from './seq-ranges.ts'
import type { Interval, ReadTables } from './tables.ts'

/** Reactions that are gone through for one who saw a part of them: the newest. */
export const actsFoldedMax = 1_000

export interface Viewer {
  account: AccountId
  /** What it may see of the log, ascending. */
  intervals: readonly Interval[]
  /** What it deleted for itself, ascending: acts on the rest are seen all the same. */
  deleted: readonly Interval[]
}

const nothing = new Uint8Array(0)

/**
 * An entry of the viewer's intervals as the viewer sees it now (R16): changed by the acts that lie in the intervals too.
 * What was recalled or erased is gone for everybody.
 */
export function serveEntry(
  tables: ReadTables,
  conversation: ConversationId,
  viewer: Viewer,
  entry: StoredEntry,
): ServedEntry {
  if (isAct(entry.kind)) return serveAct(viewer, entry)
  if (entry.changed === entry.seq || isGone(entry)) return entry
  const interval = intervalWith(viewer.intervals, entry.seq)
  const seesAll = interval !== undefined && entry.changed <= interval.toSeq
  return seesAll
    ? asItIs(tables, conversation, viewer, entry)
    : asSeen(tables, conversation, viewer, entry)
}

/**
 * What an edit says stands in the entry that it changed; who does not see that entry learns nothing of any act on it. That
 * an edit was hidden with its entry is told of the entry alone: pushes name no other, so that every copy of an act is alike.
 */
function serveAct({ intervals, deleted }: Viewer, entry: StoredEntry): ServedEntry {
  const isSilent =
    entry.kind === actKinds.edit ||
    intervalWith(intervals, entry.refSeq) === undefined ||
    covers(deleted, entry.refSeq)
  if (!isSilent) return entry
  return { ...entry, body: nothing, changed: entry.seq, state: entryStates.unchanged }
}

function asItIs(
  tables: ReadTables,
  conversation: ConversationId,
  { account }: Viewer,
  entry: StoredEntry,
): ServedEntry {
  const reactions = reactionsTo(tables, conversation, entry.seq, account)
  const [edit] =
    entry.state === entryStates.edited
      ? actsOn(tables, conversation, entry.seq, actKinds.edit, 1)
      : []
  const pin = tables.row(pinTable, [conversation, entry.seq])
  return {
    ...entry,
    ...(edit === undefined ? {} : edited(tables, conversation, edit)),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(pin === undefined ? {} : { pinSeq: pin.seq }),
  }
}

/** By the acts that the viewer sees, one by one. */
function asSeen(
  tables: ReadTables,
  conversation: ConversationId,
  { account, intervals }: Viewer,
  entry: StoredEntry,
): ServedEntry {
  const seen = (kind: number) =>
    actsOn(tables, conversation, entry.seq, kind, actsFoldedMax).filter(
      (seq) => intervalWith(intervals, seq) !== undefined,
    )
  const [edit] = seen(actKinds.edit)
  const reactionSeqs = seen(actKinds.reaction)
  const said = reactionSeqs.toReversed().flatMap((seq) => reactionAt(tables, conversation, seq))
  const reactions = foldReactions(said, account)
  const [pinSeq = 0] = seen(actKinds.pin)
  return {
    ...entry,
    changed: Math.max(entry.seq, edit ?? 0, reactionSeqs[0] ?? 0, pinSeq),
    state: entryStates.unchanged,
    ...(edit === undefined ? {} : edited(tables, conversation, edit)),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(pinsAt(tables, conversation, pinSeq) ? { pinSeq } : {}),
  }
}

function edited(tables: ReadTables, conversation: ConversationId, editSeq: Seq) {
  const body = tables.entry(conversation, editSeq)?.body ?? nothing
  return { body, editSeq, state: entryStates.edited }
}

/** Whether this act pinned its entry, or took the pin away. */
function pinsAt(tables: ReadTables, conversation: ConversationId, seq: Seq): boolean {
  const act = seq === 0 ? undefined : tables.entry(conversation, seq)
  return act !== undefined && wire.EntryBody.decode(act.body).pinned
}

function reactionAt(tables: ReadTables, conversation: ConversationId, seq: Seq) {
  const act = tables.entry(conversation, seq)
  if (act === undefined) return []
  const { reaction } = wire.EntryBody.decode(act.body)
  const { emoji, removed } = reaction ?? {}
  return [{ account: act.sender, emoji: emoji ?? '', removed: removed ?? false }]
}
