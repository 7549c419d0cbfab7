import { endDevice, listDevices, type DevicesDeps } from '../../logic/device/devices.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type DeviceHandlerDeps = DevicesDeps

/** Who may: see ../authorization.ts. */
export const deviceAuthorization = {
  listDevices: 'self',
  endDevice: 'self',
} as const satisfies Authorizations<'listDevices' | 'endDevice'>

export function deviceHandlers(deps: DeviceHandlerDeps): HandlersOf<'listDevices' | 'endDevice'> {
  return {
    listDevices: (caller) => listDevices(deps, caller),
    endDevice: (caller, request) => endDevice(deps, caller, request),
  }
}
