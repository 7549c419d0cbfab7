import { wire } from '../messages.ts'
import { command, push } from './row.ts'

export const syncCommands = {
  sync: command(0x0301, 'session', 'none', false, wire.SyncRequest, wire.SyncReply),
} as const

/** What the server sends on its own. */
export const syncPushes = {
  syncHint: push(0x0380, false, wire.SyncHintPush),
} as const
