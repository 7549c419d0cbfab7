/** Something that happens at a moment of virtual time. */
export class Moment {
  readonly atMs: number
  /** Among those of one time: in which order they were planned. */
  readonly order: number
  #run: (() => void) | undefined

  constructor(atMs: number, order: number, run: () => void) {
    this.atMs = atMs
    this.order = order
    this.#run = run
  }

  get isCancelled(): boolean {
    return this.#run === undefined
  }

  run(): void {
    this.#run?.()
  }

  cancel(): void {
    this.#run = undefined
  }
}

/** What Node offers for running the microtask queue dry from outside of it. */
const drainMicrotasks: () => void = (() => {
  const drain = (process as { _tickCallback?: () => void })._tickCallback
  if (drain === undefined) throw new Error('this Node cannot run its microtask queue dry on demand')
  return drain.bind(process)
})()

/**
 * Moments lie on a grid of which every point is a number without a rest, so that adding and subtracting durations is
 * exact: a timer never runs a rounding error too early, where its owner would set it again for no time at all.
 */
const ticksPerMs = 1_024
/** So many moments without any time passing are no life, but a loop. */
const standstillMax = 1_000_000

/**
 * Virtual time. Moments run by time, then in the order in which they were planned; after each, everything that
 * promises make of it has happened before the next one runs. Nothing else makes time pass.
 */
export class Timeline {
  #nowMs = 0
  #order = 0
  readonly #heap: Moment[] = []
  #soon: (() => void)[] = []
  /** Emptied, for the next ones. */
  #spare: (() => void)[] = []
  #moments = 0
  #standing = 0

  get nowMs(): number {
    return this.#nowMs
  }

  /** How many moments have run. */
  get moments(): number {
    return this.#moments
  }

  /** Plans `run` for `delayMs` from now. */
  after(delayMs: number, run: () => void): Moment {
    const order = (this.#order += 1)
    const atMs = Math.ceil((this.#nowMs + Math.max(0, delayMs)) * ticksPerMs) / ticksPerMs
    const moment = new Moment(atMs, order, run)
    this.#push(moment)
    return moment
  }

  /** Runs `run` in this moment, after what promises make of what runs now. */
  soon(run: () => void): void {
    this.#soon.push(run)
  }

  /**
   * Runs everything up to `untilMs`, in one turn of the real event loop.
   * NOTE the microtask queue can be run dry only from outside of it: hence the promise, and never two at once.
   */
  run(untilMs: number, around: (turn: () => void) => void = (turn) => turn()): Promise<void> {
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          around(() => this.#run(untilMs))
          resolve()
        } catch (fault) {
          reject(fault instanceof Error ? fault : new Error(String(fault)))
        }
      })
    })
  }

  #run(untilMs: number): void {
    this.#settle()
    for (;;) {
      const next = this.#heap[0]
      if (next === undefined || next.atMs > untilMs) break
      this.#pop()
      if (next.isCancelled) continue
      this.#standing = next.atMs > this.#nowMs ? 0 : this.#standing + 1
      if (this.#standing > standstillMax) throw new Error(`time stands still at ${this.#nowMs}`)
      this.#nowMs = next.atMs
      this.#moments += 1
      next.run()
      this.#settle()
    }
    this.#nowMs = Math.max(this.#nowMs, Math.floor(untilMs * ticksPerMs) / ticksPerMs)
  }

  #settle(): void {
    drainMicrotasks()
    while (this.#soon.length > 0) {
      const soon = this.#soon
      this.#soon = this.#spare
      for (const run of soon) {
        run()
        drainMicrotasks()
      }
      soon.length = 0
      this.#spare = soon
    }
  }

  #push(moment: Moment): void {
    const heap = this.#heap
    let index = heap.push(moment) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !before(moment, above)) break
      heap[index] = above
      index = parent
    }
    heap[index] = moment
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      const left = index * 2 + 1
      let child = heap[left]
      if (child === undefined) break
      let at = left
      const right = heap[left + 1]
      if (right !== undefined && before(right, child)) {
        child = right
        at = left + 1
      }
      if (!before(child, last)) break
      heap[index] = child
      index = at
    }
    heap[index] = last
  }
}

function before(a: Moment, b: Moment): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}
