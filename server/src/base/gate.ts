import { Refusal } from './refusal.ts'

/** Lets a bounded number run, a bounded number wait, and refuses the rest with BUSY. */
export class Gate {
  readonly #runningMax: number
  readonly #queuedMax: number
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(runningMax: number, queuedMax: number) {
    this.#runningMax = runningMax
    this.#queuedMax = queuedMax
  }

  /** @throws Refusal BUSY, and what `work` throws. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#runningMax) this.#running += 1
    else if (this.#queue.length >= this.#queuedMax) throw new Refusal('BUSY')
    else await new Promise<void>((resolve) => this.#queue.push(resolve))
    try {
      return await work()
    } finally {
      // NOTE the place is handed on, not given back: nobody slips in between.
      const next = this.#queue.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}
