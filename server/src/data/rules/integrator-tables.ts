import { declareTable } from './declared-table.ts'

export const apiKeyTable = declareTable({
  name: 'api_key',
  columns: {
    id: 'integer',
    hash: 'blob',
    keyName: 'text',
    scopes: 'text',
    createdMs: 'integer',
    revokedMs: 'integer',
  },
  key: ['id'],
  indexes: [['hash']],
})

export const webhookTable = declareTable({
  name: 'webhook',
  columns: {
    id: 'integer',
    url: 'text',
    secret: 'blob',
    createdMs: 'integer',
    isPaused: 'integer',
    fromMs: 'integer',
    stamp: 'integer',
  },
  key: ['id'],
  indexes: [['createdMs']],
})

export const webhookCursorTable = declareTable({
  name: 'webhook_cursor',
  columns: { webhook: 'integer', conversation: 'integer', seq: 'integer' },
  key: ['webhook', 'conversation'],
  indexes: [],
})
