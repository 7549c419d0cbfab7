import { profilesPageMax } from '@parley/protocol'
import type { AccountId, Profile } from '../base/model.ts'
import type { Storage } from '../cache/storage.ts'
import type { WriteBehind } from '../cache/write-behind.ts'
import type { SyncContext } from './context.ts'
import { fromJsonBytes, jsonBytes, sortable } from '../base/bytes.ts'
import { sameJson } from '../base/same-json.ts'
import { callPatiently } from '../connection/calls.ts'
import { readProfile } from '../connection/profile.ts'

const folder = 'profile/'

/** What is known of other accounts: cached, asked for when first looked at. */
export class Profiles {
  readonly #context: SyncContext
  readonly #writes: WriteBehind
  readonly #changed: (profile: Profile) => void
  readonly #known = new Map<AccountId, Profile>()
  readonly #asked = new Set<AccountId>()
  #isAsking = false

  constructor(context: SyncContext, writes: WriteBehind, changed: (profile: Profile) => void) {
    this.#context = context
    this.#writes = writes
    this.#changed = changed
  }

  async load(storage: Storage): Promise<void> {
    for (const [, bytes] of await storage.list(folder)) {
      const json = fromJsonBytes(bytes)
      if (typeof json !== 'object' || json === null) continue
      const profile = readProfile(json)
      if (profile.account === 0 || this.#known.has(profile.account)) continue
      this.#known.set(profile.account, profile)
      // NOTE somebody may have looked before.
      this.#changed(profile)
    }
  }

  take(read: Parameters<typeof readProfile>[0]): Profile {
    const profile = readProfile(read)
    const known = this.#known.get(profile.account)
    if (known !== undefined && sameJson(known, profile)) return known
    if (profile.account === 0) return profile
    this.#known.set(profile.account, profile)
    if (this.#context.session.leads)
      this.#writes.put(folder + sortable(profile.account), jsonBytes(profile))
    this.#changed(profile)
    return profile
  }

  get(account: AccountId): Profile | undefined {
    return this.#known.get(account)
  }

  /** Like get; what is not known is asked for behind, many at once. */
  look(account: AccountId): Profile | undefined {
    const known = this.#known.get(account)
    if (known === undefined && account > 0) {
      this.#asked.add(account)
      queueMicrotask(() => void this.askAll())
    }
    return known
  }

  async askAll(): Promise<void> {
    if (this.#isAsking || this.#context.session.state.name !== 'ready') return
    this.#isAsking = true
    try {
      while (this.#asked.size > 0) {
        const accounts = [...this.#asked].slice(0, profilesPageMax)
        await this.fetch(accounts)
        for (const account of accounts) this.#asked.delete(account)
      }
    } catch {
      // NOTE asked again with the next connection.
    } finally {
      this.#isAsking = false
    }
  }

  async fetch(accounts: readonly AccountId[], signal?: AbortSignal): Promise<Profile[]> {
    const found: Profile[] = []
    for (let index = 0; index < accounts.length; index += profilesPageMax) {
      const request = { accounts: accounts.slice(index, index + profilesPageMax) }
      const reply = await callPatiently(this.#context, 'getProfiles', request, signal)
      for (const profile of reply.profiles) found.push(this.take(profile))
    }
    return found
  }

  clear(): void {
    for (const account of this.#known.keys())
      this.#writes.put(folder + sortable(account), undefined)
    this.#known.clear()
    this.#asked.clear()
  }
}
