import type { Clock } from '../../base/clock.ts'
import type { DeviceId } from '../model.ts'
import type { Batcher } from './batcher.ts'

/** When a device was last seen may be this much behind, and is lost in a crash. */
export const seenDelayMs = 10_000
export const seenWaitingMax = 5_000

/** Coalesces the times at which devices were seen. */
export class SeenQueue {
  readonly #clock: Clock
  readonly #batcher: Batcher
  #waiting = new Map<DeviceId, number>()
  #timed = false

  constructor(clock: Clock, batcher: Batcher) {
    this.#clock = clock
    this.#batcher = batcher
  }

  note(device: DeviceId, nowMs: number): void {
    this.#waiting.set(device, Math.max(nowMs, this.#waiting.get(device) ?? 0))
    if (this.#waiting.size >= seenWaitingMax) this.flush()
    if (this.#timed || this.#waiting.size === 0) return
    this.#timed = true
    this.#clock.after(seenDelayMs, () => {
      this.#timed = false
      this.flush()
    })
  }

  flush(): void {
    if (this.#waiting.size === 0) return
    const devices = [...this.#waiting].map(([device, nowMs]) => ({ device, nowMs }))
    this.#waiting = new Map()
    // NOTE nobody waits for it: what a failing or busy store does not take is lost.
    this.#batcher.submit({ type: 'seen', devices }).catch(() => {})
  }
}
