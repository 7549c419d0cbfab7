import type { AccountId, AccountLogEntry, Seq } from '../model.ts'
import { DeclaredRows } from './declared-rows.ts'

/** Account logs: of each key the newest entry. */
export abstract class MemoryItems extends DeclaredRows {
  readonly #items = new Map<AccountId, Map<string, AccountLogEntry>>()

  accountItems(account: AccountId, afterSeq: Seq, toSeq: Seq, limit: number): AccountLogEntry[] {
    return [...(this.#items.get(account)?.values() ?? [])]
      .filter((item) => item.seq > afterSeq && item.seq <= toSeq)
      .toSorted((a, b) => a.seq - b.seq)
      .slice(0, limit)
  }

  accountItem(account: AccountId, key: string): AccountLogEntry | undefined {
    return this.#items.get(account)?.get(key)
  }

  putAccountItem(account: AccountId, item: AccountLogEntry): void {
    const items = this.#itemsOf(account)
    const former = items.get(item.key)
    items.set(item.key, { ...item, body: item.body.slice() })
    this.note(() => {
      if (former === undefined) items.delete(item.key)
      else items.set(item.key, former)
    })
  }

  removeTombstones(account: AccountId, toSeq: Seq): void {
    const items = this.#itemsOf(account)
    for (const item of items.values()) {
      if (item.seq > toSeq || item.body.length > 0) continue
      items.delete(item.key)
      this.note(() => items.set(item.key, item))
    }
  }

  tombstoneBehind(account: AccountId, keep: number): Seq {
    const tombstones = [...(this.#items.get(account)?.values() ?? [])]
      .filter((item) => item.body.length === 0)
      .map((item) => item.seq)
      .toSorted((a, b) => b - a)
    return tombstones[keep] ?? 0
  }

  #itemsOf(account: AccountId): Map<string, AccountLogEntry> {
    const known = this.#items.get(account)
    if (known !== undefined) return known
    const made = new Map<string, AccountLogEntry>()
    this.#items.set(account, made)
    return made
  }
}
