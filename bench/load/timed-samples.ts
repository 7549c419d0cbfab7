import { Samples, type Percentiles } from './samples.ts'

/** A stretch of time in ms since the epoch, so that one process can tell it to another. */
export interface Span {
  fromMs: number
  untilMs: number
}

export const epochMs = (): number => performance.timeOrigin + performance.now()

/** @param startMs of `performance.now()` in this process. @returns from then until now. */
export function spanSince(startMs: number): Span {
  return { fromMs: performance.timeOrigin + startMs, untilMs: epochMs() }
}

/** Keeps every sample with its time, which is asked about afterwards. */
export class TimedSamples {
  readonly #values: number[] = []
  readonly #timesMs: number[] = []

  add(value: number, atMs: number): void {
    this.#values.push(value)
    this.#timesMs.push(atMs)
  }

  /** Of those from the first moment of the span on, up to its last. */
  during({ fromMs, untilMs }: Span): Percentiles {
    const samples = new Samples()
    for (const [at, value] of this.#values.entries()) {
      const timeMs = this.#timesMs[at] ?? 0
      if (timeMs >= fromMs && timeMs < untilMs) samples.add(value)
    }
    return samples.percentiles()
  }
}
