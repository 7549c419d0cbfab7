import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PeerScreens } from './flips.ts'

test('who does not see somebody as he is now is a fault', () => {
  const screens = new PeerScreens()
  const contactsOf = (user: number) => [1 - user]
  assert.equal(screens.audit(2, contactsOf).length, 2)
  screens.begin(0, 1, 'online')
  screens.tell(1, 0, 'online')
  assert.deepEqual(screens.audit(2, contactsOf), [])
  const shown = screens.flip(0)
  assert.equal(shown, 'busy')
  assert.deepEqual(screens.audit(2, contactsOf), ['user 1 does not see 0'])
  screens.tell(1, 0, shown)
  assert.deepEqual(screens.audit(2, contactsOf), [])
  assert.equal(screens.flip(0), 'online')
  assert.equal(screens.told, 2)
  // NOTE only what was seen after it had changed.
  assert.equal(screens.seenMs.count, 1)
})
