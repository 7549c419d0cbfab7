import assert from 'node:assert/strict'
import test from 'node:test'
import { RecentLists, type RecentLimits } from './recent-lists.ts'
import type { TouchedMembership } from './tables.ts'

const limits: RecentLimits = {
  longFrom: 10,
  long: { min: 4, max: 8 },
  short: { min: 1, max: 2 },
  placesMax: 30,
}

/** Everybody has five memberships, 100 changed last. Counts how often they are looked through. */
function world() {
  const looked = { times: 0 }
  const memberships = [100, 99, 98, 97, 96].map((conversation, index) => ({
    ...{ conversation, touched: 10 - index },
  }))
  const tables = {
    hasMemberships: (_account: number, count: number) => memberships.length >= count,
    groupsIn: () => [],
    touchedMemberships: ({ since, limit }: { since: number; limit: number }) => {
      looked.times += 1
      return memberships.filter(({ touched }) => touched > since).slice(0, limit)
    },
  }
  const lists = new RecentLists(10, limits)
  const ask = (account: number, since: number, limit = 3): TouchedMembership[] | undefined =>
    lists.touchedMemberships(tables, {
      ...{ account, since, limit, until: undefined, below: undefined },
    })
  return { looked, lists, ask }
}

const nothing = { conversations: [], members: [] }

test('[S1] one look through the memberships answers the first page, and then what changed since', () => {
  const { looked, lists, ask } = world()
  assert.deepEqual(ask(1, 0), [
    { conversation: 100, touched: 10 },
    { conversation: 99, touched: 9 },
    { conversation: 98, touched: 8 },
  ])
  assert.equal(looked.times, 1)
  assert.deepEqual(ask(1, 10), [])
  lists.take({ ...nothing, stamp: 11, conversations: [{ id: 98, low: 1, high: 7 }] })
  assert.deepEqual(ask(1, 10), [{ conversation: 98, touched: 11 }])
  assert.equal(ask(1, 5), undefined)
  assert.equal(looked.times, 1)
})

test('[S1] after a commit that was not told every list is made anew', () => {
  const { looked, lists, ask } = world()
  ask(1, 10)
  lists.take({ ...nothing, stamp: 11 })
  assert.deepEqual(ask(1, 10), [])
  assert.equal(looked.times, 1)
  lists.take({ ...nothing, stamp: 13 })
  assert.deepEqual(ask(1, 10), [])
  assert.equal(looked.times, 2)
})

test('[S1] where there is no room for all lists the one that was not used for longest goes', () => {
  const { looked, ask } = world()
  for (const account of [1, 2, 3, 1]) ask(account, 10)
  assert.equal(looked.times, 3)
  ask(4, 10)
  ask(1, 10)
  ask(3, 10)
  assert.equal(looked.times, 4)
  ask(2, 10)
  assert.equal(looked.times, 5)
})
