import { tokenBytes, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Store } from '../../data/store.ts'
import type { Delivery } from '../../session/delivery.ts'
import type { Attempts } from './attempts.ts'
import { credentialsReply, issueTokens, type CredentialDeps } from './credentials.ts'

export interface RefreshDeps extends CredentialDeps {
  attempts: Attempts
  devices: Store['devices']
  delivery: Delivery
  serverKey: Uint8Array
}

/**
 * Rotates a refresh token. The successor is HMAC(server key, token), so a lost reply and two tabs get the same one;
 * a token that was succeeded and is shown again ends the device.
 */
export async function refresh(
  deps: RefreshDeps,
  address: string,
  request: RequestOf<'refresh'>,
): Promise<ReplyOf<'refresh'>> {
  deps.attempts.checkTokens(address)
  const { hashing, serverKey, clock } = deps
  const presented = request.refreshToken
  if (presented.length !== tokenBytes) throw new Refusal('TOKEN_INVALID')
  const issued = issueTokens(deps, hashing.hmac(serverKey, presented))
  const rotation = await deps.devices.rotate(
    hashing.sha256(presented),
    issued.hashes,
    clock.wallMs(),
  )
  if (rotation.status === 'rotated')
    return credentialsReply(rotation.account, rotation.device, issued)
  deps.attempts.badToken(address)
  if (rotation.status === 'reused')
    deps.delivery.endDevices(rotation.account, [rotation.device], 'SIGNED_OUT')
  throw new Refusal('TOKEN_INVALID')
}
