import { wire, type CommandName, type NoteName } from '@parley/protocol'
import {
  password,
  replyOf,
  RulesWorld,
  webDevice,
  type Device,
} from '../../src/commands/testing/rules-world.ts'

/** A body that would do something if it were allowed. */
export function bodyFor(
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
export async function stateOf(ann: Device): Promise<string> {
  const { token: _token, ...synced } = await ann.get('sync', { entriesPerConversation: 50 })
  const { devices } = await ann.get('listDevices', {})
  return JSON.stringify([synced, devices, ann.closed ?? 'open'])
}

/** Two people who have spoken, one of whom the others shall not reach. */
export async function talkOfTwo() {
  const rules = new RulesWorld()
  const ann = await rules.person('ann')
  const bob = await rules.person('bob')
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'between us'))
  await rules.clock.advance(1_000)
  const { account, device } = ann.facts.credentials
  return { rules, ann, bob, target: { conversation }, whose: { account, device } }
}
