import type { CloseName } from '@parley/protocol'
import type { AccountId, DeviceId, Profile } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { Emitter } from '../base/emitter.ts'

/** What a login or resume told. */
export interface LoginFacts {
  account: AccountId
  device: DeviceId
  profile: Profile
  locale: string
  /** base64url. */
  generation: string
  limits: { textBytesMax: number; pageEntriesMax: number; accountItemBytesMax: number }
}

export type SessionState =
  /** Not begun yet: what is asked waits. */
  | { name: 'idle' }
  | { name: 'stopped' }
  | { name: 'offline'; error: IMError | undefined }
  | { name: 'connecting' }
  | { name: 'ready'; facts: LoginFacts }
  | { name: 'kicked'; reason: CloseName; error: IMError | undefined }
  | { name: 'signedOut'; error: IMError | undefined }

export interface SessionEvents {
  stateChanged: SessionState
  pushed: { command: number; body: Uint8Array }
  /** Something that was pushed did not arrive: sync. */
  behind: undefined
  /** This client now leads (true), or goes through another one that does. */
  roleChanged: boolean
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  timeoutMs?: number | undefined
}

/**
 * The logged-in presence of this device, over however many connections. Bodies are encoded: a session may belong to
 * another tab.
 */
export interface Session {
  readonly state: SessionState
  readonly events: Emitter<SessionEvents>
  /** Whether this client owns the connection, writes the cache and sends the outbox. */
  readonly leads: boolean
  /** Runs before this client begins to lead where it did not: then it must know all that the former leader kept. */
  beforeLeading: () => Promise<void>
  /** Gives up nothing on its own: comes back until stop(). After kicked and signedOut it starts anew. */
  start(): void
  /** Says goodbye. No event comes afterwards but the change to stopped. */
  stop(): Promise<void>
  /** Makes sure soon that the connection lives; ends a waiting time. */
  wake(): void
  /** Logs in anew, for the server's time. */
  relogin(): void
  /**
   * One request. Requests leave in the order of the calls. Rejects with an IMError: the server's refusal, or OFFLINE or
   * TIMEOUT, when what came of it is not known.
   */
  call(command: number, body: Uint8Array, options?: CallOptions): Promise<Uint8Array>
  /** @returns false when there is no connection: nothing was sent. */
  note(command: number, body: Uint8Array): boolean
  /** The server's time, carried on by the monotonic clock; before the first login the device's own. */
  nowMs(): number
}
