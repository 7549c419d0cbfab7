import { addressKey, isLoopback } from './address.ts'
import type { AccessSettings } from './settings.ts'

interface Counts {
  all: number
  greeting: number
}

/** Who may connect: how many there are, in all and by address. */
export class Admission {
  readonly #settings: AccessSettings
  readonly #byAddress = new Map<string, Counts>()
  #all = 0
  #greeting = 0

  constructor(settings: AccessSettings) {
    this.#settings = settings
  }

  get greeting(): number {
    return this.#greeting
  }

  /** Counts a new connection in, unless there are too many. */
  enter(address: string): boolean {
    const { connectionsMax, connectionsPerAddressMax, greetingsMax, greetingsPerAddressMax } =
      this.#settings
    if (this.#all >= connectionsMax || this.#greeting >= greetingsMax) return false
    if (!isLoopback(address)) {
      const key = addressKey(address)
      const counts = this.#byAddress.get(key) ?? { all: 0, greeting: 0 }
      if (counts.all >= connectionsPerAddressMax || counts.greeting >= greetingsPerAddressMax)
        return false
      counts.all += 1
      counts.greeting += 1
      this.#byAddress.set(key, counts)
    }
    this.#all += 1
    this.#greeting += 1
    return true
  }

  /** One that entered has logged in. */
  greeted(address: string): void {
    this.#greeting -= 1
    if (isLoopback(address)) return
    const counts = this.#byAddress.get(addressKey(address))
    if (counts !== undefined) counts.greeting -= 1
  }

  /** One that entered is gone; `greeted` says whether it had logged in. */
  leave(address: string, greeted: boolean): void {
    this.#all -= 1
    if (!greeted) this.greeted(address)
    if (isLoopback(address)) return
    const key = addressKey(address)
    const counts = this.#byAddress.get(key)
    if (counts === undefined) return
    counts.all -= 1
    if (counts.all === 0) this.#byAddress.delete(key)
  }
}
