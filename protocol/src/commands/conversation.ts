import { wire } from '../messages.ts'
import { command, push } from './row.ts'

/** What an account keeps of conversations for itself. */
export const conversationCommands = {
  setConversation: command(
    0x0901,
    'session',
    'natural',
    true,
    wire.SetConversationRequest,
    wire.OwnStates,
  ),
  orderPinned: command(
    0x0902,
    'session',
    'natural',
    false,
    wire.OrderPinnedRequest,
    wire.OwnStates,
  ),
  deleteForMe: command(
    0x0903,
    'session',
    'natural',
    true,
    wire.DeleteForMeRequest,
    wire.DeleteForMeReply,
  ),
} as const

/** What the server sends on its own. */
export const conversationPushes = {
  ownState: push(0x0980, false, wire.OwnStates),
} as const
