import { tokenBytes } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Random } from '../../base/random.ts'
import type { Account, Device, TokenHashes } from '../../data/model.ts'

export const accessLifeMs = 3_600_000
export const refreshLifeMs = 90 * 24 * 3_600_000

export interface CredentialDeps {
  clock: Clock
  random: Random
  hashing: Hashing
}

/** Secrets for a device, and what of them is stored. */
export interface Issued {
  accessToken: Uint8Array
  refreshToken: Uint8Array
  hashes: TokenHashes
}

/** Fresh secrets; with `refreshToken` given, only the access token is fresh. */
export function issueTokens(deps: CredentialDeps, refreshToken?: Uint8Array): Issued {
  const { clock, random, hashing } = deps
  const accessToken = random.fill(new Uint8Array(tokenBytes))
  const refresh = refreshToken ?? random.fill(new Uint8Array(tokenBytes))
  const nowMs = clock.wallMs()
  return {
    accessToken,
    refreshToken: refresh,
    hashes: {
      accessHash: hashing.sha256(accessToken),
      accessExpiresMs: nowMs + accessLifeMs,
      refreshHash: hashing.sha256(refresh),
      refreshExpiresMs: nowMs + refreshLifeMs,
    },
  }
}

/** The body of a Credentials reply. */
export function credentialsReply(account: Account, device: Device, issued: Issued) {
  const { accessToken, refreshToken, hashes } = issued
  return {
    account: account.id,
    device: device.id,
    accessToken,
    accessExpiresMs: hashes.accessExpiresMs,
    refreshToken,
    refreshExpiresMs: hashes.refreshExpiresMs,
    handle: account.handle,
  }
}
