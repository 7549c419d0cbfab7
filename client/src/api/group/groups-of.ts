import { groupCommands, type RequestInit } from '@parley/protocol'
import { featureAccess, type FeatureAccess } from '../feature-access.ts'
import type { IM } from '../types.ts'
import type { ConversationId } from '../../base/model.ts'
import { Emitter } from '../../base/emitter.ts'
import { Avatars } from './avatars.ts'
import { memberOf, readLink } from './read-group.ts'
import { MemberBook } from './member-book.ts'
import type { Groups } from './types.ts'

const known = new WeakMap<IM, Groups>()

/** The groups of a client: the same object for the same client. */
export function groupsOf(im: IM): Groups {
  const groups = known.get(im) ?? makeGroups(featureAccess(im, groupCommands))
  known.set(im, groups)
  return groups
}

type GroupCommandName = keyof typeof groupCommands
type ChangeName = Extract<
  GroupCommandName,
  | 'setGroup'
  | 'inviteMembers'
  | 'removeMembers'
  | 'leaveGroup'
  | 'setMemberRole'
  | 'transferGroup'
  | 'dissolveGroup'
  | 'muteMember'
  | 'setGroupNickname'
  | 'setGroupRemark'
  | 'revokeGroupLink'
  | 'answerJoinRequest'
>

function makeGroups(access: FeatureAccess<GroupCommandName>): Groups {
  const { engine, ask, mintRequestKey } = access
  const events = new Emitter<{ changed: { group: ConversationId } }>()
  const changed = (group: ConversationId) => events.emit('changed', { group })
  const book = new MemberBook(access, changed)
  const avatars = new Avatars(engine, changed)

  async function change<N extends ChangeName>(
    name: N,
    group: ConversationId,
    more: Omit<RequestInit<N>, 'target' | 'requestKey'>,
  ): Promise<void> {
    const request = { ...more, target: at(group), requestKey: mintRequestKey() }
    await ask(name, request as RequestInit<N>)
  }

  /** What we are in now is in the list when this resolves. */
  async function met(group: ConversationId): Promise<ConversationId> {
    const state = engine.registry.byId(group)
    if (state === undefined) await engine.registry.meet(group)
    else await engine.registry.fetch(state)
    return group
  }

  return {
    create: async ({ members = [], ...input }) => {
      const request = { ...input, members: [...members], requestKey: mintRequestKey() }
      return met((await ask('createGroup', request)).conversation)
    },
    change: (group, what) => change('setGroup', group, what),
    invite: (group, accounts) => change('inviteMembers', group, { accounts: [...accounts] }),
    remove: (group, accounts) => change('removeMembers', group, { accounts: [...accounts] }),
    leave: (group) => change('leaveGroup', group, {}),
    setRole: (group, account, role) => change('setMemberRole', group, { account, role }),
    transfer: (group, account) => change('transferGroup', group, { account }),
    dissolve: (group) => change('dissolveGroup', group, {}),
    mute: (group, account, untilMs) => change('muteMember', group, { account, untilMs }),
    setNickname: (group, nickname) => change('setGroupNickname', group, { nickname }),
    setRemark: (group, remark) => change('setGroupRemark', group, { remark }),
    members: async (group, { after = 0, limit = 0, signal } = {}) => {
      const reply = await ask('listMembers', { target: at(group), after, limit }, signal)
      const members = reply.members.map(memberOf)
      book.learn(group, members)
      return { members, next: reply.more ? (members.at(-1)?.account ?? 0) : 0 }
    },
    member: (group, account) => book.look(group, account),
    readers: async (group, seq, { unread = false, after = 0, limit = 0, signal } = {}) => {
      const request = { target: at(group), seq, unread, after, limit }
      const { accounts, more, readCount, unreadCount } = await ask('listReaders', request, signal)
      return { accounts, next: more ? (accounts.at(-1) ?? 0) : 0, readCount, unreadCount }
    },
    avatar: (group) => avatars.look(group),
    createLink: async (group, input = {}) => {
      const request = { ...input, target: at(group), requestKey: mintRequestKey() }
      return readLink(await ask('createGroupLink', request))
    },
    links: async (group, { signal } = {}) => {
      const { links } = await ask('listGroupLinks', { target: at(group) }, signal)
      return links.map(readLink)
    },
    revokeLink: (group, token) => change('revokeGroupLink', group, { token }),
    look: async (token, { signal } = {}) => {
      const look = await ask('lookAtGroupLink', { token }, signal)
      const { name, avatar, members, approveJoins, conversation } = look
      return { name, avatar, members, approveJoins, conversation }
    },
    join: async (token, { text = '' } = {}) => {
      const request = { token, text, requestKey: mintRequestKey() }
      const { conversation } = await ask('joinGroup', request)
      return conversation === 0 ? 0 : met(conversation)
    },
    joinRequests: async (group, { signal } = {}) => {
      const { requests } = await ask('listJoinRequests', { target: at(group) }, signal)
      return requests.map(({ account, text, askedMs }) => ({
        account: account ?? 0,
        text: text ?? '',
        askedMs: askedMs ?? 0,
      }))
    },
    answer: (group, account, accept) => change('answerJoinRequest', group, { account, accept }),
    on: (event, listener) => events.on(event, listener),
  }
}

const at = (conversation: ConversationId) => ({ conversation })
