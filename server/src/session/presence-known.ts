import { settingsDefault, type StoredSettings } from '../data/account-settings-store.ts'
import type { AccountId } from '../data/model.ts'
import type { PresenceStore } from '../data/presence-store.ts'
import type { KnownPresence } from './presence-shown.ts'
import type { Session } from './session.ts'

/** Accounts kept in mind though nobody watches them. */
export const knownPresencesMax = 200_000

interface Kept extends KnownPresence {
  account: AccountId
  /** The settings were read, or changed since. */
  isRead: boolean
}

/** What accounts have settled and when they were last online: read once, then kept up to date by what happens. */
export class KnownPresences {
  readonly #store: Pick<PresenceStore, 'facts'>
  readonly #isWatched: (account: AccountId) => boolean
  readonly #kept = new Map<AccountId, Kept>()

  constructor(store: Pick<PresenceStore, 'facts'>, isWatched: (account: AccountId) => boolean) {
    this.#store = store
    this.#isWatched = isWatched
  }

  get(account: AccountId): Kept {
    return this.#kept.get(account) ?? unread(account)
  }

  /** Undefined where it was never read. */
  peek(account: AccountId): Kept | undefined {
    const kept = this.#kept.get(account)
    return kept?.isRead === true ? kept : undefined
  }

  /** Afterwards get() knows them. */
  async fetch(accounts: readonly AccountId[]): Promise<void> {
    const missing = accounts.filter((account) => this.#kept.get(account)?.isRead !== true)
    if (missing.length === 0) return
    // NOTE kept from now on: what changes while it is read is not overwritten by what was read.
    for (const account of missing) this.#keep(account)
    for (const { account, settings, lastSeenMs } of await this.#store.facts(missing)) {
      const kept = this.#keep(account)
      kept.lastSeenMs = Math.max(kept.lastSeenMs, lastSeenMs)
      if (kept.isRead) continue
      kept.settings = settings
      kept.isRead = true
    }
  }

  settled(account: AccountId, settings: StoredSettings): void {
    const kept = this.#keep(account)
    kept.settings = settings
    kept.isRead = true
  }

  /** A device of the account was connected until now. */
  seen(account: AccountId, nowMs: number, sessions: readonly Session[]): void {
    if (sessions.some(({ route }) => route !== undefined)) return
    const kept = this.#keep(account)
    kept.lastSeenMs = Math.max(kept.lastSeenMs, nowMs)
  }

  #keep(account: AccountId): Kept {
    const kept = this.#kept.get(account) ?? unread(account)
    this.#kept.delete(account)
    this.#kept.set(account, kept)
    if (this.#kept.size > knownPresencesMax) this.#dropOldest()
    return kept
  }

  /** Looks at a few only: where all of these are watched, the next change looks on. */
  #dropOldest(): void {
    let looked = 0
    for (const [account, kept] of this.#kept) {
      this.#kept.delete(account)
      if (!this.#isWatched(account)) return
      this.#kept.set(account, kept)
      looked += 1
      if (looked === lookedMax) return
    }
  }
}

const lookedMax = 8

function unread(account: AccountId): Kept {
  return { account, settings: settingsDefault, lastSeenMs: 0, isRead: false }
}
