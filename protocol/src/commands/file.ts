import * as wire from '#wire'
import { command } from './row.ts'

export const fileCommands = {
  getFiles: command(0x0801, 'session', 'none', false, wire.GetFilesRequest, wire.GetFilesReply),
  getFileSpace: command(
    0x0802,
    'session',
    'none',
    false,
    wire.GetFileSpaceRequest,
    wire.GetFileSpaceReply,
  ),
} as const
