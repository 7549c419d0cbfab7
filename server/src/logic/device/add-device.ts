import type { DeviceLimit } from '../../data/device-store.ts'
import type { Device, TokenHashes } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'

export interface AddDeviceDeps {
  devices: Pick<Store['devices'], 'create'>
  delivery: Pick<Delivery, 'endDevices'>
  deviceLimit(deviceClass: number): DeviceLimit
}

/**
 * Another device of an account, as the policy of its class says: the oldest ones end and what is connected of them closes
 * with REPLACED, or the new one is refused. @throws Refusal DEVICE_REFUSED
 */
export async function addDevice(
  deps: AddDeviceDeps,
  made: Device,
  tokens: TokenHashes,
  requestKey: Uint8Array,
): Promise<Device> {
  const limit = deps.deviceLimit(made.deviceClass)
  const { device, replaced } = await deps.devices.create(made, tokens, requestKey, limit)
  deps.delivery.endDevices(made.account, replaced, 'REPLACED')
  return device
}
