import type { ReplyOf, RequestOf } from '@parley/protocol'
import type { Passwords } from '../../base/crypto.ts'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import type { Caller } from '../caller.ts'
import { endDevices } from '../device/end-devices.ts'
import type { Attempts } from './attempts.ts'
import { checkPassword } from './password.ts'

export interface ChangePasswordDeps {
  passwords: Passwords
  attempts: Attempts
  accounts: Store['accounts']
  devices: Store['devices']
  delivery: Delivery
}

export async function changePassword(
  deps: ChangePasswordDeps,
  caller: Caller,
  request: RequestOf<'changePassword'>,
): Promise<ReplyOf<'changePassword'>> {
  const account = await deps.accounts.byId(caller.account)
  if (account === undefined) throw new Refusal('NOT_FOUND')
  checkPassword(request.newPassword, account.handle)
  deps.attempts.checkHandle(account.handle)
  if (!(await deps.passwords.verify(request.oldPassword, account.passwordHash || undefined))) {
    deps.attempts.wrongPassword(account.handle)
    throw new Refusal('BAD_CREDENTIALS')
  }
  await deps.accounts.setPassword(account.id, await deps.passwords.hash(request.newPassword))
  if (request.endOthers) await endDevices(deps, account.id, 'all', caller.device)
  return {}
}
