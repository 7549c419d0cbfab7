import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { covers, seqRanges, without, withRange, writtenRanges } from './seq-ranges.ts'
import type { Interval } from './tables.ts'

const seq = fc.integer({ min: 1, max: 40 })
const range = fc
  .tuple(seq, seq)
  .map(([a, b]) => ({ fromSeq: Math.min(a, b), toSeq: Math.max(a, b) }))
const all = Array.from({ length: 45 }, (_, index) => index)
const within = ({ fromSeq, toSeq }: Interval, one: number) => fromSeq <= one && one <= toSeq

test('ranges hold what was put into them, apart and in order, and what is left holds the rest', () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 12 }),
      fc.array(range, { maxLength: 3 }),
      (put, more) => {
        const ranges = put.reduce<readonly Interval[]>(withRange, [])
        assert.deepEqual(seqRanges(writtenRanges(ranges)), ranges)
        for (const [index, { fromSeq, toSeq }] of ranges.entries()) {
          assert.ok(fromSeq <= toSeq)
          const next = ranges[index + 1]
          if (next !== undefined) assert.ok(next.fromSeq > toSeq + 1)
        }
        const intervals = more.reduce<readonly Interval[]>(withRange, [])
        const left = without(intervals, ranges)
        for (const one of all) {
          const isIn = put.some((each) => within(each, one))
          assert.equal(covers(ranges, one), isIn)
          const isLeft = !isIn && intervals.some((each) => within(each, one))
          assert.equal(covers(left, one), isLeft)
        }
      },
    ),
  )
})
