/**
 * What a session has given to the rules and is not answered yet. Commands on one target run in arrival order: sends
 * go straight to the store, which keeps their order; what reads waits for the sends before it. A resume waits for all.
 */
export class SessionWork {
  #running = 0
  #idle: (() => void)[] = []
  /** The last send of each target that is still running. */
  #sends: Map<number, Promise<unknown>> | undefined
  readonly #done = (): void => this.#ended()

  /** Runs `work` now. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1
    const result = work()
    result.then(this.#done, this.#done)
    return result
  }

  runSend<T>(target: number, work: () => Promise<T>): Promise<T> {
    this.#running += 1
    const result = work()
    const sends = (this.#sends ??= new Map<number, Promise<unknown>>())
    sends.set(target, result)
    const done = (): void => {
      if (this.#running > 1 && sends.get(target) === result) sends.delete(target)
      this.#ended()
    }
    result.then(done, done)
    return result
  }

  /** Runs `work` after the sends of the same target that came before it. */
  runAfterSends<T>(target: number, work: () => Promise<T>): Promise<T> {
    const before = this.#sends?.get(target)
    if (before === undefined) return this.run(work)
    return this.run(() => before.then(work, work))
  }

  #ended(): void {
    this.#running -= 1
    if (this.#running > 0) return
    // NOTE a map that lives long and is filled and emptied again and again leaves tables behind that V8 keeps for as long
    // as it collects only young objects, and all that was in them.
    this.#sends = undefined
    const idle = this.#idle
    this.#idle = []
    for (const wake of idle) wake()
  }

  /** Resolves when nothing that was given so far runs any more. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }
}
