import { entryBodyBytesMax, textBytesMax, wire } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'

/**
 * Looks into a body without changing it: what is stored are the bytes that came.
 * @throws Refusal TOO_LARGE, BAD_REQUEST
 */
export function checkEntryBody(kind: number, body: Uint8Array): void {
  if (kind !== wire.EntryKind.ENTRY_KIND_TEXT)
    throw new Refusal('UNSUPPORTED', `entry kind ${kind}`)
  if (body.length > entryBodyBytesMax)
    throw new Refusal('TOO_LARGE', `body is over ${entryBodyBytesMax} bytes`)
  const { text } = decoded(body)
  if (text === '') throw new Refusal('BAD_REQUEST', 'the text is empty')
  // NOTE a UTF-16 unit takes at most three bytes, so short texts need no counting.
  if (text.length * 3 > textBytesMax && utf8.encode(text).length > textBytesMax)
    throw new Refusal('TOO_LARGE', `text is over ${textBytesMax} bytes`)
}

const utf8 = new TextEncoder()

function decoded(body: Uint8Array) {
  try {
    return wire.EntryBody.decode(body)
  } catch {
    throw new Refusal('BAD_REQUEST', 'body is no EntryBody')
  }
}
