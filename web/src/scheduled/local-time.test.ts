import assert from 'node:assert/strict'
import test from 'node:test'
import { fromField, presets, toField } from './local-time.ts'

test('a field gives back the minute that was put in', () => {
  const minute = new Date(2026, 0, 5, 7, 3).getTime()
  assert.equal(toField(minute), '2026-01-05T07:03')
  assert.equal(fromField(toField(minute + 59_999)), minute)
  assert.ok(Number.isNaN(fromField('')))
})

test('what is past is not offered', () => {
  const ids = (hour: number) => presets(new Date(2026, 0, 31, hour).getTime()).map(({ id }) => id)
  assert.deepEqual(ids(8), ['later.inHour', 'later.evening', 'later.tomorrow'])
  assert.deepEqual(ids(21), ['later.inHour', 'later.tomorrow'])
  const tomorrow = presets(new Date(2026, 0, 31, 21).getTime()).at(-1)
  assert.equal(toField(tomorrow?.atMs ?? 0), '2026-02-01T09:00')
})
