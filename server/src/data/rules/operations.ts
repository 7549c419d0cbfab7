import type { ErrorName } from '@parley/protocol'
import type { NewAccount, ProfilePatch } from '../account-store.ts'
import type { CreatedDevice, DeviceLimit, Rotation } from '../device-store.ts'
import type { Append, Burnt, CursorChange, CursorMove, NewEntry } from '../entry-store.ts'
import type {
  Account,
  AccountId,
  AccountLogEntry,
  Device,
  DeviceId,
  TokenHashes,
} from '../model.ts'
import type { FileOperation, FileResults } from './file-operations.ts'
import type { AccountSettingsOperation, AccountSettingsResults } from './write-account-settings.ts'
import type { ContactOperation, ContactResults } from './contact-operations.ts'
import type { IntegratorOperation, IntegratorResults } from './integrator-operations.ts'
import type { GroupOperation, GroupResults } from './group-operations.ts'
import type { ScheduledOperation, ScheduledResults } from './write-scheduled.ts'
import type { DeleteForMeOperation, DeleteForMeResults } from './delete-for-me.ts'
import type { OwnStateOperation, OwnStateResults } from './write-own-state.ts'
import type { OnceResult, RequestOnce } from './request-once.ts'

/** Everything that writes. Operations are applied in batches, each batch is one commit. */
export type Operation =
  | { type: 'append'; entry: NewEntry }
  | { type: 'moveCursors'; moves: readonly CursorMove[] }
  | { type: 'createAccount'; input: NewAccount }
  | { type: 'setProfile'; account: AccountId; patch: ProfilePatch }
  | { type: 'setPassword'; account: AccountId; passwordHash: string }
  | {
      type: 'createDevice'
      device: Device
      tokens: TokenHashes
      requestKey: Uint8Array
      limit: DeviceLimit
    }
  | { type: 'setTokens'; device: DeviceId; tokens: TokenHashes }
  | { type: 'rotate'; presentedHash: Uint8Array; next: TokenHashes; nowMs: number }
  | {
      type: 'endDevices'
      account: AccountId
      devices: readonly DeviceId[] | 'all'
      except: DeviceId | undefined
      nowMs: number
    }
  | { type: 'seen'; devices: readonly { device: DeviceId; nowMs: number }[] }
  | { type: 'putAccountItem'; account: AccountId; key: string; body: Uint8Array; nowMs: number }
  | FileOperation
  | AccountSettingsOperation
  | ContactOperation
  | IntegratorOperation
  | { type: 'once'; request: RequestOnce; operation: OnceOperation }
  | GroupOperation
  | ScheduledOperation
  | { type: 'burnDue' }
  | OwnStateOperation
  | DeleteForMeOperation
  | { type: 'probe' }

export interface Results
  extends
    ContactResults,
    FileResults,
    AccountSettingsResults,
    IntegratorResults,
    GroupResults,
    ScheduledResults,
    OwnStateResults,
    DeleteForMeResults {
  append: Append
  moveCursors: CursorChange[]
  createAccount:
    | { status: 'created' | 'repeated'; account: Account; device: Device }
    | { status: 'taken' }
  setProfile: Account | undefined
  setPassword: undefined
  createDevice: CreatedDevice
  setTokens: boolean
  rotate: Rotation
  endDevices: DeviceId[]
  seen: undefined
  putAccountItem: AccountLogEntry | undefined
  once: OnceResult<unknown>
  burnDue: Burnt[]
  probe: undefined
}

/** Operations whose commands carry a request key. Their results are plain JSON. */
export type OnceOperation = Exclude<Operation, { type: 'append' | 'once' | 'probe' }>

export type OperationType = Operation['type']
export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>
export type Result = Results[OperationType]
export type ResultOf<O extends Operation> = Results[O['type']]

/** What became of one operation of a batch. */
export type Outcome =
  | { status: 'done'; result: Result }
  | { status: 'refused'; error: ErrorName }
  /** Not an expected no; nothing of the operation was stored. */
  | { status: 'fault'; message: string }

/** When a batch is applied, by the clock of the process that gives it. */
export interface BatchTime {
  wallMs: number
  monotonicMs: number
}
