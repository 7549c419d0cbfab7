import type { StorageChange, StorageRow } from './storage.ts'

/** Rows in memory, listed in order. Kept by folder (the key up to its last slash), so that a listing sorts little. */
export class SortedRows {
  readonly #folders = new Map<string, Map<string, Uint8Array>>()
  readonly #copy: (bytes: Uint8Array) => Uint8Array
  #size = 0

  /** @param copy makes bytes that are nobody else's. */
  constructor(copy: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes.slice()) {
    this.#copy = copy
  }

  get size(): number {
    return this.#size
  }

  get(key: string): Uint8Array | undefined {
    return this.#folders.get(folderOf(key))?.get(key)
  }

  apply(changes: readonly StorageChange[]): void {
    for (const [key, value] of changes)
      if (value === undefined) this.#remove(key)
      else this.#put(key, this.#copy(value))
  }

  list(prefix: string, options: { limit?: number; reverse?: boolean } = {}): StorageRow[] {
    const found: StorageRow[] = []
    for (const [name, folder] of this.#folders)
      if (name.startsWith(prefix)) found.push(...folder)
      else if (prefix.startsWith(name))
        for (const row of folder) if (row[0].startsWith(prefix)) found.push(row)
    found.sort((a, b) => (a[0] < b[0] ? -1 : 1))
    if (options.reverse === true) found.reverse()
    return found.slice(0, options.limit).map(([key, value]) => [key, this.#copy(value)] as const)
  }

  #put(key: string, value: Uint8Array): void {
    const name = folderOf(key)
    const folder = this.#folders.get(name) ?? new Map<string, Uint8Array>()
    this.#folders.set(name, folder)
    if (!folder.has(key)) this.#size += 1
    folder.set(key, value)
  }

  #remove(key: string): void {
    const name = folderOf(key)
    const folder = this.#folders.get(name)
    if (folder?.delete(key) !== true) return
    this.#size -= 1
    if (folder.size === 0) this.#folders.delete(name)
  }
}

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1)
