import { Refusal } from '../../base/refusal.ts'
import { apiKeysMax, type ApiKey } from '../api-key-store.ts'
import type { Account, Stamp } from '../model.ts'
import { webhooksMax, type Webhook, type WebhookCursor } from '../webhook-store.ts'
import { toAccount } from './from-rows.ts'
import { apiKeyTable, webhookCursorTable, webhookTable } from './integrator-tables.ts'
import { sameBytes } from './same-bytes.ts'
import type { Tables } from './tables.ts'

export type IntegratorOperation =
  | { type: 'createAccountAlone'; account: Account; requestKey: Uint8Array }
  | { type: 'createApiKey'; key: ApiKey; hash: Uint8Array }
  | { type: 'revokeApiKey'; id: number; nowMs: number }
  | { type: 'createWebhook'; webhook: Webhook }
  | { type: 'pauseWebhook'; id: number; isPaused: boolean }
  | { type: 'removeWebhook'; id: number }
  | {
      type: 'webhookTold'
      id: number
      cursors: readonly WebhookCursor[]
      stamp: Stamp | undefined
    }
  | { type: 'replayWebhook'; id: number; fromMs: number }

export interface IntegratorResults {
  createAccountAlone: { status: 'created' | 'repeated'; account: Account } | { status: 'taken' }
  createApiKey: undefined
  revokeApiKey: boolean
  createWebhook: undefined
  pauseWebhook: boolean
  removeWebhook: boolean
  webhookTold: undefined
  replayWebhook: boolean
}

type Rules = {
  [T in IntegratorOperation['type']]: (
    tables: Tables,
    operation: Extract<IntegratorOperation, { type: T }>,
  ) => IntegratorResults[T]
}

export const integratorRules: Rules = {
  createAccountAlone(tables, { account, requestKey }) {
    const owner = tables.accountByHandle(account.handle)
    if (owner !== undefined) {
      if (!sameBytes(owner.requestKey, requestKey)) return { status: 'taken' }
      return { status: 'repeated', account: toAccount(owner) }
    }
    if (tables.account(account.id) !== undefined) throw new Error('a new account id is in use')
    const log = { logSeq: 0, items: 0, tombstones: 0, logFloor: 0 }
    tables.putAccount({ ...account, requestKey, firstDevice: 0, ...log })
    return { status: 'created', account }
  },
  createApiKey(tables, { key, hash }) {
    const rows = tables.rows(apiKeyTable, { by: apiKeyTable.key, where: [], limit: 10_000 })
    if (rows.filter(({ revokedMs }) => revokedMs === 0).length >= apiKeysMax)
      throw new Refusal('LIMIT_REACHED', `there are ${apiKeysMax} keys`)
    const { id, name, scopes, createdMs, revokedMs } = key
    const row = { id, hash, keyName: name, scopes: scopes.join(' '), createdMs, revokedMs }
    tables.putRow(apiKeyTable, row)
    return undefined
  },
  revokeApiKey(tables, { id, nowMs }) {
    const row = tables.row(apiKeyTable, [id])
    if (row === undefined || row.revokedMs > 0) return false
    tables.putRow(apiKeyTable, { ...row, revokedMs: nowMs })
    return true
  },
  createWebhook(tables, { webhook }) {
    const rows = tables.rows(webhookTable, { by: webhookTable.key, where: [], limit: webhooksMax })
    if (rows.length >= webhooksMax)
      throw new Refusal('LIMIT_REACHED', `there are ${webhooksMax} webhooks`)
    tables.putRow(webhookTable, { ...webhook, isPaused: webhook.isPaused ? 1 : 0 })
    return undefined
  },
  pauseWebhook(tables, { id, isPaused }) {
    const row = tables.row(webhookTable, [id])
    if (row === undefined) return false
    tables.putRow(webhookTable, { ...row, isPaused: isPaused ? 1 : 0 })
    return true
  },
  removeWebhook(tables, { id }) {
    if (tables.row(webhookTable, [id]) === undefined) return false
    tables.removeRow(webhookTable, [id])
    forgetCursors(tables, id)
    return true
  },
  webhookTold(tables, { id, cursors, stamp }) {
    const row = tables.row(webhookTable, [id])
    if (row === undefined) return undefined
    for (const { conversation, seq } of cursors)
      tables.putRow(webhookCursorTable, { webhook: id, conversation, seq })
    if (stamp !== undefined) tables.putRow(webhookTable, { ...row, stamp })
    return undefined
  },
  replayWebhook(tables, { id, fromMs }) {
    const row = tables.row(webhookTable, [id])
    if (row === undefined) return false
    tables.putRow(webhookTable, { ...row, fromMs, stamp: 0 })
    forgetCursors(tables, id)
    return true
  },
}

function forgetCursors(tables: Tables, webhook: number): void {
  const range = { by: webhookCursorTable.key, where: [webhook], limit: 1_000 }
  for (;;) {
    const rows = tables.rows(webhookCursorTable, range)
    for (const { conversation } of rows)
      tables.removeRow(webhookCursorTable, [webhook, conversation])
    if (rows.length < range.limit) return
  }
}
