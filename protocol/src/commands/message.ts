import { wire } from '../messages.ts'
import { command, note, push } from './row.ts'

/** A change of a scheduled send: once for its request key. */
function change<Q, R>(id: number, request: Q, reply: R) {
  return command(id, 'session', 'requestKey', false, request, reply)
}

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
  scheduleSend: command(
    0x0205,
    'session',
    'clientId',
    true,
    wire.ScheduleSendRequest,
    wire.ScheduledReply,
  ),
  changeScheduled: change(0x0206, wire.ChangeScheduledRequest, wire.ScheduledReply),
  cancelScheduled: change(0x0207, wire.CancelScheduledRequest, wire.ScheduledReply),
  sendScheduledNow: change(0x0208, wire.SendScheduledNowRequest, wire.SendReply),
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
