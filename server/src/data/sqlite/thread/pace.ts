/** A thread that nobody waits for works so long … */
export const workMs = 0.5
/** … and then lets the others go first for so long. */
export const restMs = 0.5

/**
 * Short turns for a thread that stepped back. Where all threads share a core, Linux lets one that runs go on for up to a tick
 * (4 ms) although another with a higher priority has woken up, so that a message, which wakes five threads on its way, waits
 * for it five times. At most half of a core goes to such a thread.
 */
export class Pace {
  readonly #never = new Int32Array(new SharedArrayBuffer(4))
  #beganMs = performance.now()

  /** To be called between pieces of work, each well below workMs. */
  rest(): void {
    if (performance.now() - this.#beganMs < workMs) return
    Atomics.wait(this.#never, 0, 0, restMs)
    this.#beganMs = performance.now()
  }
}
