import { presencePageMax } from '@parley/protocol'
import type { AccountId } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import { sameJson } from '../base/same-json.ts'
import { callPatiently } from '../connection/calls.ts'
import { sameNumbers } from './same-numbers.ts'

export interface PresenceState {
  readonly account: AccountId
  readonly online: boolean
  /** 0: it is online, or not known, or not shown. */
  readonly lastSeenMs: number
  /** While it is online. */
  readonly status: 'online' | 'busy' | 'away'
  /** DeviceClass of the devices that are online. */
  readonly deviceClasses: readonly number[]
}

interface PresenceRead {
  account?: number | null
  online?: boolean | null
  lastSeenMs?: number | null
  status?: number | null
  deviceClasses?: number | null
}

/** Who of those on the screen is online. Lossy: asked anew with every connection and after every repair (R6). */
export class Presences {
  readonly #context: SyncContext
  readonly #changed: (presence: PresenceState) => void
  readonly #known = new Map<AccountId, PresenceState>()
  #watched: readonly AccountId[] = []
  #isAsking = false
  #isDue = false

  constructor(context: SyncContext, changed: (presence: PresenceState) => void) {
    this.#context = context
    this.#changed = changed
  }

  get(account: AccountId): PresenceState | undefined {
    return this.#known.get(account)
  }

  watch(accounts: readonly AccountId[]): void {
    const unique = [...new Set(accounts)].sort((a, b) => a - b)
    if (sameNumbers(unique, this.#watched)) return
    this.#watched = unique
    for (const account of this.#known.keys())
      if (!unique.includes(account)) this.#known.delete(account)
    void this.subscribe()
  }

  /** Says what is watched. Never rejects. */
  async subscribe(): Promise<void> {
    this.#isDue = true
    if (this.#isAsking) return
    this.#isAsking = true
    const { session } = this.#context
    while (this.#isDue && session.state.name === 'ready') {
      this.#isDue = false
      const request = { accounts: [...this.#watched] }
      try {
        this.take((await callPatiently(this.#context, 'subscribePresence', request)).presences)
      } catch {
        // NOTE the next sync asks again.
      }
    }
    this.#isAsking = false
  }

  /** As they are now; nothing is kept. */
  async fetch(
    accounts: readonly AccountId[],
    signal: AbortSignal | undefined,
  ): Promise<PresenceState[]> {
    const found: PresenceState[] = []
    for (let index = 0; index < accounts.length; index += presencePageMax) {
      const request = { accounts: accounts.slice(index, index + presencePageMax) }
      const reply = await callPatiently(this.#context, 'getPresences', request, signal)
      for (const read of reply.presences) found.push(readPresence(read))
    }
    return found
  }

  get isWatching(): boolean {
    return this.#watched.length > 0
  }

  take(presences: readonly PresenceRead[]): void {
    for (const read of presences) {
      const presence = readPresence(read)
      const known = this.#known.get(presence.account)
      if (known !== undefined && sameJson(known, presence)) continue
      if (!this.#watched.includes(presence.account)) continue
      this.#known.set(presence.account, presence)
      this.#changed(presence)
    }
  }

  clear(): void {
    this.#known.clear()
    this.#watched = []
  }
}

const statuses = ['online', 'online', 'busy', 'away'] as const

function readPresence(read: PresenceRead): PresenceState {
  const bits = read.deviceClasses ?? 0
  const deviceClasses: number[] = []
  for (let bit = 0; bit < 31; bit += 1) if ((bits & (1 << bit)) !== 0) deviceClasses.push(bit)
  return {
    account: read.account ?? 0,
    online: read.online ?? false,
    lastSeenMs: read.lastSeenMs ?? 0,
    status: statuses[read.status ?? 0] ?? 'online',
    deviceClasses,
  }
}
