import type { Clock, Timer } from '../base/clock.ts'
import type { AccountId } from '../base/model.ts'

/** Typing ends by itself when it is not repeated. */
const typingTimeoutMs = 6_000

/** Who types in a conversation just now. */
export class Typists {
  readonly #clock: Clock
  readonly #changed: (account: AccountId, typing: boolean) => void
  readonly #timers = new Map<AccountId, Timer>()

  constructor(clock: Clock, changed: (account: AccountId, typing: boolean) => void) {
    this.#clock = clock
    this.#changed = changed
  }

  get accounts(): AccountId[] {
    return [...this.#timers.keys()]
  }

  take(account: AccountId, typing: boolean): void {
    const known = this.#timers.get(account)
    known?.cancel()
    const end = () => this.take(account, false)
    if (typing) this.#timers.set(account, this.#clock.after(typingTimeoutMs, end))
    else this.#timers.delete(account)
    if (typing !== (known !== undefined)) this.#changed(account, typing)
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
  }
}
