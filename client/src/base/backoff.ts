import type { Random } from './random.ts'

export interface BackoffBounds {
  minMs: number
  maxMs: number
}

/**
 * Before attempt n (from 0): a random time between 0 and min(max, min × 2^n). Where the server said when (`floorMs`), it
 * is that time and up to as much again: waiting longer than asked only wastes what the server would take.
 */
export function backoffMs(
  random: Random,
  bounds: BackoffBounds,
  attempt: number,
  floorMs = 0,
): number {
  const ceilingMs = Math.min(bounds.maxMs, bounds.minMs * 2 ** Math.min(attempt, 30))
  const spreadMs = floorMs > 0 ? Math.min(floorMs, ceilingMs) : ceilingMs
  return floorMs + random.unit() * spreadMs
}
