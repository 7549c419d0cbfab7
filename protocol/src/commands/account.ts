import * as wire from '#wire'
import { command } from './row.ts'

export const accountCommands = {
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
} as const
