import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMembers } from './members.ts'

const unread = () => Promise.reject(new Error('nothing is read'))

function known(accounts: readonly number[]) {
  const members = createMembers({ members: unread, membersAt: unread })
  members.learn(7, 10, accounts)
  return members
}

test('[R10] what is kept in mind follows every change: who came is in it, who went is not', () => {
  const members = known([1, 2, 3])
  members.change(7, { before: 10, after: 12, added: [4], removed: [2] })
  assert.deepEqual(members.peek(7), { version: 12, accounts: [1, 3, 4] })
})

test('[R10] a change that does not follow what is known makes it forgotten, an old one changes nothing', () => {
  const members = known([1, 2])
  members.change(7, { before: 5, after: 9, added: [3], removed: [] })
  assert.deepEqual(members.peek(7)?.accounts, [1, 2])
  members.change(7, { before: 11, after: 12, added: [3], removed: [1] })
  assert.equal(members.peek(7), undefined)
  members.learn(7, 11, [1, 2])
  assert.equal(members.peek(7), undefined)
  members.learn(7, 12, [2, 3])
  assert.deepEqual(members.peek(7)?.accounts, [2, 3])
})
