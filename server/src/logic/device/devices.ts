import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import type { SessionRegistry } from '../../session/registry.ts'
import type { Caller } from '../caller.ts'
import { endDevices } from './end-devices.ts'

export interface DevicesDeps {
  devices: Store['devices']
  delivery: Delivery
  registry: Pick<SessionRegistry, 'ofAccount'>
}

export async function listDevices(
  deps: DevicesDeps,
  caller: Caller,
): Promise<ReplyOf<'listDevices'>> {
  const sessions = deps.registry.ofAccount(caller.account)
  const online = new Set(
    sessions.filter((session) => session.route).map((session) => session.device),
  )
  const devices = await deps.devices.list(caller.account)
  return {
    devices: devices.map(({ id, deviceClass, name, createdMs, lastSeenMs }) => ({
      device: id,
      deviceClass,
      name,
      createdMs,
      lastSeenMs,
      current: id === caller.device,
      online: online.has(id),
    })),
  }
}

/** A device that is not the caller's is passed over, as one that has ended already (R14). */
export async function endDevice(
  deps: DevicesDeps,
  caller: Caller,
  request: RequestOf<'endDevice'>,
): Promise<ReplyOf<'endDevice'>> {
  await endDevices(deps, caller.account, [request.device])
  return {}
}

export async function signOut(
  deps: DevicesDeps,
  caller: Caller,
  request: RequestOf<'signOut'>,
): Promise<ReplyOf<'signOut'>> {
  await endDevices(deps, caller.account, request.everywhere ? 'all' : [caller.device])
  return {}
}
