/** Lets at most `limit` requests be open at once; the others wait in order. */
export class RequestQueue {
  limit: number
  #open = 0
  readonly #waiting: (() => void)[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  async run<T>(request: () => Promise<T>): Promise<T> {
    if (this.#open >= this.limit) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#open += 1
    try {
      return await request()
    } finally {
      // NOTE a place is handed on, so that nobody slips in between.
      const next = this.#waiting.shift()
      if (next === undefined) this.#open -= 1
      else next()
    }
  }
}
