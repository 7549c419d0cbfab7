import * as wire from '#wire'
import { command } from './row.ts'

export const searchCommands = {
  searchMessages: command(
    0x0701,
    'session',
    'none',
    false,
    wire.SearchMessagesRequest,
    wire.SearchMessagesReply,
  ),
  searchNames: command(
    0x0702,
    'session',
    'none',
    false,
    wire.SearchNamesRequest,
    wire.SearchNamesReply,
  ),
} as const
