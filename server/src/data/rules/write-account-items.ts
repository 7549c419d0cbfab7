import { accountItemsMax } from '@parley/protocol'
import type { AccountId, AccountLogEntry } from '../model.ts'
import type { Tables } from './tables.ts'

/** Tombstones kept of an account log; a device that missed older ones syncs from nothing. */
export const accountTombstonesMax = 10_000

/** R3: dense from 1, and the new entry replaces the former of its key. */
export function putAccountItem(
  tables: Tables,
  account: AccountId,
  item: { key: string; body: Uint8Array; nowMs: number },
): AccountLogEntry | undefined {
  const row = tables.account(account)
  if (row === undefined) return undefined
  const former = tables.accountItem(account, item.key)
  const wasLiving = former !== undefined && former.body.length > 0
  const wasTombstone = former !== undefined && former.body.length === 0
  const lives = item.body.length > 0
  const items = row.items - (wasLiving ? 1 : 0) + (lives ? 1 : 0)
  if (lives && items > accountItemsMax) return undefined

  const entry = {
    seq: row.logSeq + 1,
    key: item.key,
    body: item.body,
    timeMs: Math.floor(item.nowMs),
  }
  tables.putAccountItem(account, entry)
  let tombstones = row.tombstones - (wasTombstone ? 1 : 0) + (lives ? 0 : 1)
  let { logFloor } = row
  if (tombstones > accountTombstonesMax) {
    // NOTE half of them at once, so that this is rare.
    tombstones = accountTombstonesMax / 2
    logFloor = tables.tombstoneBehind(account, tombstones)
    tables.removeTombstones(account, logFloor)
  }
  tables.putAccount({ ...row, logSeq: entry.seq, items, tombstones, logFloor })
  return entry
}
