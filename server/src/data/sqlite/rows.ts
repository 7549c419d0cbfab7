import type { AccountLogEntry, Profile } from '../model.ts'
import type {
  AccountRow,
  ConversationRow,
  DeviceRow,
  Interval,
  MemberRow,
  RefreshRole,
  RefreshTokenRow,
} from '../rules/tables.ts'
import type { SqlValue } from './driver.ts'

/** Rows of the database as the rules see them. The schema is STRICT, so a column has the type it was declared with. */
export type SqlRow = Record<string, SqlValue>

const integer = (value: SqlValue | undefined) => value as number
const text = (value: SqlValue | undefined) => value as string
const blob = (value: SqlValue | undefined) => value as Uint8Array

export function toAccountRow(row: SqlRow): AccountRow {
  return {
    id: integer(row.id),
    kind: integer(row.kind),
    handle: text(row.handle),
    displayName: text(row.display_name),
    avatar: text(row.avatar),
    locale: text(row.locale),
    passwordHash: text(row.password_hash),
    createdMs: integer(row.created_ms),
    requestKey: blob(row.request_key),
    firstDevice: integer(row.first_device),
    logSeq: integer(row.log_seq),
    items: integer(row.items),
    tombstones: integer(row.tombstones),
    logFloor: integer(row.log_floor),
  }
}

export function toProfile(row: SqlRow): Profile {
  return {
    id: integer(row.id),
    kind: integer(row.kind),
    handle: text(row.handle),
    displayName: text(row.display_name),
    avatar: text(row.avatar),
  }
}

export function toDeviceRow(row: SqlRow): DeviceRow {
  return {
    id: integer(row.id),
    account: integer(row.account),
    deviceClass: integer(row.device_class),
    name: text(row.name),
    createdMs: integer(row.created_ms),
    lastSeenMs: integer(row.last_seen_ms),
    requestKey: blob(row.request_key),
    endedMs: integer(row.ended_ms),
  }
}

export function toRefreshToken(row: SqlRow): RefreshTokenRow {
  return {
    hash: blob(row.hash),
    device: integer(row.device),
    expiresMs: integer(row.expires_ms),
    place: integer(row.place),
    role: integer(row.role) as RefreshRole,
  }
}

export function toConversationRow(row: SqlRow): ConversationRow {
  return {
    id: integer(row.id),
    kind: integer(row.kind),
    low: integer(row.low),
    high: integer(row.high),
    headSeq: integer(row.head_seq),
    headCount: integer(row.head_count),
    headTimeMs: integer(row.head_time_ms),
    firstSeq: integer(row.first_seq),
    touched: integer(row.touched),
  }
}

export function toMemberRow(row: SqlRow): MemberRow {
  return {
    conversation: integer(row.conversation),
    account: integer(row.account),
    role: integer(row.role),
    fromSeq: integer(row.from_seq),
    toSeq: integer(row.to_seq),
    earlier: toIntervals(text(row.earlier)),
    delivered: integer(row.delivered),
    read: integer(row.read),
    readCount: integer(row.read_count),
    ownAfter: integer(row.own_after),
    touched: integer(row.touched),
  }
}

export function toItem(row: SqlRow): AccountLogEntry {
  return {
    seq: integer(row.seq),
    key: text(row.key),
    body: blob(row.body),
    timeMs: integer(row.time_ms),
  }
}

const none: readonly Interval[] = []

/** "1-40,60-75" */
export function toIntervals(written: string): readonly Interval[] {
  if (written === '') return none
  return written.split(',').map((interval) => {
    const [fromSeq, toSeq] = interval.split('-').map(Number)
    return { fromSeq: fromSeq ?? 0, toSeq: toSeq ?? 0 }
  })
}

export function fromIntervals(intervals: readonly Interval[]): string {
  if (intervals.length === 0) return ''
  return intervals.map(({ fromSeq, toSeq }) => `${fromSeq}-${toSeq}`).join(',')
}
