import {
  displayNameBytesMax,
  localeLengthMax,
  wire,
  type ReplyOf,
  type RequestOf,
} from '@parley/protocol'
import type { Passwords } from '../../base/crypto.ts'
import { randomId } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Attempts } from './attempts.ts'
import { credentialsReply, issueTokens, type CredentialDeps } from './credentials.ts'
import { checkedRequestKey, newDevice } from './device-info.ts'
import { checkedHandle } from './handle.ts'
import { checkPassword } from './password.ts'
import { checkedLine } from './text-field.ts'

export interface RegisterDeps extends CredentialDeps {
  passwords: Passwords
  attempts: Attempts
  accounts: Store['accounts']
  devices: Store['devices']
  registrationOpen(): boolean
}

/** Creates an account and its first device. The same request again is answered with new tokens for that device (R2). */
export async function register(
  deps: RegisterDeps,
  address: string,
  request: RequestOf<'register'>,
): Promise<ReplyOf<'register'>> {
  if (!deps.registrationOpen()) throw new Refusal('REGISTRATION_CLOSED')
  const handle = checkedHandle(request.handle)
  checkPassword(request.password, handle)
  const displayName =
    checkedLine(request.displayName, displayNameBytesMax, 'display_name') || handle
  const locale = checkedLine(request.locale, localeLengthMax, 'locale')
  const requestKey = checkedRequestKey(request.requestKey)
  const nowMs = deps.clock.wallMs()
  const id = randomId(deps.random)
  const device = newDevice(deps, { account: id, info: request.device, nowMs })
  deps.attempts.count(address)
  deps.attempts.checkHandle(handle)

  const passwordHash = await deps.passwords.hash(request.password)
  const kind = wire.AccountKind.ACCOUNT_KIND_PERSON
  const account = {
    id,
    kind,
    handle,
    displayName,
    avatar: '',
    locale,
    passwordHash,
    createdMs: nowMs,
  }
  const issued = issueTokens(deps)
  const made = await deps.accounts.create({ account, device, tokens: issued.hashes, requestKey })
  if (made.status === 'taken') throw new Refusal('HANDLE_TAKEN')
  if (made.status === 'created') return credentialsReply(made.account, made.device, issued)

  if (!(await deps.passwords.verify(request.password, made.account.passwordHash))) {
    deps.attempts.wrongPassword(handle)
    throw new Refusal('HANDLE_TAKEN')
  }
  if (!(await deps.devices.setTokens(made.device.id, issued.hashes)))
    throw new Refusal('HANDLE_TAKEN')
  return credentialsReply(made.account, made.device, issued)
}
