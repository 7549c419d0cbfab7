import type { Storage } from '../cache/storage.ts'
import type { WriteBehind } from '../cache/write-behind.ts'
import type { Timer } from '../base/clock.ts'
import type { SyncContext } from './context.ts'
import { fromBase64, fromJsonBytes, jsonBytes, toBase64 } from '../base/bytes.ts'
import { callPatiently } from '../connection/calls.ts'
import { toIMError } from '../base/im-error.ts'

interface Item {
  body: Uint8Array
  /** Of the account log; 0: never stored there. */
  seq: number
  /** Written here and not stored yet. */
  isDirty: boolean
}

interface EntryRead {
  seq?: number | null
  key?: string | null
  body?: Uint8Array | null
}

const folder = 'item/'
/** Quick changes of one item share a write. */
const writeDelayMs = 1_000

/** The account log as this device sees it: the newest body of each key (R3). Own changes are kept until stored. */
export class AccountItems {
  readonly #context: SyncContext
  readonly #writes: WriteBehind
  readonly #changed: (key: string, body: Uint8Array | undefined) => void
  readonly #items = new Map<string, Item>()
  readonly #timers = new Map<string, Timer>()
  readonly #storing = new Map<string, Promise<void>>()
  /** What the account log told of keys while an own change of theirs was not stored. */
  readonly #overtaken = new Map<string, { body: Uint8Array; seq: number }>()
  /** Keys that the server named since the present sync began. */
  readonly #named = new Set<string>()

  constructor(
    context: SyncContext,
    writes: WriteBehind,
    changed: (key: string, body: Uint8Array | undefined) => void,
  ) {
    this.#context = context
    this.#writes = writes
    this.#changed = changed
  }

  async load(storage: Storage): Promise<void> {
    const loaded: string[] = []
    for (const [row, bytes] of await storage.list(folder)) {
      const json = fromJsonBytes(bytes) as
        | Partial<Record<'body' | 'seq' | 'isDirty', unknown>>
        | undefined
      const body = typeof json?.body === 'string' ? fromBase64(json.body) : undefined
      if (body === undefined || typeof json?.seq !== 'number') continue
      const key = row.slice(folder.length)
      if (this.#items.has(key)) continue
      this.#items.set(key, { body, seq: json.seq, isDirty: json.isDirty === true })
      loaded.push(key)
    }
    // NOTE somebody may have looked before.
    for (const key of loaded) this.#changed(key, this.get(key))
  }

  get(key: string): Uint8Array | undefined {
    const body = this.#items.get(key)?.body
    return body === undefined || body.length === 0 ? undefined : body
  }

  /** Of the living items whose keys begin so, in any order. */
  keys(prefix: string): string[] {
    return [...this.#items.keys()].filter(
      (key) => key.startsWith(prefix) && this.get(key) !== undefined,
    )
  }

  /** A sync begins. */
  began(): void {
    this.#named.clear()
  }

  take(entry: EntryRead): void {
    const { key, seq } = entry
    if (typeof key !== 'string' || typeof seq !== 'number') return
    this.#named.add(key)
    const known = this.#items.get(key)
    if (known !== undefined && seq <= known.seq) return
    const told = { body: (entry.body ?? new Uint8Array()).slice(), seq }
    // NOTE the own change may come before or after it in the log: its answer says so, and may be the later one to arrive.
    if (known?.isDirty === true) {
      if (seq > (this.#overtaken.get(key)?.seq ?? 0)) this.#overtaken.set(key, told)
      return
    }
    this.#put(key, { ...told, isDirty: false })
    this.#changed(key, this.get(key))
  }

  /** A full sync named all there was, and pushes and answers since it began what came after. */
  keepNamed(): void {
    for (const [key, item] of this.#items)
      if (!this.#named.has(key) && !item.isDirty) this.#remove(key)
  }

  /** The store behind the server is another one, which counts from the beginning: own changes are still to be stored. */
  startAnew(): void {
    this.#overtaken.clear()
    for (const [key, item] of this.#items)
      if (item.isDirty) this.#put(key, { ...item, seq: 0 })
      else this.#remove(key)
  }

  /** Shown at once, stored soon. */
  setSoon(key: string, body: Uint8Array): void {
    this.#change(key, body)
    if (this.#timers.has(key)) return
    const timer = this.#context.clock.after(writeDelayMs, () => {
      this.#timers.delete(key)
      void this.#store(key).catch(() => {})
    })
    this.#timers.set(key, timer)
  }

  set(key: string, body: Uint8Array): Promise<void> {
    this.#change(key, body)
    return this.#store(key)
  }

  /** After every sync: what is not stored yet. */
  storeAll(): void {
    for (const [key, item] of this.#items)
      if (item.isDirty && !this.#timers.has(key)) void this.#store(key).catch(() => {})
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
  }

  clear(): void {
    this.close()
    for (const key of this.#items.keys()) this.#remove(key)
  }

  #change(key: string, body: Uint8Array): void {
    this.#put(key, { body, seq: this.#items.get(key)?.seq ?? 0, isDirty: true })
    this.#changed(key, this.get(key))
  }

  /** One write of a key at a time: the last one wins on the server too. */
  #store(key: string): Promise<void> {
    const running = this.#storing.get(key) ?? Promise.resolve()
    const storing = running.catch(() => {}).then(() => this.#storeOnce(key))
    this.#storing.set(key, storing)
    const done = () => {
      if (this.#storing.get(key) === storing) this.#storing.delete(key)
    }
    storing.then(done, done)
    return storing
  }

  async #storeOnce(key: string): Promise<void> {
    const item = this.#items.get(key)
    if (item === undefined || !item.isDirty) return
    const { body } = item
    try {
      const { seq } = await callPatiently(this.#context, 'putAccountItem', { key, body })
      this.#named.add(key)
      if (this.#items.get(key) === item) this.#settled(key, { body, seq })
      else if (this.#items.has(key)) this.take({ key, body, seq })
    } catch (thrown) {
      // NOTE refused for good: repeating it with every sync would help nobody. What ended the program or its session is no answer.
      const { retry } = toIMError(thrown)
      const isAnswer = retry === 'never' && this.#context.session.state.name === 'ready'
      if (isAnswer && this.#items.get(key) === item) this.#settled(key, item)
      throw thrown
    }
  }

  /** An own change came to its end, and is the newest that is known, unless another one is. */
  #settled(key: string, own: { body: Uint8Array; seq: number }): void {
    this.#put(key, { ...own, isDirty: false })
    const told = this.#overtaken.get(key)
    this.#overtaken.delete(key)
    if (told !== undefined) this.take({ key, ...told })
  }

  #put(key: string, item: Item): void {
    this.#items.set(key, item)
    const { body, seq, isDirty } = item
    if (this.#context.session.leads || isDirty)
      this.#writes.put(folder + key, jsonBytes({ body: toBase64(body), seq, isDirty }))
  }

  #remove(key: string): void {
    this.#items.delete(key)
    this.#overtaken.delete(key)
    this.#writes.put(folder + key, undefined)
    this.#changed(key, undefined)
  }
}
