import { createHash } from 'node:crypto'

/** Accounts of a seeded store are numbered from 0; everything about them follows from the number. */
export const accountId = (index: number): number => index + 1
export const deviceId = accountId
export const handleOf = (index: number): string => `bench${index}`

/** @param device 0 for the one that every account has. */
export function accessToken(index: number, device = 0): Uint8Array {
  const more = device === 0 ? '' : ` of device ${device}`
  return createHash('sha256').update(`bench access token ${index}${more}`).digest()
}

/** Far from the first devices, which have the numbers of their accounts. */
const moreDevicesFrom = 1_000_000_000
const devicesMax = 10

export const moreDeviceId = (index: number, device: number): number =>
  moreDevicesFrom + index * devicesMax + device
