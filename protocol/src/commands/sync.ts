import * as wire from '#wire'
import { command } from './row.ts'

export const syncCommands = {
  sync: command(0x0301, 'session', 'none', false, wire.SyncRequest, wire.SyncReply),
} as const
