import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  groupPermissions,
  groupRoles,
  wire,
  type ErrorName,
  type GroupPermission,
  type GroupPermissionName,
  type GroupRoleName,
} from '@parley/protocol'
import { errorOf, replyOf, type Device } from '../src/commands/testing/rules-world.ts'
import { groupOfThree, type GroupOfThree } from './group-world.ts'

const roleNames = Object.keys(groupRoles) as GroupRoleName[]
const kinds = wire.EntryKind
const picture = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')}`

interface Scene extends GroupOfThree {
  /** Another member of each role but the owner's, on whom somebody acts. */
  others: Record<GroupRoleName, Device>
}

/** What somebody does of each row of the table, on a member where it is an act on one. */
type Try = (scene: Scene, actor: Device, on: Device) => Promise<ErrorName | undefined>

const change =
  (name: Parameters<Device['ask']>[0], more: (on: Device) => object = () => ({})): Try =>
  async ({ world, target }, actor, on) => {
    const request = { target, requestKey: world.mint(), ...more(on) }
    return errorOf(await actor.ask(name, request as never))
  }
const say =
  (body: { text: string; mentionAll?: boolean }): Try =>
  async ({ target }, actor) =>
    errorOf(await actor.send(target, '', { body: wire.EntryBody.encode(body).finish() }))

const tries: Record<GroupPermissionName, Try> = {
  see: async ({ target }, actor) => errorOf(await actor.ask('listMembers', { target })),
  write: say({ text: 'hello' }),
  writeWhileAllMuted: async (scene, actor, on) => {
    const { owner, target, world } = scene
    await owner.get('setGroup', { target, requestKey: world.mint(), allMuted: true })
    const error = await say({ text: 'hush' })(scene, actor, on)
    return error === 'MUTED' ? 'FORBIDDEN' : error
  },
  mentionAll: say({ text: 'all of you', mentionAll: true }),
  recallOthers: async ({ target }, actor, on) => {
    const refSeq = Number(replyOf(await on.send(target, 'to be taken away')).seq)
    const body = new Uint8Array(0)
    return errorOf(await actor.send(target, '', { kind: kinds.ENTRY_KIND_RECALL, refSeq, body }))
  },
  pin: async ({ target }, actor, on) => {
    const refSeq = Number(replyOf(await on.send(target, 'to be pinned')).seq)
    const body = wire.EntryBody.encode({ pinned: true }).finish()
    return errorOf(await actor.send(target, '', { kind: kinds.ENTRY_KIND_PIN, refSeq, body }))
  },
  setNickname: change('setGroupNickname', () => ({ nickname: 'nick' })),
  setRemark: change('setGroupRemark', () => ({ remark: 'mine' })),
  leave: change('leaveGroup'),
  invite: async (scene, actor, on) => {
    const { account } = await scene.world.person('newcomer')
    return change('inviteMembers', () => ({ accounts: [account] }))(scene, actor, on)
  },
  remove: change('removeMembers', ({ account }) => ({ accounts: [account] })),
  mute: change('muteMember', ({ account }) => ({ account, untilMs: 4e12 })),
  muteAll: change('setGroup', () => ({ allMuted: true })),
  rename: change('setGroup', () => ({ name: 'renamed' })),
  setAvatar: change('setGroup', () => ({ avatar: picture })),
  announce: change('setGroup', () => ({ announcement: 'rent is due' })),
  makeLink: change('createGroupLink'),
  seeLinks: async ({ target }, actor) => errorOf(await actor.ask('listGroupLinks', { target })),
  revokeLink: async (scene, actor, on) => {
    const { owner, target, world } = scene
    const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
    return change('revokeGroupLink', () => ({ token }))(scene, actor, on)
  },
  seeJoins: async ({ target }, actor) => errorOf(await actor.ask('listJoinRequests', { target })),
  answerJoin: async (scene, actor, on) => {
    const { owner, target, world } = scene
    const settings = { approveJoins: true }
    await owner.ask('setGroup', { target, requestKey: world.mint(), settings })
    const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
    const asking = await world.person('asking')
    await asking.get('joinGroup', { token, requestKey: world.mint() })
    const { account } = asking
    return change('answerJoinRequest', () => ({ account, accept: true }))(scene, actor, on)
  },
  setSettings: change('setGroup', () => ({ settings: { historyFromStart: true } })),
  setRole: (scene, actor, on) => {
    // NOTE the other of both roles: giving what one has already changes nothing.
    const role = on === scene.others.admin ? groupRoles.member : groupRoles.admin
    return change('setMemberRole', ({ account }) => ({ account, role }))(scene, actor, on)
  },
  transfer: change('transferGroup', ({ account }) => ({ account })),
  dissolve: change('dissolveGroup'),
}

async function scene(settings: object): Promise<Scene> {
  const three = await groupOfThree(settings)
  const { world, owner, target } = three
  const [admin, member] = [await world.person('admin2'), await world.person('member2')]
  const accounts = [admin.account, member.account]
  await owner.get('inviteMembers', { target, requestKey: world.mint(), accounts })
  const role = groupRoles.admin
  const promoted = { target, requestKey: world.mint(), account: admin.account, role }
  await owner.get('setMemberRole', promoted)
  return { ...three, others: { owner, admin, member } }
}

for (const [name, row] of Object.entries(groupPermissions) as [
  GroupPermissionName,
  GroupPermission,
][]) {
  test(`[R10] ${name}: who may, and nobody else`, async () => {
    const { from, to = 'owner', onLower } = row
    const settings = typeof from === 'string' ? [{}] : roleNames.map((least) => ({ least }))
    for (const { least = '' } of settings as { least?: string }[]) {
      const setting = typeof from === 'string' ? {} : { [from.setting]: groupRoles[least as never] }
      const first = groupRoles[(typeof from === 'string' ? from : least) as GroupRoleName]
      for (const actorRole of roleNames) {
        for (const targetRole of onLower === true ? roleNames : (['member'] as const)) {
          if (actorRole === 'owner' && targetRole === 'owner') continue
          const set = await scene(setting)
          const error = await tries[name](set, set[actorRole], set.others[targetRole])
          const role = groupRoles[actorRole]
          const isLower = onLower !== true || groupRoles[targetRole] < role
          const may = role >= first && role <= groupRoles[to] && isLower
          const what = `${actorRole} on ${targetRole} ${least}`
          assert.equal(error, may ? undefined : 'FORBIDDEN', what)
        }
      }
    }
  })
}
