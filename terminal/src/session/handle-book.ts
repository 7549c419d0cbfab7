import { profilesPageMax } from '@parley/protocol'
import { callPatiently, type Session } from './sdk.ts'
import { patience } from './find-account.ts'

/** Handles of accounts, each asked for once. */
export class HandleBook {
  readonly #session: Session
  readonly #handles = new Map<number, string>()

  constructor(session: Session) {
    this.#session = session
  }

  learn(account: number, handle: string): void {
    this.#handles.set(account, handle)
  }

  /** Makes sure that of() knows them. One that does not exist any more is known by its number. */
  async need(
    accounts: Iterable<number>,
    options: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<void> {
    const missing = [...new Set(accounts)].filter((account) => !this.#handles.has(account))
    for (let start = 0; start < missing.length; start += profilesPageMax) {
      const page = missing.slice(start, start + profilesPageMax)
      const request = { accounts: page }
      const reply = await callPatiently(patience(this.#session), 'getProfiles', request, options)
      for (const { account, handle } of reply.profiles)
        if (account && handle) this.#handles.set(account, handle)
      for (const account of page)
        if (!this.#handles.has(account)) this.#handles.set(account, `#${account}`)
    }
  }

  of(account: number): string {
    return this.#handles.get(account) ?? `#${account}`
  }
}
