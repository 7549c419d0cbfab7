import * as wire from '#wire'
import { command } from './row.ts'

export const registrationCommands = {
  register: command(
    0x0101,
    'greeting',
    'requestKey',
    false,
    wire.RegisterRequest,
    wire.Credentials,
  ),
  signIn: command(0x0102, 'greeting', 'requestKey', false, wire.SignInRequest, wire.Credentials),
  refresh: command(0x0103, 'greeting', 'natural', false, wire.RefreshRequest, wire.Credentials),
} as const
