import type { Seq } from '../model.ts'
import type { Interval } from './tables.ts'

const none: readonly Interval[] = []

/** Ranges of seqs as they are stored: "1-40,60-75", ascending and apart from each other. */
export function seqRanges(written: string): readonly Interval[] {
  if (written === '') return none
  return written.split(',').map((range) => {
    const [fromSeq = 0, toSeq = 0] = range.split('-').map(Number)
    return { fromSeq, toSeq }
  })
}

export function writtenRanges(ranges: readonly Interval[]): string {
  return ranges.map(({ fromSeq, toSeq }) => `${fromSeq}-${toSeq}`).join(',')
}

export function covers(ranges: readonly Interval[], seq: Seq): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return false
    if (seq < range.fromSeq) high = middle - 1
    else if (seq > range.toSeq) low = middle + 1
    else return true
  }
  return false
}

/** One more range; those that touch it become one with it. */
export function withRange(ranges: readonly Interval[], added: Interval): Interval[] {
  const before = ranges.filter(({ toSeq }) => toSeq < added.fromSeq - 1)
  const after = ranges.filter(({ fromSeq }) => fromSeq > added.toSeq + 1)
  const touching = ranges.slice(before.length, ranges.length - after.length)
  const fromSeq = Math.min(added.fromSeq, touching[0]?.fromSeq ?? added.fromSeq)
  const toSeq = Math.max(added.toSeq, touching.at(-1)?.toSeq ?? added.toSeq)
  return [...before, { fromSeq, toSeq }, ...after]
}

/** What is left of the first without the second; both ascending. */
export function without(
  intervals: readonly Interval[],
  ranges: readonly Interval[],
): readonly Interval[] {
  if (ranges.length === 0) return intervals
  return intervals.flatMap(({ fromSeq, toSeq }) => {
    const left: Interval[] = []
    let next = fromSeq
    for (const range of ranges) {
      if (range.toSeq < next || range.fromSeq > toSeq) continue
      if (range.fromSeq > next) left.push({ fromSeq: next, toSeq: range.fromSeq - 1 })
      next = range.toSeq + 1
    }
    return next <= toSeq ? [...left, { fromSeq: next, toSeq }] : left
  })
}
