import { createHash } from 'node:crypto'

/** Accounts of a seeded store are numbered from 0; everything about them follows from the number. */
export const accountId = (index: number): number => index + 1
export const deviceId = accountId
export const handleOf = (index: number): string => `bench${index}`

export function accessToken(index: number): Uint8Array {
  return createHash('sha256').update(`bench access token ${index}`).digest()
}
