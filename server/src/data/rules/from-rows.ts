import type { Account, Device, Profile } from '../model.ts'
import type { AccountRow, DeviceRow } from './tables.ts'

export function toAccount(row: AccountRow): Account {
  const { id, kind, handle, displayName, avatar, locale, passwordHash, createdMs } = row
  return { id, kind, handle, displayName, avatar, locale, passwordHash, createdMs }
}

export function toProfile({ id, kind, handle, displayName, avatar }: Account): Profile {
  return { id, kind, handle, displayName, avatar }
}

export function toDevice(row: DeviceRow): Device {
  const { id, account, deviceClass, name, createdMs, lastSeenMs } = row
  return { id, account, deviceClass, name, createdMs, lastSeenMs }
}
