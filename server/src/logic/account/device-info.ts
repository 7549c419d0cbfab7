import { deviceNameBytesMax, isUuidV7, wire } from '@parley/protocol'
import type { Random } from '../../base/random.ts'
import { randomId } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId, Device } from '../../data/model.ts'
import { checkedLine } from './text-field.ts'

interface DeviceInfo {
  deviceClass?: number | null
  name?: string | null
}

/** A device to be created. @throws Refusal BAD_REQUEST, TOO_LARGE */
export function newDevice(
  deps: { random: Random },
  input: { account: AccountId; info: DeviceInfo | null | undefined; nowMs: number },
): Device {
  const { account, info, nowMs } = input
  const deviceClass = info?.deviceClass ?? 0
  if (
    !(deviceClass in wire.DeviceClass) ||
    deviceClass === wire.DeviceClass.DEVICE_CLASS_UNSPECIFIED
  )
    throw new Refusal('BAD_REQUEST', 'device.device_class is missing or unknown')
  const name = checkedLine(info?.name ?? '', deviceNameBytesMax, 'device.name')
  return {
    id: randomId(deps.random),
    account,
    deviceClass,
    name,
    createdMs: nowMs,
    lastSeenMs: nowMs,
  }
}

/** @throws Refusal BAD_ID */
export function checkedRequestKey(key: Uint8Array | null | undefined): Uint8Array {
  if (key === null || key === undefined || !isUuidV7(key))
    throw new Refusal('BAD_ID', 'request_key is not a UUIDv7')
  return key
}
