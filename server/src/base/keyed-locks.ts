/** One after the other for each key; keys do not wait for each other. */
export class KeyedLocks {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Holds all keys while `work` runs. Taken in one order by everybody, so that nobody waits in a circle. */
  run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const [first, ...rest] = [...new Set(keys)].toSorted()
    if (first === undefined) return work()
    return this.#one(first, () => this.run(rest, work))
  }

  #one<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const running = before.then(work, work)
    this.#last.set(key, running)
    const done = (): void => {
      if (this.#last.get(key) === running) this.#last.delete(key)
    }
    running.then(done, done)
    return running
  }
}
