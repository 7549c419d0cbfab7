import { wire } from '../messages.ts'
import { command, push } from './row.ts'

export const accountCommands = {
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
  login: command(0x0104, 'greeting', 'none', false, wire.LoginRequest, wire.LoginReply),
  resume: command(0x0105, 'greeting', 'none', false, wire.ResumeRequest, wire.LoginReply),
  signOut: command(0x0110, 'session', 'natural', false, wire.SignOutRequest, wire.Empty),
  changePassword: command(
    0x0113,
    'session',
    'natural',
    false,
    wire.ChangePasswordRequest,
    wire.Empty,
  ),
  setProfile: command(0x0114, 'session', 'natural', false, wire.SetProfileRequest, wire.OwnAccount),
  findAccount: command(0x0115, 'session', 'none', false, wire.FindAccountRequest, wire.Profile),
  getProfiles: command(
    0x0116,
    'session',
    'none',
    false,
    wire.GetProfilesRequest,
    wire.GetProfilesReply,
  ),
  putAccountItem: command(
    0x0117,
    'session',
    'natural',
    false,
    wire.PutAccountItemRequest,
    wire.PutAccountItemReply,
  ),
  setAccountSettings: command(
    0x0118,
    'session',
    'natural',
    false,
    wire.SetAccountSettingsRequest,
    wire.SetAccountSettingsReply,
  ),
} as const

/** What the server sends on its own. */
export const accountPushes = {
  accountEntry: push(0x0180, false, wire.AccountEntryPush),
} as const
