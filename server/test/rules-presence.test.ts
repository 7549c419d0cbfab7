import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presencePageMax, presenceSubscriptionsMax } from '@parley/protocol'
import { type Device, errorOf, RulesWorld, webDevice } from '../src/commands/testing/rules-world.ts'
import { presenceGraceMs, presenceRoundMs } from '../src/session/presence-news.ts'

const [everybody, contacts, nobody] = [1, 2, 3]
const [online, busy, away, invisible] = [1, 2, 3, 4]
const android = 4
const told = presenceGraceMs + 2 * presenceRoundMs

interface Seen {
  account: number
  online: boolean
  lastSeenMs: number
  status: number
  deviceClasses: number
}

const plain = ({ account, online: on, lastSeenMs, status, deviceClasses }: Seen): Seen => ({
  ...{ account, online: on, lastSeenMs, status, deviceClasses },
})
const seenIn = (presences: unknown): Seen[] => (presences as Seen[]).map(plain)

async function look(viewer: Device, ...accounts: number[]): Promise<Seen[]> {
  return seenIn((await viewer.get('getPresences', { accounts })).presences)
}

async function watch(viewer: Device, ...accounts: number[]): Promise<Seen[]> {
  return seenIn((await viewer.get('subscribePresence', { accounts })).presences)
}

const heard = (viewer: Device): Seen[] =>
  viewer.taken('presence').flatMap(({ body }) => seenIn(body.presences))

const settle = (who: Device, settings: object) => who.get('setAccountSettings', { settings })
const leave = (who: Device) => who.world.port.left(who.facts.session, who.facts.epoch, 'BYE')

async function signIn(world: RulesWorld, handle: string, deviceClass: number): Promise<Device> {
  const device = { ...webDevice, deviceClass }
  const request = { handle, password: 'a good long password', device, requestKey: world.mint() }
  const { outcome } = await world.greet('signIn', request)
  assert.ok('reply' in outcome)
  return world.device(outcome.reply)
}

async function befriend(one: Device, other: Device): Promise<void> {
  const key = () => one.world.mint()
  await one.get('requestContact', { account: other.account, requestKey: key() })
  await other.get('answerContact', { account: one.account, accept: true, requestKey: key() })
}

test('presence says by which classes of device somebody is there, and how they want to be seen', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const at = { account: bob.account, lastSeenMs: 0 }
  const web = 1 << webDevice.deviceClass
  assert.deepEqual(await watch(ann, bob.account), [
    { ...at, online: true, status: online, deviceClasses: web },
  ])
  const phone = await signIn(world, 'bob', android)
  await world.clock.advance(told)
  assert.deepEqual(heard(ann), [
    { ...at, online: true, status: online, deviceClasses: web | (1 << android) },
  ])
  await settle(phone, { status: busy })
  await settle(phone, { status: away })
  await world.clock.advance(told)
  assert.deepEqual(
    heard(ann).map(({ status }) => status),
    [away],
  )
  leave(bob)
  await world.clock.advance(told)
  assert.deepEqual(
    heard(ann).map(({ deviceClasses }) => deviceClasses),
    [1 << android],
  )
  leave(phone)
  const leftMs = world.clock.wallMs()
  await world.clock.advance(told)
  const gone = { ...at, online: false, status: 0, deviceClasses: 0, lastSeenMs: leftMs }
  assert.deepEqual(heard(ann), [gone])
  assert.deepEqual(await look(ann, bob.account), [gone])
})

test('whoever is invisible looks in every way like one who went offline at that moment', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const hid = await world.person('hid')
  const left = await world.person('left')
  const both = [hid.account, left.account] as const
  const { reply } = (await ann.send({ account: hid.account }, 'there?')) as {
    reply: { conversation: number }
  }
  await world.clock.advance(1_000)
  await watch(ann, ...both)
  ann.taken()

  leave(left)
  await settle(hid, { status: invisible })
  const stream: string[] = []
  for (let step = 0; step < 80; step += 1) {
    await world.clock.advance(100)
    const pushed = heard(ann)
    const looked = await look(ann, ...both)
    for (const [who, account] of both.entries())
      stream.push(
        ...[pushed, looked].map((seen, way) => {
          const of = seen.filter((one) => one.account === account)
          return JSON.stringify([who, step, way, of.map(({ account: _, ...rest }) => rest)])
        }),
      )
    if (step === 30) await signIn(world, 'hid', android)
    if (step === 40) await hid.note('typing', { target: { account: ann.account } })
    if (step === 50)
      await hid.note('received', { target: { conversation: reply.conversation }, upTo: 1 })
    if (step === 60) leave(hid)
  }
  const of = (who: number) =>
    stream.filter((line) => line.startsWith(`[${who}`)).map((line) => line.slice(2))
  assert.deepEqual(of(0), of(1))
  assert.ok(stream.some((line) => line.includes('"online":false')))
  assert.deepEqual(ann.taken(), [])
  const { conversation } = await ann.get('getConversation', { target: reply })
  assert.equal(conversation?.peerDelivered ?? 0, 0)
})

test('[R8] what an invisible account received is told once it is seen again', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  await settle(bob, { status: invisible })
  const phone = await world.otherDevice('bob')
  const sent = await ann.send({ account: bob.account }, 'one')
  assert.ok('reply' in sent)
  const target = { conversation: sent.reply.conversation }
  await phone.note('received', { target, upTo: 1 })
  await bob.note('received', { target, upTo: 1 })
  await world.clock.advance(10_000)
  assert.deepEqual(ann.taken('cursor'), [])
  await bob.note('read', { target, upTo: 1 })
  await world.clock.advance(1_000)
  assert.equal(ann.taken('cursor')[0]?.body.read, 1)
  await ann.send({ account: bob.account }, 'two')
  await phone.note('received', { target, upTo: 2 })
  await settle(phone, { status: online })
  await world.clock.advance(1_000)
  assert.equal(ann.taken('cursor')[0]?.body.delivered, 2)
})

test('an invisible account comes back into sight by a login of none of its devices, only by its own word', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  await watch(ann, bob.account)
  await settle(bob, { status: invisible })
  await world.clock.advance(told)
  assert.deepEqual(
    heard(ann).map(({ online: on }) => on),
    [false],
  )
  const phone = await world.otherDevice('bob')
  await world.clock.advance(told)
  assert.deepEqual(heard(ann), [])
  assert.deepEqual(
    (await look(phone, bob.account)).map(({ status }) => status),
    [invisible],
  )
  await settle(phone, { status: busy })
  await world.clock.advance(told)
  assert.deepEqual(
    heard(ann).map(({ online: on, status }) => [on, status]),
    [[true, busy]],
  )
})

test('last seen is shown to whom one says, and only to whom one would be shown', async () => {
  for (const isContact of [false, true]) {
    for (const mine of [everybody, contacts, nobody]) {
      for (const theirs of [everybody, contacts, nobody]) {
        const world = new RulesWorld()
        const ann = await world.person('ann')
        const bob = await world.person('bob')
        if (isContact) await befriend(ann, bob)
        await settle(bob, { lastSeenBy: theirs })
        leave(bob)
        await settle(ann, { lastSeenBy: mine })
        const open = (audience: number) =>
          audience === everybody || (audience === contacts && isContact)
        const [seen] = await look(ann, bob.account)
        const shown = (seen?.lastSeenMs ?? 0) > 0
        assert.equal(shown, open(mine) && open(theirs), `${isContact} ${mine} ${theirs}`)
      }
    }
  }
})

test('a change of who sees last seen, and of who is a contact, reaches those who watch', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const phone = await world.otherDevice('ann')
  const key = () => ({ account: bob.account, requestKey: world.mint() })
  await befriend(ann, bob)
  await settle(bob, { lastSeenBy: contacts })
  leave(bob)
  const leftMs = world.clock.wallMs()
  await watch(ann, bob.account)
  await world.clock.advance(told)
  heard(ann)
  const lastHeard = async () => {
    await world.clock.advance(told)
    return heard(ann).at(-1)?.lastSeenMs
  }
  await phone.get('removeContact', key())
  assert.equal(await lastHeard(), 0)
  await phone.get('requestContact', key())
  const back = await world.otherDevice('bob')
  await back.get('answerContact', { account: ann.account, accept: true, requestKey: world.mint() })
  leave(back)
  const again = await lastHeard()
  assert.ok(again !== undefined && again > leftMs)
  await settle(phone, { lastSeenBy: nobody })
  assert.equal(await lastHeard(), 0)
  await settle(phone, { lastSeenBy: everybody })
  assert.equal(await lastHeard(), again)
})

test('[R10] whoever is blocked sees the blocker as offline at once, and neither sees the other type', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const sent = await ann.send({ account: bob.account }, 'hello')
  assert.ok('reply' in sent)
  const target = { conversation: sent.reply.conversation }
  await watch(bob, ann.account)
  await watch(ann, bob.account)
  await bob.note('typing', { target })
  assert.equal(ann.taken('typing').length, 1)
  const block = (blocked: boolean) =>
    ann.get('setBlocked', { account: bob.account, blocked, requestKey: world.mint() })
  await block(true)
  const hidden = { online: false, lastSeenMs: 0, status: 0, deviceClasses: 0 }
  assert.deepEqual(await look(bob, ann.account), [{ account: ann.account, ...hidden }])
  await world.clock.advance(told)
  assert.deepEqual(heard(bob), [{ account: ann.account, ...hidden }])
  assert.equal((await look(ann, bob.account))[0]?.online, true)
  await bob.note('typing', { target })
  await ann.note('typing', { target })
  assert.deepEqual([ann.taken('typing'), bob.taken('typing')], [[], []])
  leave(ann)
  await world.clock.advance(told)
  assert.deepEqual(
    heard(bob).map(({ online: on, lastSeenMs }) => [on, lastSeenMs]),
    [[false, 0]],
  )
  const back = await world.otherDevice('ann')
  await back.get('setBlocked', { account: bob.account, blocked: false, requestKey: world.mint() })
  await world.clock.advance(told)
  assert.equal(heard(bob).at(-1)?.online, true)
})

test('[R14] too many accounts at once are refused, and unknown ones are offline', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const accounts = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const wide = { accounts: accounts(presencePageMax + 1) }
  assert.equal(errorOf(await ann.ask('getPresences', wide)), 'TOO_LARGE')
  const watched = { accounts: accounts(presenceSubscriptionsMax + 1) }
  assert.equal(errorOf(await ann.ask('subscribePresence', watched)), 'TOO_LARGE')
  assert.deepEqual(await look(ann, 4_242), [
    { account: 4_242, online: false, lastSeenMs: 0, status: 0, deviceClasses: 0 },
  ])
})

test('a session hears of all changes of a second in one frame', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const others: Device[] = []
  for (let index = 0; index < 20; index += 1) others.push(await world.person(`person${index}`))
  await watch(ann, ...others.map(({ account }) => account))
  for (const other of others) await settle(other, { status: busy })
  await world.clock.advance(told)
  const frames = ann.taken('presence')
  assert.ok(frames.length <= 2, `${frames.length} frames`)
  const all = frames.flatMap(({ body }) => seenIn(body.presences))
  assert.equal(new Set(all.map(({ account }) => account)).size, 20)
})
