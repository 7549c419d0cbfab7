import { fromBase64, fromJsonBytes, jsonBytes, sortable, toBase64 } from '../base/bytes.ts'
import type { AccountId, Target } from '../base/model.ts'
import type { IMErrorCode } from '../base/im-error.ts'

/** An unsent message as it lies in storage. */
export interface OutboxRecord {
  /** Sorts by the order of sending. */
  readonly local: string
  /** Whose it is; 0: written before the first login. */
  readonly account: AccountId
  readonly target: Target
  readonly kind: number
  readonly refSeq: number
  /** The encoded EntryBody: every attempt sends these bytes. */
  readonly body: Uint8Array
  readonly text: string
  /** UUID text; empty: not minted, so certainly never transmitted. */
  readonly clientId: string
  /** The caller chose the id: never replaced by another. */
  readonly isGiven: boolean
  readonly createdMs: number
  readonly isUrgent: boolean
  readonly state: 'pending' | 'held' | 'failed' | 'unknown'
  readonly error: { code: IMErrorCode; message: string } | undefined
}

export const outboxFolder = (account: AccountId): string => `out/${sortable(account)}/`
export const outboxKey = (record: OutboxRecord): string =>
  outboxFolder(record.account) + record.local

export function outboxBytes(record: OutboxRecord): Uint8Array {
  return jsonBytes({ ...record, body: toBase64(record.body) })
}

/** Undefined for what this version cannot read. */
export function outboxFromBytes(bytes: Uint8Array): OutboxRecord | undefined {
  const json = fromJsonBytes(bytes)
  return typeof json === 'object' && json !== null ? outboxFromJson(json) : undefined
}

export function outboxFromJson(json: object): OutboxRecord | undefined {
  const found = json as Omit<OutboxRecord, 'body'> & { body: unknown }
  const body = typeof found.body === 'string' ? fromBase64(found.body) : undefined
  if (body === undefined || typeof found.local !== 'string' || typeof found.clientId !== 'string')
    return undefined
  return { ...found, body }
}
