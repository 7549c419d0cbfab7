import * as wire from '#wire'
import { command } from './row.ts'

export const accountSettingsCommands = {
  setAccountSettings: command(
    0x0118,
    'session',
    'natural',
    false,
    wire.SetAccountSettingsRequest,
    wire.SetAccountSettingsReply,
  ),
} as const
