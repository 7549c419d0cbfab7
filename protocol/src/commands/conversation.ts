import * as wire from '#wire'
import { command } from './row.ts'

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
