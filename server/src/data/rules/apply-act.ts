import { editsPerEntryMax, type ErrorName } from '@parley/protocol'
import type { Act, Acted } from '../act.ts'
import type { NewEntry } from '../entry-store.ts'
import type { StoredEntry } from '../model.ts'
import { isCountable } from './countable.ts'
import { isEditable, isNewVersion } from './edit-body.ts'
import { actKinds, actsOn, entryStates, isGone, noteAct } from './entry-acts.ts'
import { hideEntry } from './hide-entry.ts'
import { intervalWith, visibleIntervals } from './intervals.ts'
import { mayModerate, mayPin } from './may-moderate.ts'
import { pinTable } from './pin-table.ts'
import { isPinned, pinFits } from './pins.ts'
import { addReaction, emojiFits, hasReacted, removeReaction } from './reactions.ts'
import { serveEntry } from './serve-entry.ts'
import type { ConversationRow, MemberRow, Tables } from './tables.ts'

/** An act before it is appended. */
interface Attempt {
  input: NewEntry
  conversation: ConversationRow
  member: MemberRow
  target: StoredEntry
}

/** An act that was appended. */
interface Done {
  conversation: ConversationRow
  target: StoredEntry
  entry: StoredEntry
}

interface ActRule<A extends Act> {
  refusal(tables: Tables, act: A, attempt: Attempt): ErrorName | undefined
  /** Changes the state of the target. */
  apply(tables: Tables, act: A, done: Done): void
}

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>

const rules: { [T in Act['type']]: ActRule<ActOf<T>> } = {
  edit: {
    refusal(tables, { withinMs }, { input, conversation, target }) {
      if (target.sender !== input.sender) return 'FORBIDDEN'
      if (!isEditable(target.kind)) return 'WRONG_STATE'
      if (input.nowMs - target.timeMs > withinMs) return 'TOO_LATE'
      if (!isNewVersion(target.kind, target.body, input.body)) return 'BAD_REQUEST'
      const { id } = conversation
      const edits = actsOn(tables, id, target.seq, actKinds.edit, editsPerEntryMax)
      return edits.length < editsPerEntryMax ? undefined : 'LIMIT_REACHED'
    },
    // NOTE the new body stays in the edit: not everybody who sees the entry sees that.
    apply: (tables, _act, { conversation, target, entry }) =>
      tables.putEntry(conversation.id, {
        ...target,
        changed: entry.seq,
        state: entryStates.edited,
      }),
  },
  recall: {
    refusal(tables, { withinMs }, { input, conversation, member, target }) {
      if (mayModerate(tables, conversation, member, target.sender)) return undefined
      if (target.sender !== input.sender) return 'FORBIDDEN'
      return input.nowMs - target.timeMs > withinMs ? 'TOO_LATE' : undefined
    },
    apply(tables, _act, { conversation, target, entry }) {
      const { seq, timeMs: nowMs } = entry
      const by = { seq, state: entryStates.recalled, nowMs }
      hideEntry(tables, conversation.id, target, by)
    },
  },
  reaction: {
    refusal(tables, { emoji, removed }, { input, conversation, target }) {
      const { sender: account } = input
      const act = { conversation: conversation.id, target: target.seq, account, emoji }
      if (hasReacted(tables, act) !== removed) return 'WRONG_STATE'
      return removed || emojiFits(tables, act) ? undefined : 'LIMIT_REACHED'
    },
    apply(tables, { emoji, removed }, { conversation, target, entry }) {
      const account = entry.sender
      const act = { conversation: conversation.id, target: target.seq, account, emoji }
      if (removed) removeReaction(tables, act)
      else addReaction(tables, act, entry.seq)
      tables.putEntry(conversation.id, { ...target, changed: entry.seq })
    },
  },
  pin: {
    refusal(tables, { pinned, max }, { conversation, member, target }) {
      if (!mayPin(tables, conversation, member)) return 'FORBIDDEN'
      if (isPinned(tables, conversation.id, target.seq) === pinned) return 'WRONG_STATE'
      return !pinned || pinFits(tables, conversation.id, max) ? undefined : 'LIMIT_REACHED'
    },
    apply(tables, { pinned }, { conversation, target, entry }) {
      const key = { conversation: conversation.id, target: target.seq }
      if (pinned) tables.putRow(pinTable, { ...key, seq: entry.seq, account: entry.sender })
      else tables.removeRow(pinTable, [key.conversation, key.target])
      tables.putEntry(conversation.id, { ...target, changed: entry.seq })
    },
  },
}

/** Whether an entry may refer to what it refers to, and do to it what it does. */
export function referenceRefusal(
  tables: Tables,
  input: NewEntry,
  conversation: ConversationRow,
  member: MemberRow,
): ErrorName | undefined {
  const { refSeq, act } = input
  if (refSeq === 0) return undefined
  const isSeen = intervalWith(visibleIntervals(conversation, member), refSeq) !== undefined
  const target = isSeen ? tables.entry(conversation.id, refSeq) : undefined
  if (target === undefined) return 'NOT_FOUND'
  if (!isCountable(target.kind)) return 'WRONG_STATE'
  // NOTE what is gone can be answered still: who writes may not know yet.
  if (act === undefined) return undefined
  if (isGone(target)) return 'WRONG_STATE'
  return ruleOf(act).refusal(tables, act, { input, conversation, member, target })
}

/** In the commit of the act that was appended as `entry`: the state of what it refers to follows. */
export function applyAct(
  tables: Tables,
  act: Act,
  conversation: ConversationRow,
  entry: StoredEntry,
): Acted {
  const { id } = conversation
  const target = tables.entry(id, entry.refSeq)
  if (target === undefined) throw new Error('an act without its entry')
  noteAct(tables, id, { target: target.seq, kind: entry.kind, seq: entry.seq })
  ruleOf(act).apply(tables, act, { conversation, target, entry })

  const partial = tables.joinedAfter(id, target.seq)
  const changed = tables.entry(id, target.seq)
  if (changed === undefined || partial.includes(entry.sender)) return { change: undefined, partial }
  const everything = [{ fromSeq: target.seq, toSeq: entry.seq }]
  const viewer = { account: entry.sender, intervals: everything, deleted: [] }
  return { change: serveEntry(tables, id, viewer, changed), partial }
}

/** The table above guarantees that a rule meets only its own acts; the compiler cannot follow that. */
const ruleOf = (act: Act): ActRule<Act> => rules[act.type] as ActRule<Act>
