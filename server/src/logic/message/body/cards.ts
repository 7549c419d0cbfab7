import {
  cardJsonBytesMax,
  displayNameBytesMax,
  forwardDepthMax,
  forwardedEntriesMax,
  forwardTitleBytesMax,
  placeAddressBytesMax,
  placeNameBytesMax,
  wire,
} from '@parley/protocol'
import { Refusal } from '../../../base/refusal.ts'
import type { Content } from '../entry-body.ts'
import { checkBytes } from './text.ts'

const latitudeMax = 180e7
const longitudeMax = 360e7

export function checkLocation({ location }: Content): void {
  if (location === null || location === undefined)
    throw new Refusal('BAD_REQUEST', 'the location is missing')
  const { latitudeE7 = 0, longitudeE7 = 0, name, address } = location
  if ((latitudeE7 ?? 0) > latitudeMax || (longitudeE7 ?? 0) > longitudeMax)
    throw new Refusal('BAD_REQUEST', 'that is no place on earth')
  checkBytes('name', name ?? '', placeNameBytesMax)
  checkBytes('address', address ?? '', placeAddressBytesMax)
}

const cardType = /^[a-z0-9][a-z0-9._-]{0,63}$/

export function checkCard({ card }: Content): void {
  if (!cardType.test(card?.type ?? ''))
    throw new Refusal('BAD_REQUEST', 'the type of a card is 1 to 64 of a-z 0-9 . _ -')
  checkBytes('json', card?.json ?? '', cardJsonBytesMax)
  if (!isJsonObject(card?.json ?? ''))
    throw new Refusal('BAD_REQUEST', 'json is no JSON of an object')
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Copies are messages that could have been sent; copies of copies end somewhere. */
export function checkForward(
  content: Content,
  checkBody: (kind: number, body: Uint8Array) => Content,
): void {
  const entries = content.forward?.entries ?? []
  if (entries.length === 0) throw new Refusal('BAD_REQUEST', 'nothing is forwarded')
  if (entries.length > forwardedEntriesMax)
    throw new Refusal('TOO_LARGE', `more than ${forwardedEntriesMax} entries are forwarded`)
  if (depthOf(content) > forwardDepthMax)
    throw new Refusal('TOO_LARGE', `forwarded more than ${forwardDepthMax} times`)
  checkBytes('title', content.forward?.title ?? '', forwardTitleBytesMax)
  for (const { kind, body, senderName } of entries) {
    checkBytes('sender name', senderName ?? '', displayNameBytesMax)
    if ((kind ?? 0) > wire.EntryKind.ENTRY_KIND_FORWARD)
      throw new Refusal('BAD_REQUEST', `kind ${kind} cannot be forwarded`)
    const copy = checkBody(kind ?? 0, body ?? new Uint8Array())
    if (copy.burnAfterMs !== 0) throw new Refusal('BAD_REQUEST', 'what burns cannot be forwarded')
  }
}

/** NOTE stops where it is too deep already: bodies are nested as deep as their sender likes. */
function depthOf(content: Content, depth = 1): number {
  if (depth > forwardDepthMax) return depth
  let deepest = depth
  for (const { kind, body } of content.forward?.entries ?? []) {
    if (kind !== wire.EntryKind.ENTRY_KIND_FORWARD) continue
    deepest = Math.max(deepest, depthOf(decoded(body ?? new Uint8Array()), depth + 1))
  }
  return deepest
}

function decoded(body: Uint8Array): Content {
  try {
    return wire.EntryBody.decode(body)
  } catch {
    throw new Refusal('BAD_REQUEST', 'what is forwarded is no EntryBody')
  }
}
