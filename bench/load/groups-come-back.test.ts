import assert from 'node:assert/strict'
import { test } from 'node:test'
import { awayFrom, sampleOf } from './groups-come-back.ts'

test('who is away: each once, of groups with the same members and of others', () => {
  const group = { firstUser: 0, members: 4, online: 2 }
  assert.deepEqual(awayFrom([group, group]), [2, 3])
  assert.deepEqual(awayFrom([group, { ...group, firstUser: 4 }]), [2, 3, 6, 7])
  assert.deepEqual(awayFrom([{ ...group, online: 4 }]), [])
})

test('a sample is from all over, without anybody twice', () => {
  const all = Array.from({ length: 23 }, (_, at) => at)
  const some = sampleOf(all, 10)
  assert.equal(new Set(some).size, 10)
  assert.ok(some.some((one) => one < 3) && some.some((one) => one >= 20))
  assert.deepEqual(sampleOf(all, 100), all)
  assert.deepEqual(sampleOf([], 10), [])
})
