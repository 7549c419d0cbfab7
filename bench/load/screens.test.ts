import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountId } from '../lab/accounts.ts'
import { Screens } from './screens.ts'

const firstUser = 10
const users = 4
const watched = 2
const [one, other] = [1, 2]

/** Everybody was told how everybody on its screen stands: as `one`. */
function told(): Screens {
  const screens = new Screens(firstUser, users, watched)
  for (let viewer = firstUser; viewer < firstUser + users; viewer += 1) {
    for (const account of screens.accountsOf(viewer))
      assert.equal(screens.showAtFirst(viewer, account, one), true)
  }
  return screens
}

test('each has those after it on its screen, in a ring', () => {
  const screens = new Screens(firstUser, users, watched)
  assert.deepEqual(screens.accountsOf(10), [accountId(11), accountId(12)])
  assert.deepEqual(screens.accountsOf(13), [accountId(10), accountId(11)])
})

test('who sees an account as it is not is named, and who was told nothing as well', () => {
  const screens = told()
  assert.deepEqual(
    screens.wrong(() => one, 10),
    [],
  )
  const stands = (account: number) => (account === accountId(12) ? other : one)
  screens.show(10, accountId(12), other)
  assert.deepEqual(screens.wrong(stands, 10), ['user 11 sees account 13 as 1 instead of 2'])
  assert.equal(new Screens(firstUser, users, watched).wrong(() => one, 3).length, 3)
})

test('what is not on a screen is not shown', () => {
  const screens = told()
  assert.equal(screens.show(10, accountId(13), other), false)
  assert.equal(screens.show(10, accountId(10), other), false)
  assert.equal(screens.show(10, accountId(14), other), false)
  assert.equal(screens.show(10, accountId(9), other), false)
})

test('the answer to a subscription does not take back what was pushed since', () => {
  const screens = told()
  screens.show(10, accountId(11), other)
  screens.showAtFirst(10, accountId(11), one)
  assert.deepEqual(
    screens.wrong((account) => (account === accountId(11) ? other : one), 10),
    ['user 13 sees account 12 as 1 instead of 2'],
  )
})
