import { changePassword, type ChangePasswordDeps } from '../../logic/account/change-password.ts'
import { findAccount, getProfiles, type FindAccountDeps } from '../../logic/account/find-account.ts'
import { type LoginDeps } from '../../logic/account/login.ts'
import { putAccountItem } from '../../logic/account/put-account-item.ts'
import { type RefreshDeps } from '../../logic/account/refresh.ts'
import { type RegisterDeps } from '../../logic/account/register.ts'
import {
  setAccountSettings,
  type SetAccountSettingsDeps,
} from '../../logic/account/set-account-settings.ts'
import { setProfile } from '../../logic/account/set-profile.ts'
import { type SignInDeps } from '../../logic/account/sign-in.ts'
import { signOut, type DevicesDeps } from '../../logic/device/devices.ts'
import { type SyncDeps } from '../../logic/sync/sync.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type AccountHandlerDeps = RegisterDeps &
  SignInDeps &
  RefreshDeps &
  LoginDeps &
  ChangePasswordDeps &
  FindAccountDeps &
  DevicesDeps &
  SyncDeps &
  SetAccountSettingsDeps

/** Who may: see ../authorization.ts. */
export const accountAuthorization = {
  register: 'anybody',
  signIn: 'anybody',
  refresh: 'anybody',
  login: 'anybody',
  resume: 'anybody',
  signOut: 'self',
  changePassword: 'self',
  setProfile: 'self',
  findAccount: 'public',
  getProfiles: 'public',
  putAccountItem: 'self',
  setAccountSettings: 'self',
} as const satisfies Authorizations<
  | 'register'
  | 'signIn'
  | 'refresh'
  | 'login'
  | 'resume'
  | 'signOut'
  | 'changePassword'
  | 'setProfile'
  | 'findAccount'
  | 'getProfiles'
  | 'putAccountItem'
  | 'setAccountSettings'
>

export function accountHandlers(
  deps: AccountHandlerDeps,
): HandlersOf<
  | 'signOut'
  | 'changePassword'
  | 'setProfile'
  | 'findAccount'
  | 'getProfiles'
  | 'putAccountItem'
  | 'setAccountSettings'
> {
  return {
    signOut: (caller, request) => signOut(deps, caller, request),
    changePassword: (caller, request) => changePassword(deps, caller, request),
    setProfile: (caller, request) => setProfile(deps, caller, request),
    findAccount: (caller, request) => findAccount(deps, caller, request),
    getProfiles: (caller, request) => getProfiles(deps, caller, request),
    setAccountSettings: (caller, request) => setAccountSettings(deps, caller, request),
    putAccountItem: (caller, request) => putAccountItem(deps, caller, request),
  }
}
