import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, notes, type CommandName } from '@parley/protocol'
import { authorizationTable as authorization } from '../src/commands/authorization-table.ts'
import type { Authorization } from '../src/commands/authorization.ts'
import { errorOf } from '../src/commands/testing/rules-world.ts'
import { bodyFor, stateOf, talkOfTwo } from './wire/command-bodies.ts'

const names = Object.keys(commands) as CommandName[]
const afterLogin = [
  'self',
  'public',
  'member',
  'writer',
  'asker',
  'role',
  'inviter',
  'link',
] as const
const of = (...kinds: Authorization[]) =>
  names.filter((name) => kinds.includes(authorization[name]))

test('[R11] every command has its row, and the greeting ones are those that anybody may give', () => {
  assert.deepEqual(
    Object.keys(authorization).toSorted(),
    [...names, ...Object.keys(notes)].toSorted(),
  )
  for (const name of names) {
    assert.equal(commands[name].when === 'greeting', authorization[name] === 'anybody', name)
    const onConversation = ['member', 'writer', 'role'].includes(authorization[name])
    assert.equal(commands[name].target, onConversation, name)
  }
})

test('[R14] before login nothing but a greeting is taken', async () => {
  const { rules, target, whose } = await talkOfTwo()
  for (const name of of(...afterLogin)) {
    const body = bodyFor(rules, name, target, whose)
    const { outcome } = await rules.greet(name as 'login', body as never)
    assert.equal(errorOf(outcome), 'NOT_LOGGED_IN', name)
  }
})

test('[R14] a stranger gets NOT_FOUND on a conversation of others, and the same where there is none', async () => {
  const { rules, ann, target, whose } = await talkOfTwo()
  const before = await stateOf(ann)
  const mallory = await rules.person('mallory')
  for (const name of of('member', 'writer', 'role')) {
    for (const where of [target, { conversation: 4_242 }]) {
      const outcome = await mallory.ask(name, bodyFor(rules, name, where, whose) as never)
      assert.equal(errorOf(outcome), 'NOT_FOUND', name)
    }
  }
  for (const name of ['received', 'read', 'typing'] as const) {
    await mallory.note(name, bodyFor(rules, name, target, whose) as never)
  }
  assert.equal(await stateOf(ann), before)
  assert.deepEqual([ann.taken('typing'), ann.taken('cursor')], [[], []])
})

test('[R11] what acts on oneself never reaches another account', async () => {
  const { rules, ann, target, whose } = await talkOfTwo()
  const before = await stateOf(ann)
  for (const name of of('self')) {
    const mallory = await rules.person(`mallory${name.toLowerCase()}`)
    await mallory.ask(name, bodyFor(rules, name, target, whose) as never)
  }
  assert.equal(await stateOf(ann), before)
})

test('[R10] who is blocked neither writes to nor asks the one that has blocked it, and changes nothing', async () => {
  const { rules, ann, bob, target, whose } = await talkOfTwo()
  await ann.get('setBlocked', { account: bob.account, blocked: true, requestKey: rules.mint() })
  const before = await stateOf(ann)
  for (const name of of('writer', 'asker')) {
    for (const where of [target, { account: ann.account }]) {
      const outcome = await bob.ask(name, bodyFor(rules, name, where, whose) as never)
      assert.equal(errorOf(outcome), 'BLOCKED', name)
    }
  }
  assert.equal(await stateOf(ann), before)
})

test('[R12] a revoked device can do nothing, by session, by resume, or by any token', async () => {
  const { rules, ann, target, whose } = await talkOfTwo()
  const lost = await rules.otherDevice('ann')
  const { accessToken, refreshToken, device: lostDevice } = lost.facts.credentials
  await ann.get('endDevice', { device: lostDevice })
  const before = await stateOf(ann)
  for (const name of of(...afterLogin)) {
    const outcome = await lost.ask(name, bodyFor(rules, name, target, whose) as never)
    assert.equal(errorOf(outcome), 'STALE_EPOCH', name)
  }
  await lost.note('read', { target, upTo: 1 })
  const { session, login } = lost.facts
  const resumed = await rules.greet('resume', { session, resumeKey: login.resumeKey })
  assert.equal(errorOf(resumed.outcome), 'RESUME_FAILED')
  assert.equal(errorOf((await rules.greet('login', { accessToken })).outcome), 'TOKEN_INVALID')
  assert.equal(errorOf((await rules.greet('refresh', { refreshToken })).outcome), 'TOKEN_INVALID')
  assert.equal(await stateOf(ann), before)
})

test('[R14] bodies that do not parse, and commands that are none, are refused', async () => {
  const { rules, ann } = await talkOfTwo()
  const { session, epoch } = ann.facts
  const torn = Uint8Array.of(0x0a, 0xff)
  for (const name of of('member', 'writer', 'role')) {
    const answer = await rules.settled(rules.port.handle(session, epoch, commands[name].id, torn))
    assert.ok(!answer.ok && answer.error === 'BAD_REQUEST', name)
  }
  const answer = await rules.settled(rules.port.handle(session, epoch, 0x7fff, new Uint8Array()))
  assert.ok(!answer.ok && answer.error === 'UNKNOWN_COMMAND')
  rules.port.note(session, epoch, notes.read.id, torn)
  await rules.clock.advance(1_000)
})
