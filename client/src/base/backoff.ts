import type { Random } from './random.ts'

export interface BackoffBounds {
  minMs: number
  maxMs: number
}

/** Before attempt n (from 0): a random time between 0 and min(max, min × 2^n), but never less than `floorMs`. */
export function backoffMs(
  random: Random,
  bounds: BackoffBounds,
  attempt: number,
  floorMs = 0,
): number {
  const ceilingMs = Math.min(bounds.maxMs, bounds.minMs * 2 ** Math.min(attempt, 30))
  return Math.max(floorMs, random.unit() * ceilingMs)
}
