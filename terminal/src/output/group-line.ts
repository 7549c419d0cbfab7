import { groupRoles } from '@parley/protocol'
import type { GroupFound } from '../session/find-target.ts'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'
import { plainText } from './plain-text.ts'

type Named = (account: number) => string

/** How a group is printed with --json. */
export interface GroupJson {
  group: string
  name: string
  remark: string
  announcement: string
  owner: string
  admins: string[]
  members: number
  role: string
  nickname: string
  unread: number
  /** The newest unread message that names you or everybody, or null. */
  mentioned: number | null
  mutedUntil: string | null
  allMuted: boolean
  dissolved: boolean
  left: boolean
  inviteFrom: string
  mentionAllFrom: string
  approveJoins: boolean
  historyFromStart: boolean
  joinRequests: number
}

export function accountsOfGroup({ group }: GroupFound): number[] {
  return [group?.owner ?? 0, ...(group?.admins ?? [])].filter((account) => account > 0)
}

export function groupJson(found: GroupFound, named: Named): GroupJson {
  const { conversation, group, unread, mentioned, left } = found
  const { owner = 0, admins = [], settings } = group ?? {}
  return {
    group: String(conversation ?? 0),
    name: group?.name ?? '',
    remark: group?.remark ?? '',
    announcement: group?.announcement ?? '',
    owner: owner ? named(owner) : '',
    admins: (admins ?? []).map(named),
    members: group?.members ?? 0,
    role: roleName(group?.role ?? 0),
    nickname: group?.nickname ?? '',
    unread: unread ?? 0,
    mentioned: mentioned || null,
    mutedUntil: timeOrNull(group?.mutedUntilMs ?? 0),
    allMuted: group?.allMuted ?? false,
    dissolved: group?.dissolved ?? false,
    left: left ?? false,
    inviteFrom: roleName(settings?.inviteFrom ?? 0),
    mentionAllFrom: roleName(settings?.mentionAllFrom ?? 0),
    approveJoins: settings?.approveJoins ?? false,
    historyFromStart: settings?.historyFromStart ?? false,
    joinRequests: group?.joinRequests ?? 0,
  }
}

export function groupText(output: Output, group: GroupJson): string {
  const { name, remark, members, unread, role, announcement } = group
  const shown = remark === '' ? plainText(name) : `${plainText(remark)} (${plainText(name)})`
  const parts = [
    `${output.style('bold', shown)}  ${output.style('dim', group.group)}`,
    group.left ? 'left' : group.dissolved ? 'dissolved' : `${members} members, you are ${role}`,
    unread > 0 ? `${unread} unread` : '',
    group.mentioned === null ? '' : output.style('yellow', `named in #${group.mentioned}`),
    group.joinRequests > 0 ? `${group.joinRequests} ask to join` : '',
    group.allMuted ? 'all muted' : '',
    announcement === '' ? '' : `“${plainText(announcement)}”`,
  ]
  return parts.filter((part) => part !== '').join('  ')
}

/** Of a number on the wire. */
export function roleName(role: number): string {
  return Object.entries(groupRoles).find(([, number]) => number === role)?.[0] ?? ''
}

export const timeOrNull = (ms: number): string | null =>
  ms === 0 ? null : new Date(ms).toISOString()

export function untilText(time: string | null): string {
  return time === null ? '' : `until ${localTime(Date.parse(time))}`
}
