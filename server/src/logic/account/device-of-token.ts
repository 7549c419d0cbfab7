import { tokenBytes } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId, DeviceId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Attempts } from './attempts.ts'

/** Whose access token this is, for what is asked without a session. @throws Refusal TOKEN_INVALID, RATE_LIMITED */
export async function deviceOfToken(
  deps: {
    clock: Clock
    hashing: Pick<Hashing, 'sha256'>
    attempts: Attempts
    devices: Pick<Store['devices'], 'byAccessHash'>
  },
  address: string,
  token: Uint8Array,
): Promise<{ account: AccountId; device: DeviceId }> {
  deps.attempts.checkTokens(address)
  const found =
    token.length === tokenBytes
      ? await deps.devices.byAccessHash(deps.hashing.sha256(token), deps.clock.wallMs())
      : undefined
  if (found === undefined) {
    deps.attempts.badToken(address)
    throw new Refusal('TOKEN_INVALID')
  }
  return { account: found.account.id, device: found.device.id }
}
