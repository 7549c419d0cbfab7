import { wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Account } from '../../data/model.ts'
import type { ApiKey } from '../../data/api-key-store.ts'
import type { Store } from '../../data/store.ts'
import { foldHandle } from '../../logic/account/handle.ts'
import { checkPassword } from '../../logic/account/password.ts'
import { createApiKey } from '../../logic/api-key/create-api-key.ts'
import { endDevices } from '../../logic/device/end-devices.ts'
import { apiKeyText } from '../api/api-routes.ts'
import type { Composed } from '../compose.ts'

export interface ControlDeps {
  store: Store
  composed: Composed
  /** Ends the process with the rules, to be started anew; undefined where it is the only one. */
  restart?(): void
  /** Figures of the running server. */
  status(): Record<string, unknown> | Promise<Record<string, unknown>>
}

/** Accounts that one answer lists. */
const accountsPageMax = 500

/** What the operator can ask of a running server, on the machine itself only. */
export type ControlRequest =
  | { command: 'status' }
  | { command: 'restartLogic' }
  | { command: 'backup'; path: string }
  | { command: 'accounts'; after: string }
  | { command: 'account'; handle: string }
  | { command: 'resetPassword'; handle: string; password: string }
  | { command: 'endDevices'; handle: string }
  | { command: 'apiKeys' }
  | { command: 'createApiKey'; name: string; scopes: readonly string[] }
  | { command: 'revokeApiKey'; id: string }

export type ControlReply =
  | { ok: true; result: Record<string, unknown> }
  | { ok: false; code: string; message: string }

/** @throws Refusal */
export async function runControl(
  deps: ControlDeps,
  request: ControlRequest,
): Promise<Record<string, unknown>> {
  switch (request.command) {
    case 'status':
      return deps.status()
    case 'restartLogic':
      if (deps.restart === undefined)
        throw new Refusal('UNSUPPORTED', 'the server is one process: stop it and start it again')
      deps.restart()
      return { restarting: true }
    case 'backup':
      await deps.store.backup(request.path)
      return { path: request.path }
    case 'accounts':
      return { accounts: await page(deps, request.after) }
    case 'account':
      return describe(deps, request.handle)
    case 'resetPassword':
      return resetPassword(deps, request)
    case 'endDevices': {
      const account = await accountOf(deps, request.handle)
      await endDevices(deps.composed.deps, account.id, 'all')
      return { handle: account.handle }
    }
    case 'apiKeys':
      return { keys: (await deps.store.apiKeys.list()).map(describeKey) }
    case 'createApiKey': {
      const { apiKeys } = deps.store
      const { key, secret } = await createApiKey({ ...deps.composed.deps, apiKeys }, request)
      return { ...describeKey(key), secret: apiKeyText(secret) }
    }
    case 'revokeApiKey': {
      const { clock } = deps.composed.deps
      if (!(await deps.store.apiKeys.revoke(Number(request.id), clock.wallMs())))
        throw new Refusal('NOT_FOUND', `there is no working key ${request.id}`)
      return { key: request.id }
    }
    default:
      throw new Refusal('UNKNOWN_COMMAND')
  }
}

function describeKey({ id, name, scopes, createdMs, revokedMs }: ApiKey) {
  return { key: String(id), name, scopes: scopes.join(' '), createdMs, revokedMs }
}

async function accountOf(deps: ControlDeps, handle: string) {
  const account = await deps.store.accounts.byHandle(foldHandle(handle))
  if (account === undefined) throw new Refusal('NOT_FOUND', `there is no account ${handle}`)
  return account
}

/** Of an empty page nothing follows. */
async function page(deps: ControlDeps, after: string) {
  const accounts = await deps.store.accounts.listAfter(after, accountsPageMax)
  return accounts.map((account) => outline(deps, account))
}

function outline(deps: ControlDeps, { id, handle, displayName, createdMs, kind }: Account) {
  return {
    account: String(id),
    handle,
    displayName,
    createdMs,
    kind: wire.AccountKind[kind]?.replace('ACCOUNT_KIND_', '').toLowerCase(),
    online: deps.composed.registry.isOnline(id),
  }
}

async function describe(deps: ControlDeps, handle: string): Promise<Record<string, unknown>> {
  const account = await accountOf(deps, handle)
  const devices = await deps.store.devices.list(account.id)
  return {
    ...outline(deps, account),
    devices: devices.map((device) => ({
      device: String(device.id),
      name: device.name,
      lastSeenMs: device.lastSeenMs,
    })),
  }
}

/** Ends every device too: whoever knew the old password may have signed in. */
async function resetPassword(deps: ControlDeps, request: { handle: string; password: string }) {
  const account = await accountOf(deps, request.handle)
  checkPassword(request.password, account.handle)
  const { passwords } = deps.composed.deps
  await deps.store.accounts.setPassword(account.id, await passwords.hash(request.password))
  await endDevices(deps.composed.deps, account.id, 'all')
  return { handle: account.handle }
}
