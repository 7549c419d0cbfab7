import { wire } from './messages.ts'

/**
 * Every command a client can give. Numbers are stable and never used again.
 *
 * `when`: greeting (before login, and only there), session (after login).
 * `effect`: what repeating it does: none (reads), natural (the same again changes nothing more),
 * clientId or requestKey (the first result is kept, R2).
 * `target`: field 1 of the body is the Target it acts on; such commands of one connection on one target run in
 * arrival order.
 */
export const commands = {
  register: row(0x0101, 'greeting', 'requestKey', false, wire.RegisterRequest, wire.Credentials),
  signIn: row(0x0102, 'greeting', 'requestKey', false, wire.SignInRequest, wire.Credentials),
  refresh: row(0x0103, 'greeting', 'natural', false, wire.RefreshRequest, wire.Credentials),
  login: row(0x0104, 'greeting', 'none', false, wire.LoginRequest, wire.LoginReply),
  resume: row(0x0105, 'greeting', 'none', false, wire.ResumeRequest, wire.LoginReply),

  signOut: row(0x0110, 'session', 'natural', false, wire.SignOutRequest, wire.Empty),
  listDevices: row(
    0x0111,
    'session',
    'none',
    false,
    wire.ListDevicesRequest,
    wire.ListDevicesReply,
  ),
  endDevice: row(0x0112, 'session', 'natural', false, wire.EndDeviceRequest, wire.Empty),
  changePassword: row(0x0113, 'session', 'natural', false, wire.ChangePasswordRequest, wire.Empty),
  setProfile: row(0x0114, 'session', 'natural', false, wire.SetProfileRequest, wire.OwnAccount),
  findAccount: row(0x0115, 'session', 'none', false, wire.FindAccountRequest, wire.Profile),
  getProfiles: row(
    0x0116,
    'session',
    'none',
    false,
    wire.GetProfilesRequest,
    wire.GetProfilesReply,
  ),
  putAccountItem: row(
    0x0117,
    'session',
    'natural',
    false,
    wire.PutAccountItemRequest,
    wire.PutAccountItemReply,
  ),

  send: row(0x0201, 'session', 'clientId', true, wire.SendRequest, wire.SendReply),
  pull: row(0x0202, 'session', 'none', true, wire.PullRequest, wire.PullReply),
  getConversation: row(
    0x0203,
    'session',
    'none',
    true,
    wire.GetConversationRequest,
    wire.GetConversationReply,
  ),

  sync: row(0x0301, 'session', 'none', false, wire.SyncRequest, wire.SyncReply),

  subscribePresence: row(
    0x0401,
    'session',
    'natural',
    false,
    wire.SubscribePresenceRequest,
    wire.SubscribePresenceReply,
  ),
} as const

/** Frames without a reply. */
export const notes = {
  received: note(0x0210, wire.ReceivedNote),
  read: note(0x0211, wire.ReadNote),
  typing: note(0x0212, wire.TypingNote),
} as const

/** What the server sends on its own. A lossy push has number 0 and is never repaired. */
export const pushes = {
  entry: push(0x0280, false, wire.EntryPush),
  cursor: push(0x0281, false, wire.CursorPush),
  typing: push(0x0282, true, wire.TypingPush),
  accountEntry: push(0x0180, false, wire.AccountEntryPush),
  syncHint: push(0x0380, false, wire.SyncHintPush),
  presence: push(0x0480, true, wire.PresencePush),
} as const

export type CommandName = keyof typeof commands
export type NoteName = keyof typeof notes
export type PushName = keyof typeof pushes

/** The part of a generated message class that we use. */
export interface MessageCodec<T> {
  encode(message: T): { finish(): Uint8Array }
  decode(bytes: Uint8Array): T
}

type Decoded<C> = C extends { decode(...args: never[]): infer T } ? T : never
type Encoded<C> = C extends { encode(message: infer T, ...args: never[]): unknown } ? T : never

/** What a handler reads, and what it answers. */
export type RequestOf<N extends CommandName> = Decoded<(typeof commands)[N]['request']>
export type ReplyOf<N extends CommandName> = Encoded<(typeof commands)[N]['reply']>
/** What a client writes, and what it gets. */
export type RequestInit<N extends CommandName> = Encoded<(typeof commands)[N]['request']>
export type ReplyRead<N extends CommandName> = Decoded<(typeof commands)[N]['reply']>
export type NoteOf<N extends NoteName> = Decoded<(typeof notes)[N]['body']>
export type NoteInit<N extends NoteName> = Encoded<(typeof notes)[N]['body']>
export type PushOf<N extends PushName> = Decoded<(typeof pushes)[N]['body']>
export type PushInit<N extends PushName> = Encoded<(typeof pushes)[N]['body']>

export type CommandWhen = 'greeting' | 'session'
export type CommandEffect = 'none' | 'natural' | 'clientId' | 'requestKey'

function row<Q, R>(
  id: number,
  when: CommandWhen,
  effect: CommandEffect,
  target: boolean,
  request: Q,
  reply: R,
) {
  return { id, when, effect, target, request, reply }
}
function note<B>(id: number, body: B) {
  return { id, body }
}
function push<B>(id: number, lossy: boolean, body: B) {
  return { id, lossy, body }
}

/** What a client or server can do beyond the base protocol: bits of `capabilities`. */
export const capabilities = {
  /** Takes bodies with the compressed flag. */
  compression: 1,
} as const
