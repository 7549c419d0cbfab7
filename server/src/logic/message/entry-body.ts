import { entryBodyBytesMax, wire, type parley } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { AppendGuards } from '../../data/entry-store.ts'
import type { NamedFile } from '../../data/file-store.ts'
import { checkAttachments, checkVoice } from './body/attachments.ts'
import { checkCard, checkForward, checkLocation } from './body/cards.ts'
import { checkReaction } from './body/reaction.ts'
import { checkText } from './body/text.ts'

export type Content = parley.v1.EntryBody

/** What a kind may say: fields besides these are refused, and each that is there is checked. */
interface KindRule {
  fields: readonly Field[]
  check(content: Content): void
}

type Field = Exclude<keyof parley.v1.IEntryBody, '$unknowns'>

const said = ['text', 'mentions', 'mentionAll', 'burnAfterMs'] as const
const media = (check: (content: Content) => void): KindRule => ({
  fields: [...said, 'attachments'],
  check,
})

const kinds = wire.EntryKind
const rules: Readonly<Record<number, KindRule>> = {
  [kinds.ENTRY_KIND_TEXT]: { fields: said, check: needText },
  [kinds.ENTRY_KIND_IMAGE]: media((content) => checkAttachments(content, 'album', 'image')),
  [kinds.ENTRY_KIND_VOICE]: media((content) => {
    checkAttachments(content, 'one', 'audio')
    checkVoice(content)
  }),
  [kinds.ENTRY_KIND_VIDEO]: media((content) => checkAttachments(content, 'one', 'video')),
  [kinds.ENTRY_KIND_FILE]: media((content) => checkAttachments(content, 'one')),
  [kinds.ENTRY_KIND_LOCATION]: {
    fields: [...said, 'location'],
    check: (content) => {
      needText(content)
      checkLocation(content)
    },
  },
  [kinds.ENTRY_KIND_CARD]: {
    fields: [...said, 'card'],
    check: (content) => {
      needText(content)
      checkCard(content)
    },
  },
  [kinds.ENTRY_KIND_FORWARD]: {
    fields: [...said, 'forward'],
    check: (content) => {
      needText(content)
      checkForward(content, checkEntryBody)
    },
  },
  // NOTE whether it says the same entry anew is known only where that entry lies.
  [kinds.ENTRY_KIND_EDIT]: media((content) => {
    if (content.attachments.length > 0) checkAttachments(content, 'album')
  }),
  [kinds.ENTRY_KIND_RECALL]: { fields: [], check: () => {} },
  [kinds.ENTRY_KIND_REACTION]: { fields: ['reaction'], check: checkReaction },
  [kinds.ENTRY_KIND_PIN]: { fields: ['pinned'], check: () => {} },
}

/**
 * Looks into a body without changing it: what is stored are the bytes that came.
 * @throws Refusal TOO_LARGE, BAD_REQUEST; UNSUPPORTED for a kind that nobody may send
 */
export function checkEntryBody(kind: number, body: Uint8Array): Content {
  const rule = rules[kind]
  if (rule === undefined) throw new Refusal('UNSUPPORTED', `entry kind ${kind}`)
  if (body.length > entryBodyBytesMax)
    throw new Refusal('TOO_LARGE', `body is over ${entryBodyBytesMax} bytes`)
  const content = decoded(body)
  for (const field of Object.keys(content) as Field[]) {
    // NOTE fields of a newer client are kept, and not known here.
    if (field.startsWith('$')) continue
    if (!rule.fields.includes(field) && !isEmpty(content[field]))
      throw new Refusal('BAD_REQUEST', `${field} is no part of kind ${kind}`)
  }
  checkText(content)
  rule.check(content)
  return content
}

/** Whom a body names. Most name nobody. */
export function namedIn({ mentions, mentionAll }: Content): Named {
  if (mentions.length === 0 && !mentionAll) return namesNobody
  const accounts = mentions.map(({ account }) => account ?? 0)
  return { mentions: [...new Set(accounts)], mentionsAll: mentionAll }
}

type Named = Pick<AppendGuards, 'mentions' | 'mentionsAll'>
const namesNobody: Named = {}

/** Files that a body names, those in what it forwards included. An edit names those that its entry names already. */
export function filesIn(kind: number, content: Content): NamedFile[] {
  if (kind === kinds.ENTRY_KIND_EDIT) return []
  const own = content.attachments.map(({ file, mediaType, bytes }) => ({
    file: file ?? 0,
    mediaType: mediaType ?? '',
    bytes: bytes ?? 0,
  }))
  if (kind !== kinds.ENTRY_KIND_FORWARD) return own
  const forwarded = (content.forward?.entries ?? []).flatMap((entry) =>
    filesIn(entry.kind ?? 0, decoded(entry.body ?? new Uint8Array())),
  )
  return [...own, ...forwarded]
}

/** Of kinds that a device may not know: it shows the text. */
function needText({ text }: Content): void {
  if (text === '') throw new Refusal('BAD_REQUEST', 'the text is empty')
}

/** What is empty on the wire is not there. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === '' || value === 0 || value === false
}

function decoded(body: Uint8Array): Content {
  try {
    return wire.EntryBody.decode(body)
  } catch {
    throw new Refusal('BAD_REQUEST', 'body is no EntryBody')
  }
}
