import {
  announcementBytesMax,
  groupAccountsMax,
  groupNameBytesMax,
  groupRoles,
  wire,
} from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { GroupSettings } from '../../data/group-store.ts'
import type { AccountId } from '../../data/model.ts'
import { checkedLine, checkedLines } from '../account/text-field.ts'

/** What a client says of a group, checked. @throws Refusal BAD_REQUEST, TOO_LARGE */
export function checkedName(name: string): string {
  const checked = checkedLine(name, groupNameBytesMax, 'name')
  if (checked === '') throw new Refusal('BAD_REQUEST', 'name is empty')
  return checked
}

export const checkedAnnouncement = (text: string): string =>
  checkedLines(text, announcementBytesMax, 'announcement')

export function checkedAccounts(accounts: readonly number[]): AccountId[] {
  if (accounts.length > groupAccountsMax) throw new Refusal('TOO_LARGE', 'too many accounts')
  return accounts.map(checkedAccount)
}

export function checkedAccount(account: number): AccountId {
  if (!Number.isSafeInteger(account) || account <= 0)
    throw new Refusal('BAD_REQUEST', 'an account is no id')
  return account
}

interface WireSettings {
  inviteFrom?: number | null
  mentionAllFrom?: number | null
  approveJoins?: boolean | null
  historyFromStart?: boolean | null
}

export function checkedSettings(settings: WireSettings | null | undefined): GroupSettings {
  const { inviteFrom, mentionAllFrom, approveJoins, historyFromStart } = settings ?? {}
  return {
    inviteFrom: checkedRole(inviteFrom, groupRoles.member),
    mentionAllFrom: checkedRole(mentionAllFrom, groupRoles.admin),
    approveJoins: approveJoins ?? false,
    historyFromStart: historyFromStart ?? false,
  }
}

const roles: readonly number[] = Object.values(groupRoles)

function checkedRole(role: number | null | undefined, fallback: number): number {
  const given = role || fallback
  if (!roles.includes(given)) throw new Refusal('BAD_REQUEST', 'there is no such role')
  return given
}

/** One that the owner gives. */
export function checkedGivenRole(role: number): number {
  const { GROUP_ROLE_MEMBER, GROUP_ROLE_ADMIN } = wire.GroupRole
  if (role !== GROUP_ROLE_MEMBER && role !== GROUP_ROLE_ADMIN)
    throw new Refusal('BAD_REQUEST', 'a role is member or admin')
  return role
}

const tokenShape = /^[0-9a-f]{32}$/

/** One that cannot be a token names no link. @throws Refusal NOT_FOUND */
export function checkedToken(token: string): Uint8Array {
  if (!tokenShape.test(token)) throw new Refusal('NOT_FOUND', 'no such link')
  return Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(token.slice(index * 2, index * 2 + 2), 16),
  )
}
