import { cardJsonBytesMax } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { AccountId } from '../base/model.ts'
import { utf8 } from '../base/bytes.ts'
import { IMError } from '../base/im-error.ts'
import { contentOf, type MessageContent } from '../sync/log-entry.ts'
import type { SpecialContent } from './types.ts'

const kinds = wire.EntryKind
const e7 = 10_000_000

export interface Place {
  /** Degrees north, WGS 84. */
  readonly latitude: number
  /** Degrees east. */
  readonly longitude: number
  readonly name: string
  readonly address: string
}

export interface CardInput {
  /** Such as "listing". */
  type: string
  /** A JSON object, as that type wants it. */
  data: object
  /** What a device shows that does not know the type. */
  text: string
}

export interface ReadCard {
  readonly type: string
  /** Undefined: it is no JSON of an object; show the text. */
  readonly data: Readonly<Record<string, unknown>> | undefined
}

/** A copy within a merged forward: as the message was when it was forwarded. */
export interface ForwardedMessage {
  readonly sender: AccountId
  readonly senderName: string
  readonly timeMs: number
  /** EntryKind. */
  readonly kind: number
  readonly text: string
  readonly content: MessageContent
}

/** `conversation.send({ content: locationContent({ latitude, longitude, name }) })`. @throws IMError BAD_REQUEST */
export function locationContent(
  place: Pick<Place, 'latitude' | 'longitude'> & Partial<Place>,
): SpecialContent {
  const { latitude, longitude, name = '', address = '' } = place
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180))
    throw new IMError('BAD_REQUEST', 'that is no place on earth')
  const text = [name, address].filter((part) => part !== '').join(', ')
  return {
    kind: kinds.ENTRY_KIND_LOCATION,
    text: text === '' ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` : text,
    location: {
      ...{ name, address },
      latitudeE7: Math.round((latitude + 90) * e7),
      longitudeE7: Math.round((longitude + 180) * e7),
    },
  }
}

/** @throws IMError BAD_REQUEST, TOO_LARGE */
export function cardContent({ type, data, text }: CardInput): SpecialContent {
  const json = JSON.stringify(data)
  if (text === '' || typeof json !== 'string' || !json.startsWith('{'))
    throw new IMError('BAD_REQUEST', 'a card is a JSON object and a text')
  if (utf8(json).length > cardJsonBytesMax)
    throw new IMError('TOO_LARGE', `the JSON of a card is at most ${cardJsonBytesMax} bytes`)
  return { kind: kinds.ENTRY_KIND_CARD, text, card: { type, json } }
}

/** Undefined: the message has no place. */
export function placeOf({ content }: { content: MessageContent }): Place | undefined {
  const { location } = content
  if (!location) return undefined
  const { latitudeE7, longitudeE7, name, address } = location
  return {
    latitude: (latitudeE7 ?? 0) / e7 - 90,
    longitude: (longitudeE7 ?? 0) / e7 - 180,
    name: name ?? '',
    address: address ?? '',
  }
}

/** Undefined: the message is no card. */
export function cardOf({ content }: { content: MessageContent }): ReadCard | undefined {
  const { card } = content
  if (!card) return undefined
  return { type: card.type ?? '', data: jsonObject(card.json ?? '') }
}

/** Undefined: the message is no merged forward. */
export function forwardOf({
  content,
}: {
  content: MessageContent
}): { readonly title: string; readonly messages: readonly ForwardedMessage[] } | undefined {
  const { forward } = content
  if (!forward) return undefined
  const messages = (forward.entries ?? []).map((entry) => {
    const copy = contentOf(entry.body ?? new Uint8Array())
    const { sender, senderName, timeMs, kind } = entry
    return {
      ...{ sender: sender ?? 0, senderName: senderName ?? '', timeMs: timeMs ?? 0 },
      ...{ kind: kind ?? 0, text: copy.text, content: copy },
    }
  })
  return { title: forward.title ?? '', messages }
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
