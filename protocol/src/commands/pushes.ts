import * as wire from '#wire'
import { note, push } from './row.ts'

/** Frames without a reply. */
export const notes = {
  received: note(0x0210, wire.ReceivedNote),
  read: note(0x0211, wire.ReadNote),
  typing: note(0x0212, wire.TypingNote),
} as const

/** What the server sends on its own. A lossy push has number 0 and is never repaired. */
export const pushes = {
  accountEntry: push(0x0180, false, wire.AccountEntryPush),
  typing: push(0x0282, true, wire.TypingPush),
  entry: push(0x0280, false, wire.EntryPush),
  cursor: push(0x0281, false, wire.CursorPush),
  syncHint: push(0x0380, false, wire.SyncHintPush),
  presence: push(0x0480, true, wire.PresencePush),
  memberCursors: push(0x0680, true, wire.MemberCursorsPush),
  ownState: push(0x0980, false, wire.OwnStates),
} as const
