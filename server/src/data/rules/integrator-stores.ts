import type { ApiKey, ApiKeyStore, ApiScope } from '../api-key-store.ts'
import { apiScopes } from '../api-key-store.ts'
import type { Webhook, WebhookStore } from '../webhook-store.ts'
import type { Batcher } from './batcher.ts'
import type { RowOf } from './declared-table.ts'
import { apiKeyTable, webhookCursorTable, webhookTable } from './integrator-tables.ts'
import type { ReadTables } from './tables.ts'

type Read = <T>(run: (tables: ReadTables) => T) => Promise<T>
/** Rows that can be listed at all: revoked keys are kept. */
const listMax = 10_000

export function apiKeyStore(batcher: Batcher, read: Read): ApiKeyStore {
  return {
    create: (key, hash) => batcher.submit({ type: 'createApiKey', key, hash }),
    byHash: (hash) =>
      read((tables) => {
        const [row] = tables.rows(apiKeyTable, { by: ['hash'], where: [hash], limit: 1 })
        return row === undefined || row.revokedMs > 0 ? undefined : toKey(row)
      }),
    list: () =>
      read((tables) =>
        tables
          .rows(apiKeyTable, { by: apiKeyTable.key, where: [], limit: listMax })
          .map(toKey)
          .toSorted((a, b) => b.createdMs - a.createdMs || b.id - a.id),
      ),
    revoke: (id, nowMs) => batcher.submit({ type: 'revokeApiKey', id, nowMs }),
  }
}

export function webhookStore(batcher: Batcher, read: Read): WebhookStore {
  return {
    create: (webhook) => batcher.submit({ type: 'createWebhook', webhook }),
    byId: (id) =>
      read((tables) => {
        const row = tables.row(webhookTable, [id])
        return row && toWebhook(row)
      }),
    list: () =>
      read((tables) =>
        tables
          .rows(webhookTable, { by: ['createdMs'], where: [], limit: listMax })
          .map((row) => toWebhook(row)),
      ),
    setPaused: (id, isPaused) => batcher.submit({ type: 'pauseWebhook', id, isPaused }),
    remove: (id) => batcher.submit({ type: 'removeWebhook', id }),
    cursor: (id, conversation) =>
      read((tables) => tables.row(webhookCursorTable, [id, conversation])?.seq),
    told: (id, cursors, stamp) => batcher.submit({ type: 'webhookTold', id, cursors, stamp }),
    replay: (id, fromMs) => batcher.submit({ type: 'replayWebhook', id, fromMs }),
  }
}

function toKey(row: RowOf<typeof apiKeyTable>): ApiKey {
  const { id, keyName, createdMs, revokedMs } = row
  const scopes = row.scopes.split(' ').filter((scope) => known.has(scope)) as ApiScope[]
  return { id, name: keyName, scopes, createdMs, revokedMs }
}

const known: ReadonlySet<string> = new Set(apiScopes)

function toWebhook({ isPaused, ...rest }: RowOf<typeof webhookTable>): Webhook {
  return { ...rest, isPaused: isPaused !== 0 }
}
