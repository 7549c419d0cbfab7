import {
  deviceLimitDefault,
  devicesPerClassMax,
  type DeviceLimit,
} from '../../data/device-store.ts'

/** Names of device classes in a policy, as DeviceClass counts them. */
const classes = ['pc', 'web', 'mobile-web', 'android', 'ios', 'terminal'] as const
const shape = /^([a-z-]+)=(?:(coexist)|(kick|refuse):(\d+))$/

/**
 * What another sign-in of each class does: `pc=kick:1`, `web=refuse:3`, `ios=coexist`. A class that is not named coexists,
 * up to devicesPerClassMax.
 * @throws Error saying what it takes.
 */
export function readDevicePolicy(items: readonly string[]): (deviceClass: number) => DeviceLimit {
  const limits = new Map<number, DeviceLimit>()
  for (const item of items) {
    const [, name, coexist, beyond, count] = shape.exec(item) ?? []
    const place = classes.findIndex((one) => one === name)
    const max = coexist === undefined ? Number(count) : devicesPerClassMax
    if (place < 0 || limits.has(place + 1) || !(max >= 1 && max <= devicesPerClassMax)) {
      throw new Error(
        `takes CLASS=coexist, CLASS=kick:N or CLASS=refuse:N, each class once, N from 1 to ${devicesPerClassMax}, of ${classes.join(', ')}`,
      )
    }
    limits.set(place + 1, { max, beyond: beyond === 'refuse' ? 'refuse' : 'kick' })
  }
  return (deviceClass) => limits.get(deviceClass) ?? deviceLimitDefault
}
