import type { AccountId, DeviceId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'

/** Ends devices and what is connected of them, in this order: nothing can log in between (R12). */
export async function endDevices(
  deps: { devices: Store['devices']; delivery: Delivery },
  account: AccountId,
  devices: readonly DeviceId[] | 'all',
  except?: DeviceId,
): Promise<void> {
  const ended = await deps.devices.end(account, devices, except)
  deps.delivery.endDevices(account, ended, 'SIGNED_OUT')
}
