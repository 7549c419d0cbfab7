import type { Account, AccountId, Device, DeviceId, TokenHashes } from './model.ts'

export interface SignedIn {
  account: Account
  device: Device
}

/** What became of a presented refresh token (design: rotation that survives a lost reply). */
export type Rotation =
  /** The current token, or its predecessor while the current one was never used: the given successor now holds. */
  | { status: 'rotated'; account: Account; device: Device }
  /** An older token of a living device: the device has been ended in this commit (theft). */
  | { status: 'reused'; account: AccountId; device: DeviceId }
  | { status: 'unknown' }

export interface DeviceStore {
  /**
   * Creates a device with its tokens. The same account and request key again, while that device lives, replaces that
   * device's tokens instead and returns it.
   */
  create(device: Device, tokens: TokenHashes, requestKey: Uint8Array): Promise<Device>
  /** Replaces all tokens of a living device. @returns false when it has ended. */
  setTokens(device: DeviceId, tokens: TokenHashes): Promise<boolean>
  /**
   * Rotates by the hash of the presented refresh token. `next` is derived from the presented token, so the same token
   * presented again gives the same `next.refreshHash`; each rotation adds an access token, the newest
   * accessTokensPerDeviceMax stay valid until they expire.
   * Presenting the current token C: previous := C, current := next. Presenting the previous token P again: nothing
   * but the access token changes. Presenting anything older that is remembered: `reused`.
   */
  rotate(presentedHash: Uint8Array, next: TokenHashes, nowMs: number): Promise<Rotation>
  /** Undefined when unknown, expired, or the device has ended. */
  byAccessHash(accessHash: Uint8Array, nowMs: number): Promise<SignedIn | undefined>
  /** Which of these devices have not ended. Unknown ones are not among them. */
  living(devices: readonly DeviceId[]): Promise<DeviceId[]>
  /** Living devices, newest first. */
  list(account: AccountId): Promise<Device[]>
  /**
   * Ends devices of this account: tokens void, no longer listed. `except` stays. Naturally idempotent.
   * @returns the ids that were living.
   */
  end(
    account: AccountId,
    devices: readonly DeviceId[] | 'all',
    except?: DeviceId,
  ): Promise<DeviceId[]>
  /** Coalesced, may ride a later commit. */
  seen(device: DeviceId, nowMs: number): void
}

export const accessTokensPerDeviceMax = 4
