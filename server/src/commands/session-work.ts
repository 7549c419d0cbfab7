/**
 * What a session has given to the rules and is not answered yet. Commands on one target run in arrival order: sends
 * go straight to the store, which keeps their order; what reads waits for the sends before it. A resume waits for all.
 */
export class SessionWork {
  #running = 0
  #idle: (() => void)[] = []
  /** The last send of each target that is still running. */
  #sends: Map<string, Promise<unknown>> | undefined

  /** Runs `work` now. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1
    return work().finally(() => {
      this.#running -= 1
      if (this.#running > 0) return
      const idle = this.#idle
      this.#idle = []
      for (const wake of idle) wake()
    })
  }

  runSend<T>(target: string, work: () => Promise<T>): Promise<T> {
    const result = this.run(work)
    const sends = (this.#sends ??= new Map<string, Promise<unknown>>())
    const settled = result.then(
      () => undefined,
      () => undefined,
    )
    sends.set(target, settled)
    void settled.then(() => {
      if (sends.get(target) === settled) sends.delete(target)
    })
    return result
  }

  /** Runs `work` after the sends of the same target that came before it. */
  runAfterSends<T>(target: string, work: () => Promise<T>): Promise<T> {
    const before = this.#sends?.get(target)
    if (before === undefined) return this.run(work)
    return this.run(() => before.then(work))
  }

  /** Resolves when nothing that was given so far runs any more. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }
}
