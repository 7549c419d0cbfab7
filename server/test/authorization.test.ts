import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, notes, wire, type CommandName, type NoteName } from '@parley/protocol'
import { authorizationTable as authorization } from '../src/commands/authorization-table.ts'
import type { Authorization } from '../src/commands/authorization.ts'
import {
  type Device,
  errorOf,
  password,
  replyOf,
  RulesWorld,
  webDevice,
} from '../src/commands/testing/rules-world.ts'

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

/** A body that would do something if it were allowed. */
function bodyFor(
  world: RulesWorld,
  name: CommandName | NoteName,
  target: object,
  { device, account }: { device: number; account: number },
): object {
  const requestKey = world.mint()
  const bodies: Record<CommandName | NoteName, object> = {
    register: { handle: 'somebody', password, device: webDevice, requestKey: world.mint() },
    signIn: { handle: 'ann', password, device: webDevice, requestKey: world.mint() },
    refresh: { refreshToken: new Uint8Array(32) },
    login: { accessToken: new Uint8Array(32) },
    resume: { session: 1, resumeKey: new Uint8Array(32) },
    signOut: { everywhere: true },
    listDevices: {},
    endDevice: { device },
    changePassword: {
      oldPassword: password,
      newPassword: 'another good password',
      endOthers: true,
    },
    setProfile: { displayName: 'Mallory' },
    putAccountItem: { key: 'draft:1', body: Uint8Array.of(1) },
    sync: {},
    setAccountSettings: { settings: { status: 4 } },
    findAccount: { handle: 'ann' },
    getProfiles: { accounts: [] },
    subscribePresence: { accounts: [] },
    getPresences: { accounts: [] },
    searchMessages: { text: 'between' },
    searchNames: { text: 'bob' },
    getFiles: { files: [1] },
    getFileSpace: {},
    requestContact: { account, greeting: 'it is me', requestKey },
    answerContact: { account, accept: true, requestKey },
    withdrawContact: { account, requestKey },
    removeContact: { account, requestKey },
    setBlocked: { account, blocked: true, requestKey },
    setContact: { account, remark: 'the one', requestKey },
    send: {
      target,
      clientId: world.mint(),
      kind: wire.EntryKind.ENTRY_KIND_TEXT,
      body: wire.EntryBody.encode({ text: 'mine?' }).finish(),
    },
    pull: { target },
    getConversation: { target, entries: 5 },
    listPins: { target },
    scheduleSend: {
      ...{ target, clientId: world.mint(), kind: 1, atMs: world.clock.wallMs() + 60_000 },
      body: wire.EntryBody.encode({ text: 'mine later?' }).finish(),
    },
    changeScheduled: { clientId: world.mint(), atMs: 1, requestKey },
    cancelScheduled: { clientId: world.mint(), requestKey },
    sendScheduledNow: { clientId: world.mint(), requestKey },
    received: { target, upTo: 1 },
    read: { target, upTo: 1 },
    typing: { target },
    setConversation: { target, pinned: true, archived: true },
    orderPinned: { conversations: [1, 2] },
    deleteForMe: { target, upTo: 1 },
    ...groupBodies(world, target),
  }
  return bodies[name]
}

function groupBodies(world: RulesWorld, target: object) {
  const change = (more: object = {}) => ({ target, requestKey: world.mint(), ...more })
  const account = 4_242
  return {
    createGroup: { requestKey: world.mint(), name: 'Mallory and friends' },
    setGroup: change({ name: 'mine' }),
    inviteMembers: change({ accounts: [account] }),
    removeMembers: change({ accounts: [account] }),
    leaveGroup: change(),
    setMemberRole: change({ account, role: wire.GroupRole.GROUP_ROLE_ADMIN }),
    transferGroup: change({ account }),
    dissolveGroup: change(),
    muteMember: change({ account, untilMs: 1 }),
    setGroupNickname: change({ nickname: 'me' }),
    setGroupRemark: change({ remark: 'mine' }),
    listMembers: { target },
    listReaders: { target, seq: 1 },
    createGroupLink: change(),
    revokeGroupLink: change({ token: '00'.repeat(16) }),
    listGroupLinks: { target },
    lookAtGroupLink: { token: '00'.repeat(16) },
    joinGroup: { requestKey: world.mint(), token: '00'.repeat(16) },
    listJoinRequests: { target },
    answerJoinRequest: change({ account, accept: true }),
  }
}

/** Everything that ann could notice of somebody else's meddling. */
async function stateOf(ann: Device): Promise<string> {
  const { token: _token, ...synced } = await ann.get('sync', { entriesPerConversation: 50 })
  const { devices } = await ann.get('listDevices', {})
  return JSON.stringify([synced, devices, ann.closed ?? 'open'])
}

async function world() {
  const rules = new RulesWorld()
  const ann = await rules.person('ann')
  const bob = await rules.person('bob')
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'between us'))
  await rules.clock.advance(1_000)
  const { account, device } = ann.facts.credentials
  return { rules, ann, bob, target: { conversation }, whose: { account, device } }
}

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
  const { rules, target, whose } = await world()
  for (const name of of(...afterLogin)) {
    const body = bodyFor(rules, name, target, whose)
    const { outcome } = await rules.greet(name as 'login', body as never)
    assert.equal(errorOf(outcome), 'NOT_LOGGED_IN', name)
  }
})

test('[R14] a stranger gets NOT_FOUND on a conversation of others, and the same where there is none', async () => {
  const { rules, ann, target, whose } = await world()
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
  const { rules, ann, target, whose } = await world()
  const before = await stateOf(ann)
  for (const name of of('self')) {
    const mallory = await rules.person(`mallory${name.toLowerCase()}`)
    await mallory.ask(name, bodyFor(rules, name, target, whose) as never)
  }
  assert.equal(await stateOf(ann), before)
})

test('[R10] who is blocked neither writes to nor asks the one that has blocked it, and changes nothing', async () => {
  const { rules, ann, bob, target, whose } = await world()
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
  const { rules, ann, target, whose } = await world()
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
  const { rules, ann } = await world()
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
