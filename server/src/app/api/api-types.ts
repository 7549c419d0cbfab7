import { Refusal } from '../../base/refusal.ts'
import { Type } from 'typebox'
import { uuidFromText, uuidToText, wire } from '@parley/protocol'
import type { Account, StoredEntry } from '../../data/model.ts'

/** Ids are texts in JSON: opaque, and larger than some languages' integers. */
export const Id = Type.String({ pattern: '^[1-9][0-9]{0,15}$', description: 'An id.' })
export const Text = (maxLength: number) => Type.String({ maxLength })
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  description: 'A UUIDv7, minted just before the first attempt.',
})
export const Time = Type.Integer({ description: 'Milliseconds since 1970.' })
export const Count = (maximum: number) => Type.Integer({ minimum: 1, maximum })

const idMax = 2 ** 52

/** @throws Refusal NOT_FOUND for what can be no id of ours */
export function idOf(text: string): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id <= 0 || id >= idMax) throw new Refusal('NOT_FOUND')
  return id
}

/** @throws Refusal BAD_ID */
export function uuidOf(text: string): Uint8Array {
  const bytes = uuidFromText(text.toLowerCase())
  if (bytes === undefined) throw new Refusal('BAD_ID')
  return bytes
}

export const AccountReply = Type.Object({
  account: Id,
  handle: Type.String(),
  displayName: Type.String(),
  avatar: Type.String({ description: 'A data: address, or empty.' }),
  locale: Type.String(),
  kind: Type.String({ description: 'person, visitor, bot or system.' }),
  createdMs: Time,
})

export function accountJson(account: Account) {
  const { id, handle, displayName, avatar, locale, kind, createdMs } = account
  return {
    ...{ account: String(id), handle, displayName, avatar, locale, createdMs },
    kind: nameOf(wire.AccountKind, kind, 'ACCOUNT_KIND_'),
  }
}

export const EntryReply = Type.Object({
  id: Type.String({ description: 'conversation:seq; the same entry always has the same.' }),
  conversation: Id,
  seq: Type.Integer(),
  sender: Id,
  clientId: Type.String(),
  kind: Type.String({ description: 'text, image, edit, recall, notice …' }),
  refSeq: Type.Integer({ description: 'The entry it refers to, or 0.' }),
  text: Type.String({ description: 'The text, or what stands in for it.' }),
  body: Type.String({ description: 'The EntryBody (protobuf), base64.' }),
  timeMs: Time,
  state: Type.String({ description: 'Empty, edited, recalled or erased.' }),
  notice: Type.Optional(
    Type.Object(
      {
        type: Type.String({ description: 'members_added, member_left, name_changed …' }),
        accounts: Type.Array(Id),
        text: Type.String(),
        value: Type.Integer(),
      },
      { description: 'Of kind notice: what happened to a group, by the sender.' },
    ),
  ),
})

/** An entry as JSON; webhooks send the same. */
export function entryJson(conversation: number, entry: StoredEntry) {
  const { seq, sender, clientId, kind, refSeq, body, timeMs, state } = entry
  const content = contentOf(body)
  return {
    id: `${conversation}:${seq}`,
    conversation: String(conversation),
    ...{ seq, refSeq, timeMs },
    sender: String(sender),
    clientId: uuidToText(clientId),
    kind: nameOf(wire.EntryKind, kind, 'ENTRY_KIND_'),
    text: content?.text ?? '',
    body: Buffer.from(body).toString('base64'),
    state: nameOf(wire.EntryState, state, 'ENTRY_STATE_').replace('unspecified', ''),
    ...(content?.notice && { notice: noticeJson(content.notice) }),
  }
}

type Content = ReturnType<typeof wire.EntryBody.decode>

function contentOf(body: Uint8Array): Content | undefined {
  try {
    return wire.EntryBody.decode(body)
  } catch {
    return undefined
  }
}

function noticeJson({ type, accounts, text, value }: NonNullable<Content['notice']>) {
  return {
    type: nameOf(wire.NoticeType, type ?? 0, 'NOTICE_TYPE_'),
    accounts: (accounts ?? []).map(String),
    ...{ text: text ?? '', value: value ?? 0 },
  }
}

function nameOf(values: Record<string, unknown>, value: number, prefix: string): string {
  const found = Object.entries(values).find(([, number]) => number === value)?.[0] ?? 'unknown'
  return found.replace(prefix, '').toLowerCase()
}
