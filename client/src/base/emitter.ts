/** Typed listeners. A listener that throws does not keep the others from hearing. */
export class Emitter<Events> {
  readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>()
  readonly #onThrow: (thrown: unknown) => void

  constructor(onThrow: (thrown: unknown) => void = rethrowLater) {
    this.#onThrow = onThrow
  }

  on<N extends keyof Events>(name: N, listener: (event: Events[N]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    // NOTE wrapped, so that the same function given twice is two listeners.
    const own = (event: Events[N]) => listener(event)
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  }

  emit<N extends keyof Events>(name: N, event: Events[N]): void {
    const listeners = this.#listeners.get(name)
    if (listeners === undefined) return
    for (const listener of listeners) {
      try {
        ;(listener as (event: Events[N]) => void)(event)
      } catch (thrown) {
        this.#onThrow(thrown)
      }
    }
  }

  heard(name: keyof Events): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0
  }
}

/** The fault of a listener is its owner's: it surfaces as an unhandled rejection and breaks nothing of ours. */
function rethrowLater(thrown: unknown): void {
  void Promise.reject(thrown)
}
