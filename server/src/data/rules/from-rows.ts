import type { Account, Device } from '../model.ts'
import type { AccountRow, DeviceRow } from './tables.ts'

export function toAccount(row: AccountRow): Account {
  const { id, kind, handle, displayName, avatar, locale, passwordHash, createdMs } = row
  return { id, kind, handle, displayName, avatar, locale, passwordHash, createdMs }
}

export function toDevice(row: DeviceRow): Device {
  const { id, account, deviceClass, name, createdMs, lastSeenMs } = row
  return { id, account, deviceClass, name, createdMs, lastSeenMs }
}
