import { idAheadMs, isUuidV7, uuidV7Millis } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { AccountId } from '../model.ts'
import { declareTable } from './declared-table.ts'
import type { Tables } from './tables.ts'

/** First results of commands that carry a request key (R2), as JSON: forgotten from the left, like client ids. */
export const requestTable = declareTable({
  name: 'request',
  columns: { requestKey: 'blob', account: 'integer', contentHash: 'integer', result: 'text' },
  key: ['requestKey', 'account'],
  indexes: [],
})

/** A command that has an effect once, however often it is said. */
export interface RequestOnce {
  account: AccountId
  /** UUIDv7, minted in server time just before the first transmission. */
  requestKey: Uint8Array
  /** Of what was asked: another request under the same key is refused. */
  contentHash: number
  nowMs: number
}

export interface OnceResult<R> {
  result: R
  /** True: it took effect earlier; `result` is what was answered then. */
  repeated: boolean
}

/**
 * Runs `run` unless this request took effect already; then its first result is returned. `R` is plain JSON. What `run`
 * refuses is not kept: a refused request changed nothing (R14).
 * @throws Refusal BAD_ID, RETRY_TOO_OLD, ID_AHEAD, ID_REUSED, and what `run` throws.
 */
export function requestOnce<R>(tables: Tables, request: RequestOnce, run: () => R): OnceResult<R> {
  const { account, requestKey, contentHash, nowMs } = request
  if (!isUuidV7(requestKey)) throw new Refusal('BAD_ID')
  const known = tables.row(requestTable, [requestKey, account])
  if (known !== undefined) {
    if (known.contentHash !== contentHash) throw new Refusal('ID_REUSED')
    return { result: JSON.parse(known.result) as R, repeated: true }
  }
  const mintedMs = uuidV7Millis(requestKey)
  if (mintedMs < tables.idFloorMs()) throw new Refusal('RETRY_TOO_OLD')
  if (mintedMs > nowMs + idAheadMs) throw new Refusal('ID_AHEAD')
  const result = run()
  tables.putRow(requestTable, {
    requestKey,
    account,
    contentHash,
    result: JSON.stringify(result ?? null),
  })
  return { result, repeated: false }
}

/** Forgets at most `limit` requests below the floor, oldest first. @returns how many. */
export function forgetRequests(tables: Tables, floorMs: number, limit: number): number {
  const oldest = tables.rows(requestTable, { by: requestTable.key, where: [], limit })
  const old = oldest.filter(({ requestKey }) => uuidV7Millis(requestKey) < floorMs)
  for (const { requestKey, account } of old) tables.removeRow(requestTable, [requestKey, account])
  return old.length
}
