import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Storage, StorageChange, StorageRow } from '../cache/storage.ts'

interface Schema extends DBSchema {
  rows: { key: string; value: Uint8Array }
}

/** Sorts after every key that begins with the same prefix. */
const afterAll = '\uffff'

/**
 * Storage in IndexedDB. The browser may take it away (private windows, seven idle days on iOS): then calls reject, and
 * who uses it goes on in memory.
 */
export function idbStorage(name: string): Storage {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  let isClosed = false
  const open = () => {
    if (isClosed) return Promise.reject(new Error('the storage is closed'))
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('rows'),
      // NOTE another tab wants a newer version, or the browser ended it: the next call opens anew.
      blocking: (_from, _to, event) => {
        ;(event.target as IDBDatabase).close()
        opening = undefined
      },
      terminated: () => (opening = undefined),
    })
    opening.catch(() => (opening = undefined))
    return opening
  }
  return {
    get: async (key) => (await open()).get('rows', key),
    list: async (prefix, options) => list(await open(), prefix, options ?? {}),
    write: async (changes) => write(await open(), changes),
    close: async () => {
      const database = await opening?.catch(() => undefined)
      isClosed = true
      database?.close()
    },
  }
}

async function list(
  database: IDBPDatabase<Schema>,
  prefix: string,
  options: { limit?: number; reverse?: boolean },
): Promise<StorageRow[]> {
  const { limit = Infinity, reverse = false } = options
  if (limit <= 0) return []
  const range = prefix === '' ? null : IDBKeyRange.bound(prefix, prefix + afterAll)
  const { store } = database.transaction('rows')
  if (!reverse) {
    const count = limit === Infinity ? undefined : limit
    const [keys, values] = await Promise.all([
      store.getAllKeys(range, count),
      store.getAll(range, count),
    ])
    return keys.flatMap((key, index) => {
      const value = values[index]
      return value === undefined ? [] : [[key, value] as const]
    })
  }
  const rows: StorageRow[] = []
  let cursor = await store.openCursor(range, 'prev')
  while (cursor !== null && rows.length < limit) {
    rows.push([cursor.key, cursor.value])
    cursor = await cursor.continue()
  }
  return rows
}

async function write(
  database: IDBPDatabase<Schema>,
  changes: readonly StorageChange[],
): Promise<void> {
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
  const { store, done } = transaction
  for (const [key, value] of changes) {
    const request = value === undefined ? store.delete(key) : store.put(value, key)
    // NOTE a failed request fails the transaction, which is waited for below.
    request.catch(() => {})
  }
  await done
}
