import type { GroupLink, GroupMember } from './types.ts'

type Read<T> = { [Key in keyof T]?: T[Key] | null }

export function memberOf(read: Read<GroupMember>): GroupMember {
  return {
    account: read.account ?? 0,
    role: read.role ?? 0,
    nickname: read.nickname ?? '',
    mutedUntilMs: read.mutedUntilMs ?? 0,
    joinedSeq: read.joinedSeq ?? 0,
    delivered: read.delivered ?? 0,
    read: read.read ?? 0,
  }
}

export function readLink(read: Read<GroupLink>): GroupLink {
  return {
    token: read.token ?? '',
    creator: read.creator ?? 0,
    createdMs: read.createdMs ?? 0,
    expiresMs: read.expiresMs ?? 0,
    usesMax: read.usesMax ?? 0,
    uses: read.uses ?? 0,
  }
}
