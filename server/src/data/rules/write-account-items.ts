import { accountItemsMax } from '@parley/protocol'
import type { AccountId, AccountLogEntry } from '../model.ts'
import type { Tables } from './tables.ts'

/** Tombstones kept of an account log; a device that missed older ones syncs from nothing. */
export const accountTombstonesMax = 10_000

interface NewItem {
  key: string
  body: Uint8Array
  nowMs: number
}

/** R3: dense from 1, and the new entry replaces the former of its key. Undefined beyond accountItemsMax living keys. */
export function putAccountItem(
  tables: Tables,
  account: AccountId,
  item: NewItem,
): AccountLogEntry | undefined {
  return putItem(tables, account, item, accountItemsMax)
}

/** An item that the rules write along with something else: limits of its own hold for it. */
export function putReservedItem(
  tables: Tables,
  account: AccountId,
  item: NewItem,
): AccountLogEntry {
  const entry = putItem(tables, account, item, Number.POSITIVE_INFINITY)
  if (entry === undefined) throw new Error('an account log belongs to no account')
  return entry
}

function putItem(
  tables: Tables,
  account: AccountId,
  item: NewItem,
  itemsMax: number,
): AccountLogEntry | undefined {
  const row = tables.account(account)
  if (row === undefined) return undefined
  const former = tables.accountItem(account, item.key)
  const wasLiving = former !== undefined && former.body.length > 0
  const wasTombstone = former !== undefined && former.body.length === 0
  const lives = item.body.length > 0
  const items = row.items - (wasLiving ? 1 : 0) + (lives ? 1 : 0)
  if (lives && items > itemsMax) return undefined

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
