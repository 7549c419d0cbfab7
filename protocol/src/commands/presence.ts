import { wire } from '../messages.ts'
import { command, push } from './row.ts'

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

/** What the server sends on its own. */
export const presencePushes = {
  presence: push(0x0480, true, wire.PresencePush),
} as const
