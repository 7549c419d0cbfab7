import type { DeviceName, DeviceStore } from './device-store.ts'
import type { Credentials } from './sdk.ts'
import { stored } from './token-source.ts'

/** Stores a new device in the place of a former one. @returns the former one, which is to be ended. */
export function keepDevice(
  store: DeviceStore,
  name: DeviceName,
  credentials: Credentials,
): Promise<{ device: number } | undefined> {
  return store.alone(name, async () => {
    const former = store.read(name)
    store.write(name, stored(credentials, Date.now()))
    return former !== undefined && former.account === credentials.account ? former : undefined
  })
}
