import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import { randomId, type Random } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import { apiScopes, type ApiKey, type ApiScope } from '../../data/api-key-store.ts'
import type { Store } from '../../data/store.ts'
import { checkedLine } from '../account/text-field.ts'

export const apiKeyNameBytesMax = 64
const secretBytes = 32

/** @returns the key as it is kept, and its secret: 32 bytes, which are not kept. @throws Refusal BAD_REQUEST, LIMIT_REACHED */
export async function createApiKey(
  deps: { clock: Clock; random: Random; hashing: Hashing; apiKeys: Store['apiKeys'] },
  input: { name: string; scopes: readonly string[] },
): Promise<{ key: ApiKey; secret: Uint8Array }> {
  const name = checkedLine(input.name, apiKeyNameBytesMax, 'name')
  if (name === '') throw new Refusal('BAD_REQUEST', 'the key needs a name')
  const unknown = input.scopes.find((scope) => !apiScopes.includes(scope as ApiScope))
  if (unknown !== undefined || input.scopes.length === 0)
    throw new Refusal('BAD_REQUEST', `scopes are ${apiScopes.join(', ')}`)
  const secret = deps.random.fill(new Uint8Array(secretBytes))
  const key: ApiKey = {
    id: randomId(deps.random),
    name,
    scopes: apiScopes.filter((scope) => input.scopes.includes(scope)),
    createdMs: deps.clock.wallMs(),
    revokedMs: 0,
  }
  await deps.apiKeys.create(key, deps.hashing.sha256(secret))
  return { key, secret }
}
