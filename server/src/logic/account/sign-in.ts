import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Passwords } from '../../base/crypto.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import { addDevice, type AddDeviceDeps } from '../device/add-device.ts'
import type { Attempts } from './attempts.ts'
import { credentialsReply, issueTokens, type CredentialDeps } from './credentials.ts'
import { checkedRequestKey, newDevice } from './device-info.ts'
import { foldHandle } from './handle.ts'

export interface SignInDeps extends CredentialDeps, AddDeviceDeps {
  passwords: Passwords
  attempts: Attempts
  accounts: Store['accounts']
}

/** A new device for an account. An unknown handle and a wrong password get the same answer after the same time. */
export async function signIn(
  deps: SignInDeps,
  address: string,
  request: RequestOf<'signIn'>,
): Promise<ReplyOf<'signIn'>> {
  const handle = foldHandle(request.handle)
  const requestKey = checkedRequestKey(request.requestKey)
  deps.attempts.count(address)
  deps.attempts.checkHandle(handle)
  const account = await deps.accounts.byHandle(handle)
  const good = await deps.passwords.verify(request.password, account?.passwordHash || undefined)
  if (account === undefined || !good) {
    deps.attempts.wrongPassword(handle)
    throw new Refusal('BAD_CREDENTIALS')
  }
  const info = { account: account.id, info: request.device, nowMs: deps.clock.wallMs() }
  const issued = issueTokens(deps)
  const device = await addDevice(deps, newDevice(deps, info), issued.hashes, requestKey)
  return credentialsReply(account, device, issued)
}
