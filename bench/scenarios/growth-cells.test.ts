import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeedPlan } from '../lab/seed.ts'
import { basePlan, growthCells } from './growth-cells.ts'

interface Size {
  user: number
  group: number
  message: number
}

/** All that a plan says, with what it stands on. */
function sizeOf({ on, users, smallGroups, rings = [], talks = [] }: SeedPlan): Size {
  const below = on === undefined ? { group: 0, message: 0 } : sizeOf(on)
  const inRings = rings.map((ring) => ring.users * (1 + ring.lastStep - ring.firstStep))
  const messages = [
    ...rings.map((ring, at) => ring.messages * (inRings[at] ?? 0)),
    ...talks.map((talk) => talk.others * talk.messages),
  ]
  return {
    user: users,
    group: below.group + (smallGroups?.groups ?? 0),
    message: messages.reduce((sum, count) => sum + count, below.message),
  }
}

test('one factor grows at a time, by as much as its cell says, and the others stay', () => {
  const base = { user: 10_000, group: 1_000, message: 1_000_000 }
  assert.deepEqual(sizeOf(basePlan), base)
  for (const { name, of, more, decades, small, large } of growthCells) {
    if (of === 'length') continue
    assert.equal(small.plan, basePlan, name)
    assert.deepEqual(sizeOf(large.plan), { ...base, [of]: base[of] + more }, name)
    assert.equal(base[of] + more, base[of] * 10 ** decades, name)
  }
})

test('longer conversations hold as many messages as all of the base, and are those that are measured', () => {
  for (const { name, of, decades, small, large } of growthCells) {
    if (of !== 'length') continue
    const { firstUser, users, plan } = large
    const measured = plan.talks?.filter(({ from }) => from >= firstUser && from < firstUser + users)
    const lengths = new Set(measured?.map(({ messages }) => messages))
    assert.deepEqual([...lengths], [100 * 10 ** decades], name)
    assert.equal(measured?.length, users / 2, name)
    const { user, group, message } = sizeOf(plan)
    assert.deepEqual([user, group, Math.round(message / 1e4)], [10_000, 1_000, 100], name)
    assert.equal(small.users, users, name)
  }
})
