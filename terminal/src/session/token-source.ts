import { IMError, type AccountClient, type Credentials, type TokenAsk } from './sdk.ts'
import type { DeviceName, DeviceStore, StoredDevice } from './device-store.ts'

/** Where the tokens of one device live while they are used. */
export interface TokenPlace {
  read(): StoredDevice | undefined
  write(device: StoredDevice): void
  /** Nobody else changes it meanwhile. */
  alone<T>(act: () => Promise<T>): Promise<T>
}

export function storedPlace(store: DeviceStore, name: DeviceName): TokenPlace {
  return {
    read: () => store.read(name),
    write: (device) => store.write(name, device),
    alone: (act) => store.alone(name, act),
  }
}

export function memoryPlace(): TokenPlace {
  let kept: StoredDevice | undefined
  return { read: () => kept, write: (device) => void (kept = device), alone: (act) => act() }
}

export interface TokenDeps {
  accounts: Pick<AccountClient, 'refresh'>
  place: TokenPlace
  nowMs(): number
}

/** From this part of its life on, an access token is renewed before it is used. */
const renewedAfterPart = 2 / 3

/** Whether the access token is to be renewed before its next use. */
function isWorn({ savedMs, accessExpiresMs }: StoredDevice, nowMs: number): boolean {
  return nowMs - savedMs > (accessExpiresMs - savedMs) * renewedAfterPart
}

/**
 * Gives the device's access token and renews it when it is worn or was refused. Several processes may share a device:
 * only one at a time rotates, and each looks first whether another one just did. A rotated token is stored before it is
 * used, and the one before gives the same successor until then, so a lost reply loses nothing.
 */
export function tokenSource(deps: TokenDeps): (ask: TokenAsk) => Promise<Uint8Array> {
  let given: StoredDevice | undefined
  const give = (device: StoredDevice) => {
    given = device
    return device.accessToken
  }
  const isGood = (device: StoredDevice, refused: boolean) =>
    !isWorn(device, deps.nowMs()) &&
    !(refused && given !== undefined && sameBytes(device.accessToken, given.accessToken))

  return async ({ refused, signal }) => {
    const first = found(deps.place.read())
    if (isGood(first, refused)) return give(first)
    return deps.place.alone(async () => {
      const latest = found(deps.place.read())
      if (isGood(latest, refused)) return give(latest)
      const { refreshToken } = latest
      const fresh = await deps.accounts.refresh({ refreshToken, signal })
      const device = stored(fresh, deps.nowMs())
      deps.place.write(device)
      return give(device)
    })
  }
}

export function stored(credentials: Credentials, nowMs: number): StoredDevice {
  return { ...credentials, savedMs: nowMs }
}

function found(device: StoredDevice | undefined): StoredDevice {
  if (device === undefined) throw new IMError('SIGNED_OUT', 'this device was signed out')
  return device
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
