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

/** What the policy says where another device of a class signs in and there are `max` already. */
export interface DeviceLimit {
  max: number
  /** kick: the oldest ones end. refuse: the new one does not come into being. */
  beyond: 'kick' | 'refuse'
}

export interface CreatedDevice {
  device: Device
  /** Ended in this commit to make room, oldest first. */
  replaced: DeviceId[]
}

/** Devices of one class that an account has at most, whatever the policy. */
export const devicesPerClassMax = 100
export const deviceLimitDefault: DeviceLimit = { max: devicesPerClassMax, beyond: 'kick' }

export interface DeviceStore {
  /**
   * Creates a device with its tokens. The same account and request key again, while that device lives, replaces that
   * device's tokens instead and returns it. Exact however many sign in at once: afterwards no more than `limit.max` devices
   * of this class live, and the one that was created last is among them. `createdMs` rises with every device of an account.
   * @throws Refusal DEVICE_REFUSED where the limit refuses; nothing changed.
   */
  create(
    device: Device,
    tokens: TokenHashes,
    requestKey: Uint8Array,
    limit?: DeviceLimit,
  ): Promise<CreatedDevice>
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
