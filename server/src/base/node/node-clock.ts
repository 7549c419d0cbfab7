import type { Clock, Timer } from '../clock.ts'

/** What one setTimeout can wait. */
const timeoutMsMax = 2 ** 31 - 1

export const nodeClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (delayMs, run) => new NodeTimer(delayMs, run),
  soon: (run) => {
    setImmediate(run)
  },
}

class NodeTimer implements Timer {
  readonly #dueMs: number
  readonly #run: () => void
  #timeout: NodeJS.Timeout

  constructor(delayMs: number, run: () => void) {
    this.#dueMs = performance.now() + delayMs
    this.#run = run
    this.#timeout = this.#start(delayMs)
  }

  cancel(): void {
    clearTimeout(this.#timeout)
  }

  #start(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => this.#fire(), Math.min(Math.ceil(delayMs), timeoutMsMax)).unref()
  }

  #fire(): void {
    // NOTE Node counts in whole milliseconds from the start of the turn: it may come a little early.
    const restMs = this.#dueMs - performance.now()
    if (restMs > 0) this.#timeout = this.#start(restMs)
    else this.#run()
  }
}
