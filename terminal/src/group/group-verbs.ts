import type { CommandName, RequestInit } from '@parley/protocol'
import { groupRoles } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive, required } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'

/** What is known when a change is put together. */
export interface ChangeFacts {
  invocation: Invocation
  /** The second word after the group, where the verb takes one. */
  text: string
  /** The accounts that it names. */
  accounts: readonly number[]
  nowMs: number
}

type Change = {
  [N in ChangeName]: { name: N; more: Omit<RequestInit<N>, 'target' | 'requestKey'> }
}
type ChangeName = Extract<
  CommandName,
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

export interface ChangeVerb {
  /** What comes after the group. */
  takes: 'nothing' | 'text' | 'handle' | 'handles'
  change(facts: ChangeFacts): Change[ChangeName]
}

const verb = <N extends ChangeName>(
  takes: ChangeVerb['takes'],
  name: N,
  more: (facts: ChangeFacts) => Omit<RequestInit<N>, 'target' | 'requestKey'>,
): ChangeVerb => ({
  takes,
  change: (facts) => ({ name, more: more(facts) }) as Change[ChangeName],
})
const one = ({ accounts: [account = 0] }: ChangeFacts) => ({ account })

/** Verbs that change a group that one is in, and print how it stands then. */
export const changeVerbs: Readonly<Record<string, ChangeVerb>> = {
  invite: verb('handles', 'inviteMembers', ({ accounts }) => ({ accounts: [...accounts] })),
  remove: verb('handles', 'removeMembers', ({ accounts }) => ({ accounts: [...accounts] })),
  leave: verb('nothing', 'leaveGroup', () => ({})),
  role: verb('handle', 'setMemberRole', (facts) => ({ ...one(facts), role: givenRole(facts) })),
  transfer: verb('handle', 'transferGroup', one),
  dissolve: verb('nothing', 'dissolveGroup', () => ({})),
  mute: verb('handle', 'muteMember', (facts) => ({ ...one(facts), untilMs: muteEnd(facts) })),
  unmute: verb('handle', 'muteMember', (facts) => ({ ...one(facts), untilMs: 0 })),
  'mute-all': verb('nothing', 'setGroup', () => ({ allMuted: true })),
  'unmute-all': verb('nothing', 'setGroup', () => ({ allMuted: false })),
  rename: verb('text', 'setGroup', ({ text }) => ({ name: text })),
  announce: verb('text', 'setGroup', ({ text }) => ({ announcement: text })),
  nickname: verb('text', 'setGroupNickname', ({ text }) => ({ nickname: text })),
  remark: verb('text', 'setGroupRemark', ({ text }) => ({ remark: text })),
  unlink: verb('text', 'revokeGroupLink', ({ text }) => ({ token: text })),
  accept: verb('handle', 'answerJoinRequest', (facts) => ({ ...one(facts), accept: true })),
  refuse: verb('handle', 'answerJoinRequest', (facts) => ({ ...one(facts), accept: false })),
}

/** The settings that a command line gives; undefined fields are not given. @throws UsageFault */
export function givenSettings(invocation: Invocation) {
  const { values } = invocation
  const named = (name: string) =>
    values[name] === undefined ? undefined : roleOf(invocation, name, ['member', 'admin', 'owner'])
  return {
    inviteFrom: named('invite-from'),
    mentionAllFrom: named('mention-all-from'),
    approveJoins: yesNo(invocation, 'approve-joins'),
    historyFromStart: yesNo(invocation, 'history-from-start'),
  }
}

function givenRole({ invocation }: ChangeFacts): number {
  return roleOf(invocation, 'role', ['member', 'admin'])
}

function roleOf(invocation: Invocation, name: string, known: (keyof typeof groupRoles)[]): number {
  const role = known.find((one) => one === required(invocation, name))
  if (role !== undefined) return groupRoles[role]
  throw new UsageFault(`--${name} takes ${known.join(' or ')}`, invocation.command)
}

function yesNo(invocation: Invocation, name: string): boolean | undefined {
  const value = invocation.values[name]
  if (value !== undefined && value !== 'on' && value !== 'off')
    throw new UsageFault(`--${name} takes on or off`, invocation.command)
  return value === undefined ? undefined : value === 'on'
}

const muteMsDefault = 24 * 3_600_000

function muteEnd({ invocation, nowMs }: ChangeFacts): number {
  return Math.floor(nowMs) + durationMs(invocation, 'for', muteMsDefault)
}

export function linkInput(invocation: Invocation): { lifetimeMs: number; usesMax: number } {
  return {
    lifetimeMs: durationMs(invocation, 'for', 0),
    usesMax: positive(invocation, 'uses') ?? 0,
  }
}
