import * as wire from '#wire'
import { command } from './row.ts'

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
} as const
