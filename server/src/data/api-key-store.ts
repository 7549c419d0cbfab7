/** What an integrator's key may be used for. */
export const apiScopes = ['accounts', 'messages', 'history', 'groups', 'webhooks'] as const
export type ApiScope = (typeof apiScopes)[number]

export interface ApiKey {
  id: number
  name: string
  scopes: readonly ApiScope[]
  createdMs: number
  /** 0: it works. */
  revokedMs: number
}

export interface ApiKeyStore {
  /** @throws Refusal LIMIT_REACHED beyond apiKeysMax that work. */
  create(key: ApiKey, hash: Uint8Array): Promise<void>
  /** By the SHA-256 of its secret; undefined also for one that was revoked. */
  byHash(hash: Uint8Array): Promise<ApiKey | undefined>
  /** Newest first, revoked ones included. */
  list(): Promise<ApiKey[]>
  /** @returns false when there is none, or it was revoked before. */
  revoke(id: number, nowMs: number): Promise<boolean>
}

export const apiKeysMax = 100
