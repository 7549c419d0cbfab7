import { wire } from '../messages.ts'
import { command, note, push } from './row.ts'

export const messageCommands = {
  send: command(0x0201, 'session', 'clientId', true, wire.SendRequest, wire.SendReply),
  pull: command(0x0202, 'session', 'none', true, wire.PullRequest, wire.PullReply),
  getConversation: command(
    0x0203,
    'session',
    'none',
    true,
    wire.GetConversationRequest,
    wire.GetConversationReply,
  ),
  listPins: command(0x0204, 'session', 'none', true, wire.ListPinsRequest, wire.ListPinsReply),
} as const

export const messageNotes = {
  received: note(0x0210, wire.ReceivedNote),
  read: note(0x0211, wire.ReadNote),
  typing: note(0x0212, wire.TypingNote),
} as const

/** What the server sends on its own. */
export const messagePushes = {
  typing: push(0x0282, true, wire.TypingPush),
  entry: push(0x0280, false, wire.EntryPush),
  cursor: push(0x0281, false, wire.CursorPush),
} as const
