import { tokenBytes } from '@parley/protocol'
import { endDevices } from '../device/end-devices.ts'
import { issueTokens } from './credentials.ts'
import type { RefreshDeps } from './refresh.ts'

/** Ends the device that a refresh token belongs to, for a browser that has nothing but its cookie. */
export async function signOutByRefresh(
  deps: RefreshDeps,
  address: string,
  refreshToken: Uint8Array,
): Promise<void> {
  deps.attempts.checkTokens(address)
  if (refreshToken.length !== tokenBytes) return
  const { hashing, serverKey, clock, devices } = deps
  const { hashes } = issueTokens(deps, hashing.hmac(serverKey, refreshToken))
  const rotation = await devices.rotate(hashing.sha256(refreshToken), hashes, clock.wallMs())
  if (rotation.status === 'unknown') deps.attempts.badToken(address)
  if (rotation.status === 'rotated')
    await endDevices(deps, rotation.account.id, [rotation.device.id])
  if (rotation.status === 'reused')
    deps.delivery.endDevices(rotation.account, [rotation.device], 'SIGNED_OUT')
}
