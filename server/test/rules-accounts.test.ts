import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire, type RequestInit } from '@parley/protocol'
import {
  errorOf,
  password,
  replyOf,
  RulesWorld,
  webDevice,
} from '../src/commands/testing/rules-world.ts'

const registration = (world: RulesWorld, handle: string) => ({
  handle,
  password,
  device: webDevice,
  requestKey: world.mint(),
})

test('[R2] a registration given again is answered with tokens for the same device; with another key it is taken', async () => {
  const world = new RulesWorld()
  const request = registration(world, 'Ann')
  const first = replyOf((await world.greet('register', request)).outcome)
  const again = replyOf((await world.greet('register', request)).outcome)
  assert.equal(first.handle, 'ann')
  assert.deepEqual([again.account, again.device], [first.account, first.device])
  const other = await world.greet('register', registration(world, 'aNN'))
  assert.equal(errorOf(other.outcome), 'HANDLE_TAKEN')
  const wrong = await world.greet('register', { ...request, password: 'another good password' })
  assert.equal(errorOf(wrong.outcome), 'HANDLE_TAKEN')
  assert.ok((await world.device(again)).account === first.account)
})

test('[R14] a registration that breaks a rule says which, and makes nothing', async () => {
  const world = new RulesWorld()
  const good = registration(world, 'carol')
  const cases = [
    [{ ...good, handle: 'ab' }, 'BAD_HANDLE'],
    [{ ...good, handle: '-abc' }, 'BAD_HANDLE'],
    [{ ...good, handle: '名字名字' }, 'BAD_HANDLE'],
    [{ ...good, password: 'short' }, 'WEAK_PASSWORD'],
    [{ ...good, password: 'Password123' }, 'WEAK_PASSWORD'],
    [{ ...good, requestKey: new Uint8Array(16) }, 'BAD_ID'],
    [{ ...good, device: { deviceClass: 99 as number, name: '' } }, 'BAD_REQUEST'],
    [{ ...good, displayName: '长'.repeat(100) }, 'TOO_LARGE'],
  ] as const
  for (const [request, error] of cases) {
    assert.equal(
      errorOf((await world.greet('register', request as RequestInit<'register'>)).outcome),
      error,
    )
  }
  assert.ok(replyOf((await world.greet('register', good)).outcome).account > 0)
})

test('registration can be closed', async () => {
  const world = new RulesWorld({ registration: false })
  const { outcome } = await world.greet('register', registration(world, 'dora'))
  assert.equal(errorOf(outcome), 'REGISTRATION_CLOSED')
})

test('an unknown handle and a wrong password get the same answer, and are limited by handle', async () => {
  const world = new RulesWorld()
  await world.person('erin')
  const tryOnce = (handle: string, text: string) =>
    world.greet('signIn', { ...registration(world, handle), password: text }, '127.0.0.1')
  assert.equal(errorOf((await tryOnce('nobody', password)).outcome), 'BAD_CREDENTIALS')
  for (let time = 0; time < 10; time += 1) {
    assert.equal(errorOf((await tryOnce('erin', 'a wrong password')).outcome), 'BAD_CREDENTIALS')
  }
  assert.equal(errorOf((await tryOnce('erin', password)).outcome), 'RATE_LIMITED')
  await world.clock.advance(60_000)
  assert.equal(errorOf((await tryOnce('erin', password)).outcome), undefined)
})

test('attempts are limited by address', async () => {
  const world = new RulesWorld()
  const outcomes: (string | undefined)[] = []
  for (let time = 0; time < 40; time += 1) {
    outcomes.push(
      errorOf(
        (await world.greet('signIn', registration(world, `nobody${time}`), '203.0.113.9')).outcome,
      ),
    )
  }
  assert.ok(outcomes.includes('RATE_LIMITED'))
  const elsewhere = await world.greet('signIn', registration(world, 'nobody'), '203.0.113.10')
  assert.equal(errorOf(elsewhere.outcome), 'BAD_CREDENTIALS')
})

test('a refresh whose reply was lost gives the same successor; the first use of it voids the former', async () => {
  const world = new RulesWorld()
  const { credentials } = (await world.person('fay')).facts
  const refresh = async (refreshToken: Uint8Array) =>
    (await world.greet('refresh', { refreshToken })).outcome
  const first = replyOf(await refresh(credentials.refreshToken))
  const second = replyOf(await refresh(credentials.refreshToken))
  assert.deepEqual(Buffer.from(second.refreshToken), Buffer.from(first.refreshToken))
  assert.notDeepEqual(Buffer.from(second.accessToken), Buffer.from(first.accessToken))
  const third = replyOf(await refresh(first.refreshToken))
  assert.notDeepEqual(Buffer.from(third.refreshToken), Buffer.from(first.refreshToken))
})

test('[R12] a refresh token that was succeeded, shown again, ends the device and its connection', async () => {
  const world = new RulesWorld()
  const device = await world.person('gil')
  const refresh = async (refreshToken: Uint8Array) =>
    (await world.greet('refresh', { refreshToken })).outcome
  const { credentials } = device.facts
  const first = replyOf(await refresh(credentials.refreshToken))
  const second = replyOf(await refresh(first.refreshToken))
  assert.equal(errorOf(await refresh(credentials.refreshToken)), 'TOKEN_INVALID')
  assert.equal(device.closed, 'SIGNED_OUT')
  assert.equal(errorOf(await refresh(second.refreshToken)), 'TOKEN_INVALID')
  const late = await world.greet('login', { accessToken: second.accessToken })
  assert.equal(errorOf(late.outcome), 'TOKEN_INVALID')
})

test('[R12] an ended device is cut off; sign out everywhere ends all, changing the password the others', async () => {
  const world = new RulesWorld()
  const first = await world.person('hal')
  const second = await world.otherDevice('hal')
  const third = await world.otherDevice('hal')
  const { devices } = await first.get('listDevices', {})
  assert.equal(devices.length, 3)
  assert.deepEqual(
    devices.filter((device) => device.current).map((device) => device.device),
    [first.facts.credentials.device],
  )
  await first.get('endDevice', { device: third.facts.credentials.device })
  assert.equal(third.closed, 'SIGNED_OUT')
  assert.equal(errorOf(await third.ask('listDevices', {})), 'STALE_EPOCH')

  const wrong = {
    oldPassword: 'not the old one',
    newPassword: 'another good password',
    endOthers: true,
  }
  assert.equal(errorOf(await first.ask('changePassword', wrong)), 'BAD_CREDENTIALS')
  assert.equal(second.closed, undefined)
  await first.get('changePassword', { ...wrong, oldPassword: password })
  assert.equal(second.closed, 'SIGNED_OUT')
  assert.equal(first.closed, undefined)
  const old = await world.greet('signIn', registration(world, 'hal'))
  assert.equal(errorOf(old.outcome), 'BAD_CREDENTIALS')
  await first.get('signOut', { everywhere: true })
  assert.equal(first.closed, 'SIGNED_OUT')
})

test('[R14] a device of somebody else is not ended', async () => {
  const world = new RulesWorld()
  const ida = await world.person('ida')
  const jon = await world.person('jon')
  await ida.get('endDevice', { device: jon.facts.credentials.device })
  assert.equal(jon.closed, undefined)
  assert.equal(errorOf(await jon.ask('listDevices', {})), undefined)
})

test('a profile changes in the fields that are given', async () => {
  const world = new RulesWorld()
  const kim = await world.person('kim')
  const picture = 'data:image/png;base64,iVBORw0KGgo='
  await kim.get('setProfile', { displayName: ' Kim\u202e Lee ', avatar: picture })
  const { profile, locale } = await kim.get('setProfile', { locale: 'zh-CN' })
  assert.deepEqual([profile?.displayName, profile?.avatar, locale], ['Kim Lee', picture, 'zh-CN'])
  for (const avatar of [
    'https://tracker.example/x.png',
    'data:image/svg+xml;base64,AAAA',
    'javascript:alert(1)',
  ]) {
    assert.equal(errorOf(await kim.ask('setProfile', { avatar })), 'BAD_REQUEST')
  }
  const found = await (await world.person('lee')).get('findAccount', { handle: 'KIM' })
  assert.equal(found.account, kim.account)
})

test('[R3] the account log is shared by the own devices, and by nobody else', async () => {
  const world = new RulesWorld()
  const first = await world.person('mia')
  const second = await world.otherDevice('mia')
  const other = await world.person('ned')
  const draft = new TextEncoder().encode('half a sent')
  await first.get('putAccountItem', { key: 'draft:12', body: draft })
  const [push] = second.taken('accountEntry')
  const entry = push?.body['entry'] as { key: string } | undefined
  assert.equal(entry?.key, 'draft:12')
  assert.deepEqual([first.taken('accountEntry'), other.taken('accountEntry')], [[], []])
  const synced = await second.get('sync', {})
  assert.deepEqual(
    synced.accountEntries.map((entry) => [entry.key, entry.seq]),
    [['draft:12', 1]],
  )
  assert.equal((await other.get('sync', {})).accountEntries.length, 0)
  assert.equal(
    errorOf(await first.ask('putAccountItem', { key: 'a b', body: draft })),
    'BAD_REQUEST',
  )
  assert.equal(
    errorOf(await first.ask('putAccountItem', { key: 'k', body: new Uint8Array(20_000) })),
    'TOO_LARGE',
  )
})

test('a client of ours below the minimum is refused; others are not judged', async () => {
  const world = new RulesWorld()
  const { accessToken } = (await world.person('oda')).facts.credentials
  const old = await world.greet('login', { accessToken, client: 'parley-web/0.0.9' })
  assert.equal(errorOf(old.outcome), 'CLIENT_TOO_OLD')
  const foreign = await world.greet('login', { accessToken, client: 'somebody/0.0.1' })
  assert.equal(errorOf(foreign.outcome), undefined)
})

test('a resume takes the session over once; its key and its former connection are of no more use', async () => {
  const world = new RulesWorld()
  const device = await world.person('pat')
  const { session, login } = { session: device.facts.session, login: device.facts.login }
  const resumed = await world.greet('resume', { session, resumeKey: login.resumeKey })
  const reply = wire.LoginReply.create(replyOf(resumed.outcome))
  assert.equal(reply.epoch, 2)
  assert.equal(device.closed, 'TAKEN_OVER')
  assert.equal(errorOf(await device.ask('listDevices', {})), 'STALE_EPOCH')
  const again = await world.greet('resume', { session, resumeKey: login.resumeKey })
  assert.equal(errorOf(again.outcome), 'RESUME_FAILED')
})
