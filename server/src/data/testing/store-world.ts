import { uuidV7Minter } from '@parley/protocol'
import type { ManualClock } from '../../base/testing/manual-clock.ts'
import type { Random } from '../../base/random.ts'
import { cursorDelayMs, type Append, type CursorMove, type NewEntry } from '../entry-store.ts'
import type { AccountId, Device, Seq, TokenHashes } from '../model.ts'
import type { Store } from '../store.ts'

/** An engine under test, and what its process and its disk can be made to do. */
export interface StoreWorld extends AsyncDisposable {
  readonly clock: ManualClock
  /** The store of the process that runs now. */
  readonly store: Store
  /** Ends the process, in the roughest way the engine has, and opens what it left. */
  restart(): Promise<void>
}

/** Longer than a store keeps to itself when a device was seen. */
export const seenDelay = 10_000

export type OpenWorld = () => Promise<StoreWorld>

/** Bytes from a seed: two worlds with one seed draw the same. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    fill: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = next()
      return bytes
    },
    unit: () => next() / 2 ** 32,
  }
}

/** Drives a store as devices would: mints ids, knows who sent what. */
export class Cast {
  readonly #world: StoreWorld
  readonly #random = seededRandom(1)
  readonly mint: () => Uint8Array
  #conversations = 1_000

  constructor(world: StoreWorld) {
    this.#world = world
    this.mint = uuidV7Minter({
      nowMs: () => world.clock.wallMs(),
      fill: (bytes) => this.#random.fill(bytes),
    })
  }

  /** An id as it would have been minted at another time. */
  mintAt(millis: number): Uint8Array {
    const fill = (bytes: Uint8Array) => this.#random.fill(bytes)
    return uuidV7Minter({ nowMs: () => millis, fill })()
  }

  bytes(length: number): Uint8Array {
    return this.#random.fill(new Uint8Array(length))
  }

  tokens(expiresMs = Number.MAX_SAFE_INTEGER): TokenHashes {
    return {
      accessHash: this.bytes(32),
      accessExpiresMs: expiresMs,
      refreshHash: this.bytes(32),
      refreshExpiresMs: expiresMs,
    }
  }

  device(id: number, account: AccountId): Device {
    const createdMs = this.#world.clock.wallMs()
    return { id, account, deviceClass: 1, name: `d${id}`, createdMs, lastSeenMs: createdMs }
  }

  newAccount(id: AccountId, tokens = this.tokens(), requestKey = this.mint()) {
    const account = {
      id,
      kind: 1,
      handle: `handle${id}`,
      displayName: `Name ${id}`,
      avatar: '',
      locale: 'en',
      passwordHash: 'phc',
      createdMs: this.#world.clock.wallMs(),
    }
    return { account, device: this.device(id * 10, id), tokens, requestKey }
  }

  async people(...ids: AccountId[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#world.store.accounts.create(this.newAccount(id))))
  }

  /** A send as it would come from the rules. */
  entry(from: AccountId, to: AccountId, more: Partial<NewEntry> = {}): NewEntry {
    this.#conversations += 1
    return {
      target: { account: to },
      sender: from,
      clientId: this.mint(),
      kind: 1,
      refSeq: 0,
      body: text(`${from} to ${to}`),
      after: new Uint8Array(0),
      readUpTo: 0,
      nowMs: this.#world.clock.wallMs(),
      guards: { strangersMayWrite: true },
      newConversationId: this.#conversations,
      ...more,
    }
  }

  send(from: AccountId, to: AccountId, more: Partial<NewEntry> = {}): Promise<Append> {
    return this.#world.store.entries.append(this.entry(from, to, more))
  }

  /** Sends that are expected to be stored. */
  async sent(from: AccountId, to: AccountId, more: Partial<NewEntry> = {}) {
    const append = await this.send(from, to, more)
    if (append.status === 'refused') throw new Error(`refused: ${append.error}`)
    return append
  }

  /** Moves, and lets the time pass that moves may wait. */
  async move(...moves: CursorMove[]) {
    const moved = this.#world.store.entries.moveCursors(moves)
    const [changes] = await Promise.all([moved, this.#world.clock.advance(cursorDelayMs)])
    return changes
  }

  async unread(account: AccountId, conversation: number): Promise<number | undefined> {
    return (await this.#world.store.conversations.view(account, conversation, 0))?.unread
  }

  async texts(reader: AccountId, conversation: number, fromSeq: Seq = 1): Promise<string[]> {
    const page = await this.#world.store.entries.pull({
      reader,
      conversation,
      fromSeq,
      limit: 500,
      backward: false,
      bytesMax: 10_000_000,
    })
    if (page.status === 'refused') throw new Error(page.error)
    return page.entries.map((entry) => new TextDecoder().decode(entry.body))
  }
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
