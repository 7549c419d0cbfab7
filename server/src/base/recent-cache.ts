/**
 * Keeps what was used lately, at most `sizeMax` of it. Two halves instead of a list: what is used moves to the young
 * half, and when that is full the old half is dropped.
 */
export class RecentCache<K, V> {
  readonly #halfMax: number
  #young = new Map<K, V>()
  #old = new Map<K, V>()

  constructor(sizeMax: number) {
    this.#halfMax = Math.max(1, Math.floor(sizeMax / 2))
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.#young.set(key, old)
    return old
  }

  /** May hold more than its bound until `trim`. */
  set(key: K, value: V): void {
    this.#young.set(key, value)
  }

  delete(key: K): void {
    this.#young.delete(key)
    this.#old.delete(key)
  }

  trim(): void {
    if (this.#young.size < this.#halfMax) return
    this.#old = this.#young
    this.#young = new Map()
  }

  clear(): void {
    this.#young = new Map()
    this.#old = new Map()
  }
}
