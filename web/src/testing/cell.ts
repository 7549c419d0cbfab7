import type { Observable } from '@parley/client/browser'

/** A value that tells when it changes. */
export class Cell<T> implements Observable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()
  constructor(value: T) {
    this.#value = value
  }
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly getSnapshot = () => this.#value
  set(value: T) {
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}
