import type { CommandName, NoteName, NoteOf, ReplyOf, RequestOf } from '@parley/protocol'
import { changePassword, type ChangePasswordDeps } from '../logic/account/change-password.ts'
import { findAccount, getProfiles, type FindAccountDeps } from '../logic/account/find-account.ts'
import type { LoginDeps } from '../logic/account/login.ts'
import { putAccountItem } from '../logic/account/put-account-item.ts'
import type { RefreshDeps } from '../logic/account/refresh.ts'
import type { RegisterDeps } from '../logic/account/register.ts'
import { setProfile } from '../logic/account/set-profile.ts'
import type { SignInDeps } from '../logic/account/sign-in.ts'
import type { Caller } from '../logic/caller.ts'
import {
  getConversation,
  type GetConversationDeps,
} from '../logic/conversation/get-conversation.ts'
import { endDevice, listDevices, signOut, type DevicesDeps } from '../logic/device/devices.ts'
import { read, received, type CursorNoteDeps } from '../logic/message/cursor-notes.ts'
import { pull, type PullDeps } from '../logic/message/pull.ts'
import { send, type SendDeps } from '../logic/message/send.ts'
import { typing, type TypingDeps } from '../logic/message/typing.ts'
import {
  subscribePresence,
  type SubscribePresenceDeps,
} from '../logic/presence/subscribe-presence.ts'
import { sync, type SyncDeps } from '../logic/sync/sync.ts'

/** Everything the rules need, by what uses it. */
export type LogicDeps = RegisterDeps &
  SignInDeps &
  RefreshDeps &
  LoginDeps &
  ChangePasswordDeps &
  FindAccountDeps &
  DevicesDeps &
  SendDeps &
  CursorNoteDeps &
  TypingDeps &
  PullDeps &
  GetConversationDeps &
  SyncDeps &
  SubscribePresenceDeps

export type GreetingName = 'register' | 'signIn' | 'refresh' | 'login' | 'resume'
export type SessionCommandName = Exclude<CommandName, GreetingName>

export type Handler<N extends SessionCommandName> = (
  caller: Caller,
  request: RequestOf<N>,
) => Promise<ReplyOf<N>>
export type Handlers = { [N in SessionCommandName]: Handler<N> }
export type NoteHandlers = { [N in NoteName]: (caller: Caller, note: NoteOf<N>) => Promise<void> }

/** Every command of a session, and the one function that does it: one that is missing does not compile. */
export function sessionHandlers(deps: LogicDeps): Handlers {
  return {
    signOut: (caller, request) => signOut(deps, caller, request),
    listDevices: (caller) => listDevices(deps, caller),
    endDevice: (caller, request) => endDevice(deps, caller, request),
    changePassword: (caller, request) => changePassword(deps, caller, request),
    setProfile: (caller, request) => setProfile(deps, caller, request),
    findAccount: (caller, request) => findAccount(deps, caller, request),
    getProfiles: (caller, request) => getProfiles(deps, caller, request),
    putAccountItem: (caller, request) => putAccountItem(deps, caller, request),
    send: (caller, request) => send(deps, caller, request),
    pull: (caller, request) => pull(deps, caller, request),
    getConversation: (caller, request) => getConversation(deps, caller, request),
    sync: (caller, request) => sync(deps, caller, request),
    subscribePresence: (caller, request) => subscribePresence(deps, caller, request),
  }
}

export function noteHandlers(deps: LogicDeps): NoteHandlers {
  return {
    received: (caller, note) => received(deps, caller, note),
    read: (caller, note) => read(deps, caller, note),
    typing: (caller, note) => typing(deps, caller, note),
  }
}
