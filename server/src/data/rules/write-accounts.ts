import type { NewAccount, ProfilePatch } from '../account-store.ts'
import type { Account, AccountId } from '../model.ts'
import type { Results } from './operations.ts'
import type { Tables } from './tables.ts'
import { toAccount, toDevice } from './from-rows.ts'
import { sameBytes } from './same-bytes.ts'
import { putTokens } from './write-devices.ts'

export function createAccount(tables: Tables, input: NewAccount): Results['createAccount'] {
  const { account, device, tokens, requestKey } = input
  const owner = tables.accountByHandle(account.handle)
  if (owner !== undefined) {
    const first = tables.device(owner.firstDevice)
    if (first === undefined || !sameBytes(owner.requestKey, requestKey)) return { status: 'taken' }
    return { status: 'repeated', account: toAccount(owner), device: toDevice(first) }
  }
  if (tables.account(account.id) !== undefined) throw new Error('a new account id is in use')
  if (tables.device(device.id) !== undefined) throw new Error('a new device id is in use')

  tables.putAccount({
    ...account,
    requestKey,
    firstDevice: device.id,
    logSeq: 0,
    items: 0,
    tombstones: 0,
    logFloor: 0,
  })
  tables.putDevice({ ...device, account: account.id, requestKey, endedMs: 0 })
  putTokens(tables, device.id, tokens)
  return { status: 'created', account, device: { ...device, account: account.id } }
}

export function setProfile(
  tables: Tables,
  account: AccountId,
  patch: ProfilePatch,
): Account | undefined {
  const row = tables.account(account)
  if (row === undefined) return undefined
  const changed = {
    ...row,
    displayName: patch.displayName ?? row.displayName,
    avatar: patch.avatar ?? row.avatar,
    locale: patch.locale ?? row.locale,
  }
  tables.putAccount(changed)
  return toAccount(changed)
}

export function setPassword(tables: Tables, account: AccountId, passwordHash: string): void {
  const row = tables.account(account)
  if (row !== undefined) tables.putAccount({ ...row, passwordHash })
}
