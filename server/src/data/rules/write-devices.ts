import { Refusal } from '../../base/refusal.ts'
import { accessTokensPerDeviceMax, type CreatedDevice, type Rotation } from '../device-store.ts'
import type { AccountId, DeviceId, TokenHashes } from '../model.ts'
import { toAccount, toDevice } from './from-rows.ts'
import type { OperationOf } from './operations.ts'
import { sameBytes } from './same-bytes.ts'
import { refreshRoles, type DeviceRow, type RefreshTokenRow, type Tables } from './tables.ts'

/** Refresh tokens that were rotated away and are still known as stolen when they come back. */
export const refreshTokensRememberedMax = 100

export function createDevice(
  tables: Tables,
  { device, tokens, requestKey, limit }: OperationOf<'createDevice'>,
): CreatedDevice {
  const living = tables.livingDevices(device.account)
  const known = living.find((row) => sameBytes(row.requestKey, requestKey))
  if (known !== undefined) {
    replaceTokens(tables, known.id, tokens)
    return { device: toDevice(known), replaced: [] }
  }
  if (tables.device(device.id) !== undefined) throw new Error('a new device id is in use')
  const ofClass = living
    .filter(({ deviceClass }) => deviceClass === device.deviceClass)
    .toSorted((a, b) => a.createdMs - b.createdMs || a.id - b.id)
  const excess = ofClass.slice(0, Math.max(0, ofClass.length + 1 - limit.max))
  if (excess.length > 0 && limit.beyond === 'refuse') throw new Refusal('DEVICE_REFUSED')

  // NOTE which is the oldest is decided by the order of commits, whatever the clocks say.
  const newestMs = living.reduce((latest, { createdMs }) => Math.max(latest, createdMs), 0)
  const createdMs = Math.max(device.createdMs, newestMs + 1)
  for (const row of excess) endDevice(tables, row, createdMs)
  tables.putDevice({ ...device, createdMs, requestKey, endedMs: 0 })
  putTokens(tables, device.id, tokens)
  return { device: { ...device, createdMs }, replaced: excess.map(({ id }) => id) }
}

export function setTokens(tables: Tables, device: DeviceId, tokens: TokenHashes): boolean {
  const row = tables.device(device)
  if (row === undefined || row.endedMs !== 0) return false
  replaceTokens(tables, device, tokens)
  return true
}

export function rotate(
  tables: Tables,
  presentedHash: Uint8Array,
  next: TokenHashes,
  nowMs: number,
): Rotation {
  const presented = tables.refreshToken(presentedHash)
  if (presented === undefined) return { status: 'unknown' }
  const device = tables.device(presented.device)
  if (device === undefined || device.endedMs !== 0) return { status: 'unknown' }
  const account = tables.account(device.account)
  if (account === undefined) return { status: 'unknown' }

  if (presented.role === refreshRoles.older) {
    endDevice(tables, device, nowMs)
    return { status: 'reused', account: device.account, device: device.id }
  }
  if (presented.expiresMs <= nowMs) return { status: 'unknown' }
  if (presented.role === refreshRoles.current) succeed(tables, presented, next)
  putAccessToken(tables, device.id, next)
  return { status: 'rotated', account: toAccount(account), device: toDevice(device) }
}

/** The current token becomes the previous one, the previous one an older one, and the oldest are forgotten. */
function succeed(tables: Tables, current: RefreshTokenRow, next: TokenHashes): void {
  const known = tables.refreshTokensOf(current.device)
  for (const token of known) {
    if (token.role !== refreshRoles.previous) continue
    tables.putRefreshToken({ ...token, role: refreshRoles.older })
  }
  tables.putRefreshToken({ ...current, role: refreshRoles.previous })
  const place = current.place + 1
  putRefreshToken(tables, current.device, next, place)
  for (const token of known) {
    if (token.place <= place - refreshTokensRememberedMax) tables.removeRefreshToken(token.hash)
  }
}

export function endDevices(
  tables: Tables,
  account: AccountId,
  devices: readonly DeviceId[] | 'all',
  except: DeviceId | undefined,
  nowMs: number,
): DeviceId[] {
  const ending = tables
    .livingDevices(account)
    .filter((row) => row.id !== except)
    .filter((row) => devices === 'all' || devices.includes(row.id))
  for (const row of ending) endDevice(tables, row, nowMs)
  return ending.map((row) => row.id).toSorted((a, b) => a - b)
}

export function noteSeen(
  tables: Tables,
  devices: readonly { device: DeviceId; nowMs: number }[],
): void {
  for (const { device, nowMs } of devices) {
    const row = tables.device(device)
    if (row === undefined || row.endedMs !== 0 || row.lastSeenMs >= nowMs) continue
    tables.putDevice({ ...row, lastSeenMs: nowMs })
  }
}

export function putTokens(tables: Tables, device: DeviceId, tokens: TokenHashes): void {
  putAccessToken(tables, device, tokens)
  putRefreshToken(tables, device, tokens, 1)
}

function replaceTokens(tables: Tables, device: DeviceId, tokens: TokenHashes): void {
  tables.removeTokens(device)
  putTokens(tables, device, tokens)
}

function putAccessToken(tables: Tables, device: DeviceId, tokens: TokenHashes): void {
  const { accessHash, accessExpiresMs } = tokens
  if (tables.accessToken(accessHash) !== undefined) throw new Error('a new token is in use')
  tables.putAccessToken({ hash: accessHash, device, expiresMs: accessExpiresMs })
  tables.trimAccessTokens(device, accessTokensPerDeviceMax)
}

function putRefreshToken(
  tables: Tables,
  device: DeviceId,
  tokens: TokenHashes,
  place: number,
): void {
  const { refreshHash: hash, refreshExpiresMs: expiresMs } = tokens
  if (tables.refreshToken(hash) !== undefined) throw new Error('a new token is in use')
  tables.putRefreshToken({ hash, device, expiresMs, place, role: refreshRoles.current })
}

function endDevice(tables: Tables, row: DeviceRow, nowMs: number): void {
  tables.removeTokens(row.id)
  // NOTE never 0: that would mean living.
  tables.putDevice({ ...row, endedMs: Math.max(1, nowMs) })
}
