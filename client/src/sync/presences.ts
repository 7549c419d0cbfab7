import type { AccountId } from '../base/model.ts'
import type { SyncContext } from './context.ts'
import { call } from '../connection/calls.ts'
import { sameNumbers } from './same-numbers.ts'

export interface PresenceState {
  readonly account: AccountId
  readonly online: boolean
  /** 0: not known or not shown. */
  readonly lastSeenMs: number
}

interface PresenceRead {
  account?: number | null
  online?: boolean | null
  lastSeenMs?: number | null
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
    try {
      while (this.#isDue && this.#context.session.state.name === 'ready') {
        this.#isDue = false
        const reply = await call(this.#context.session, 'subscribePresence', {
          accounts: [...this.#watched],
        })
        this.take(reply.presences)
      }
    } catch {
      // NOTE the next connection asks again.
    } finally {
      this.#isAsking = false
    }
  }

  get isWatching(): boolean {
    return this.#watched.length > 0
  }

  take(presences: readonly PresenceRead[]): void {
    for (const read of presences) {
      const presence = {
        account: read.account ?? 0,
        online: read.online ?? false,
        lastSeenMs: read.lastSeenMs ?? 0,
      }
      const known = this.#known.get(presence.account)
      if (known?.online === presence.online && known.lastSeenMs === presence.lastSeenMs) continue
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
