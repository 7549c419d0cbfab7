/**
 * A value that is computed when it is looked at after a change. Listeners are told once for all changes of one turn.
 * The methods are bound: they can be handed to useSyncExternalStore as they are.
 */
export class Cell<T> {
  readonly #compute: (before: T | undefined) => T
  readonly #listeners = new Set<() => void>()
  #value: T | undefined
  #isStale = true
  #isTelling = false
  /** Called when the first listener comes. */
  onWatched: (() => void) | undefined

  constructor(compute: (before: T | undefined) => T) {
    this.#compute = compute
  }

  readonly getSnapshot = (): T => {
    if (this.#isStale) {
      this.#value = this.#compute(this.#value)
      this.#isStale = false
    }
    return this.#value as T
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const own = () => listener()
    this.#listeners.add(own)
    if (this.#listeners.size === 1) this.onWatched?.()
    return () => {
      this.#listeners.delete(own)
    }
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0
  }

  changed(): void {
    this.#isStale = true
    if (this.#isTelling || this.#listeners.size === 0) return
    this.#isTelling = true
    queueMicrotask(() => {
      this.#isTelling = false
      for (const listener of this.#listeners) listener()
    })
  }
}
