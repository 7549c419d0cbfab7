import * as wire from '#wire'
import { command } from './row.ts'

export const presenceCommands = {
  subscribePresence: command(
    0x0401,
    'session',
    'natural',
    false,
    wire.SubscribePresenceRequest,
    wire.SubscribePresenceReply,
  ),
  getPresences: command(
    0x0402,
    'session',
    'none',
    false,
    wire.GetPresencesRequest,
    wire.GetPresencesReply,
  ),
} as const
