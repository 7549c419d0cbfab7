import { readable } from './readable.ts'
import type { Figure } from './report.ts'

/**
 * Figures of several rounds as one each, in the order of the first round: the median, with the lowest and the highest. Its
 * targets are those of the round it comes from.
 */
export function medians(figures: readonly Figure[]): Figure[] {
  const byName = Map.groupBy(figures, ({ scenario, name }) => `${scenario}\n${name}`)
  return [...byName.values()].map((same) => {
    const sorted = same.toSorted((a, b) => a.value - b.value)
    const median = sorted[Math.floor(sorted.length / 2)]
    const [lowest, highest] = [sorted[0], sorted.at(-1)]
    if (median === undefined || lowest === undefined || highest === undefined || same.length === 1)
      return same[0] as Figure
    const spread = `median of ${same.length}: ${readable(lowest.value)}–${readable(highest.value)}`
    return { ...median, note: median.note === undefined ? spread : `${median.note}; ${spread}` }
  })
}

/** The middle one, of an even number the higher of two. NaN where there is none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
