/** A map that says how to undo each of its changes. Values are replaced, never written to. */
export class UndoMap<K, V> {
  readonly #rows = new Map<K, V>()
  readonly #note: (undo: () => void) => void

  constructor(note: (undo: () => void) => void) {
    this.#note = note
  }

  get(key: K): V | undefined {
    return this.#rows.get(key)
  }

  set(key: K, value: V): void {
    const former = this.#rows.get(key)
    this.#rows.set(key, value)
    this.#note(() => {
      if (former === undefined) this.#rows.delete(key)
      else this.#rows.set(key, former)
    })
  }

  delete(key: K): void {
    const former = this.#rows.get(key)
    if (former === undefined) return
    this.#rows.delete(key)
    this.#note(() => this.#rows.set(key, former))
  }

  keys(): Iterable<K> {
    return this.#rows.keys()
  }

  values(): Iterable<V> {
    return this.#rows.values()
  }
}

/** Bytes as a key: hexadecimal, in the order of the bytes. */
export function keyOf(bytes: Uint8Array): string {
  let key = ''
  for (const byte of bytes) key += hex[byte]
  return key
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
