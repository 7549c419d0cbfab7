/** Percentiles of what was measured, in the unit it was given in. */
export interface Percentiles {
  count: number
  p50: number
  p99: number
  p999: number
  max: number
}

/** Keeps every sample. */
export class Samples {
  #values = new Float64Array(65_536)
  #count = 0

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const more = new Float64Array(2 * this.#count)
      more.set(this.#values)
      this.#values = more
    }
    this.#values[this.#count] = value
    this.#count += 1
  }

  percentiles(): Percentiles {
    const sorted = this.#values.slice(0, this.#count).sort()
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return { count: this.#count, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) }
  }
}
