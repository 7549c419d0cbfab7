import * as wire from '#wire'
import { command } from './row.ts'

export const pinCommands = {
  listPins: command(0x0204, 'session', 'none', true, wire.ListPinsRequest, wire.ListPinsReply),
} as const
