import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  accountSettingsOf,
  contactsOf,
  MemoryStorage,
  type IM,
  type PresenceState,
} from '../src/node.ts'
import { openHouse } from './house.ts'

const android = 4
const terminal = 6

const seen = (im: IM, account: number, isSo: (presence: PresenceState) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const presence = im.presence(account)
      if (presence === undefined || !isSo(presence)) return
      remove()
      resolve()
    }
    const remove = im.on('presenceChanged', look)
    look()
  })

test('who watches sees somebody come, be busy, hide and come back, by device class; who is blocked sees nobody', async () => {
  await using house = await openHouse()
  const { im: ann } = await house.person('ann')
  const { im: bob } = await house.person('bob')
  const bobId = bob.me!.account
  ann.watchPresence([bobId])
  await seen(ann, bobId, ({ online, deviceClasses }) => online && deviceClasses.join() === '6')
  const { im: phone } = await house.device('bob', new MemoryStorage(), android)
  await seen(ann, bobId, ({ deviceClasses }) => deviceClasses.join() === `${android},${terminal}`)
  await accountSettingsOf(phone).set({ status: 'busy' })
  await seen(ann, bobId, ({ status }) => status === 'busy')
  await accountSettingsOf(bob).set({ status: 'invisible' })
  const [hidden] = await ann.presences([bobId])
  assert.deepEqual(
    { ...hidden, lastSeenMs: hidden!.lastSeenMs > 0 },
    { account: bobId, online: false, lastSeenMs: true, status: 'online', deviceClasses: [] },
  )
  await seen(ann, bobId, ({ online }) => !online)
  await house.restart()
  await ann.start()
  const [after] = await ann.presences([bobId])
  assert.deepEqual(after, hidden)
  await accountSettingsOf(bob).set({ status: 'online' })
  await seen(ann, bobId, ({ online }) => online)
  await contactsOf(bob).block(ann.me!.account)
  await seen(ann, bobId, ({ online, lastSeenMs }) => !online && lastSeenMs === 0)
})
