import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { commands, idBytes, wire, type CommandName } from '@parley/protocol'
import { authorizationTable as authorization } from '../src/commands/authorization-table.ts'
import type { Authorization } from '../src/commands/authorization.ts'
import {
  errorOf,
  replyOf,
  type RulesWorld,
  webDevice,
  type Device,
} from '../src/commands/testing/rules-world.ts'
import { groupOfThree } from './group-world.ts'
import { bodyFor, stateOf, talkOfTwo } from './wire/command-bodies.ts'

const names = Object.keys(commands) as CommandName[]
const of = (...kinds: Authorization[]) =>
  names.filter((name) => kinds.includes(authorization[name]))
const afterLogin = names.filter((name) => authorization[name] !== 'anybody')
const onConversation = of('member', 'writer', 'role')

/** As an integrator makes one: no password, a token. */
async function botOf(rules: RulesWorld): Promise<Device> {
  const accessToken = new Uint8Array(randomBytes(32))
  const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
  const nowMs = rules.clock.wallMs()
  const account = {
    ...{ id: 77_001, kind: wire.AccountKind.ACCOUNT_KIND_BOT, handle: 'helper' },
    ...{ displayName: 'Helper', avatar: '', locale: '', passwordHash: '', createdMs: nowMs },
  }
  const device = { id: 77_002, account: account.id, createdMs: nowMs, lastSeenMs: nowMs }
  const tokens = {
    ...{ accessHash: hash(accessToken), accessExpiresMs: 2 ** 50 },
    ...{ refreshHash: hash(accessToken), refreshExpiresMs: 2 ** 50 },
  }
  const made = { account, device: { ...device, ...webDevice }, tokens, requestKey: rules.mint() }
  await rules.settled(rules.store.accounts.create(made))
  const credentials = { accessToken, account: account.id, device: device.id }
  return rules.device(credentials as Parameters<RulesWorld['device']>[0])
}

test('[R10] who was in a group finds nothing of what came after, and changes nothing there', async () => {
  const { world, owner, admin, member, target } = await groupOfThree()
  await owner.send(target, 'while it was in')
  const { account, device } = owner.facts.credentials
  const request = { target, requestKey: world.mint(), accounts: [member.account] }
  await owner.get('removeMembers', request)
  const { seq } = replyOf(await owner.send(target, 'kept from it'))
  for (const one of [owner, admin, member]) one.taken()
  const before = await stateOf(owner)
  for (const name of onConversation) {
    const body = { ...bodyFor(world, name, target, { account, device }), fromSeq: 1, limit: 100 }
    const outcome = await member.ask(name, body as never)
    if (authorization[name] !== 'member') assert.equal(errorOf(outcome), 'NOT_FOUND', name)
    const bytes = 'reply' in outcome ? JSON.stringify(outcome.reply, asText) : ''
    assert.ok(!bytes.includes('kept from it'), name)
  }
  for (const name of ['received', 'read', 'typing'] as const)
    await member.note(name, bodyFor(world, name, target, { account, device }) as never)
  assert.equal(await stateOf(owner), before)
  assert.deepEqual(owner.taken(), [])
  const { entries } = await member.get('pull', { target, limit: 100 })
  assert.equal(entries.at(-1)?.seq, seq - 1, 'its removal is the last that it sees')
})

test('[R11] who is in a conversation is never told that it is not there', async () => {
  const { rules, bob, target, whose } = await talkOfTwo()
  for (const name of of('member', 'writer')) {
    const outcome = await bob.ask(name, bodyFor(rules, name, target, whose) as never)
    const error = errorOf(outcome)
    assert.ok(
      error === undefined || !['NOT_FOUND', 'FORBIDDEN'].includes(error),
      `${name} ${error}`,
    )
  }
})

test('[R11] a bot is an account like others: nothing of others, and what is its own', async () => {
  const { rules, ann, target, whose } = await talkOfTwo()
  const before = await stateOf(ann)
  const bot = await botOf(rules)
  for (const name of onConversation) {
    const outcome = await bot.ask(name, bodyFor(rules, name, target, whose) as never)
    assert.equal(errorOf(outcome), 'NOT_FOUND', name)
  }
  // NOTE its own block of ann would answer for hers later, and without a session it could ask nothing more.
  for (const name of of('self').filter((one) => one !== 'signOut' && one !== 'setBlocked'))
    await bot.ask(name, bodyFor(rules, name, target, whose) as never)
  assert.equal(await stateOf(ann), before)
  const { conversation } = replyOf(await bot.send({ account: ann.account }, 'here to help'))
  for (const name of of('member')) {
    const outcome = await bot.ask(name, bodyFor(rules, name, { conversation }, whose) as never)
    assert.notEqual(errorOf(outcome), 'NOT_FOUND', name)
  }
  await ann.get('setBlocked', { account: bot.account, blocked: true, requestKey: rules.mint() })
  const blocked = await stateOf(ann)
  for (const name of of('writer', 'asker')) {
    const where = { account: ann.account }
    const outcome = await bot.ask(name, bodyFor(rules, name, where, whose) as never)
    assert.equal(errorOf(outcome), 'BLOCKED', name)
  }
  assert.equal(await stateOf(ann), blocked)
})

test('[R14] no command takes a torn body, from whoever it comes', async () => {
  const { rules, ann, bob } = await talkOfTwo()
  const before = await stateOf(ann)
  for (const name of afterLogin)
    for (const device of [ann, bob])
      for (const torn of [Uint8Array.of(0x0a, 0xff), Uint8Array.of(0xff), Uint8Array.of(0x0b)]) {
        const { session, epoch } = device.facts
        const { id } = commands[name]
        const answer = await rules.settled(rules.port.handle(session, epoch, id, torn))
        assert.ok(!answer.ok && answer.error === 'BAD_REQUEST', name)
      }
  assert.equal(await stateOf(ann), before)
})

test('[R2] every command with a request key refuses a key that is none, is too old or of the future', async () => {
  const { rules, ann, bob, target, whose: own } = await talkOfTwo()
  const whose = { ...own, account: bob.account }
  const before = await stateOf(ann)
  const at = (millis: number) => {
    const key = rules.mint()
    for (let index = 5, rest = millis; index >= 0; index -= 1) {
      key[index] = rest % 256
      rest = Math.floor(rest / 256)
    }
    return key
  }
  const nowMs = rules.clock.wallMs()
  const keys = [
    [new Uint8Array(0), 'BAD_ID'],
    [new Uint8Array(idBytes + 1).fill(7), 'BAD_ID'],
    [new Uint8Array(idBytes).fill(7), 'BAD_ID'],
    [at(nowMs - 40 * 24 * 3_600_000), 'RETRY_TOO_OLD'],
    [at(nowMs + 3_600_000), 'ID_AHEAD'],
  ] as const
  const keyed = afterLogin.filter((name) => 'requestKey' in bodyFor(rules, name, target, whose))
  assert.ok(keyed.length > 20)
  for (const name of keyed)
    for (const [requestKey, error] of keys) {
      const body = { ...bodyFor(rules, name, target, whose), requestKey }
      assert.equal(errorOf(await ann.ask(name, body as never)), error, `${name} ${error}`)
    }
  assert.equal(await stateOf(ann), before)
})

/** Bodies are bytes: as what they say. */
function asText(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const own = this[key]
  return own instanceof Uint8Array ? Buffer.from(own).toString('utf8') : value
}
