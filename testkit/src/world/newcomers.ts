import type { WorldDevice } from './world-device.ts'

/** So many accounts get one device more. */
const newcomersMax = 4

/** Devices that know nothing, of accounts that have others. */
export function newcomers(devices: readonly WorldDevice[]): { name: string; handle: string }[] {
  const handles = [...new Set(devices.map(({ handle }) => handle))]
  const every = Math.max(1, Math.ceil(handles.length / newcomersMax))
  return handles
    .filter((_, index) => index % every === 0)
    .map((handle, index) => ({ name: `new${index}`, handle }))
}
