import { burnAfterMsMax, burnAfterMsMin, mentionsMax, textBytesMax } from '@parley/protocol'
import { Refusal } from '../../../base/refusal.ts'
import type { Content } from '../entry-body.ts'

/** What every kind of message may say. */
export function checkText({ text, mentions, burnAfterMs }: Content): void {
  checkBytes('text', text, textBytesMax)
  if (mentions.length > mentionsMax)
    throw new Refusal('TOO_LARGE', `more than ${mentionsMax} mentions`)
  for (const { account, offset, length } of mentions) {
    const end = (offset ?? 0) + (length ?? 0)
    if (!account || !length || end > text.length)
      throw new Refusal('BAD_REQUEST', 'a mention names nobody, or lies outside of the text')
  }
  if (burnAfterMs !== 0 && (burnAfterMs < burnAfterMsMin || burnAfterMs > burnAfterMsMax))
    throw new Refusal('BAD_REQUEST', `burns after ${burnAfterMsMin} to ${burnAfterMsMax} ms`)
}

const utf8 = new TextEncoder()

export function checkBytes(name: string, text: string, bytesMax: number): void {
  // NOTE a UTF-16 unit takes at most three bytes, so short texts need no counting.
  if (text.length * 3 > bytesMax && utf8.encode(text).length > bytesMax)
    throw new Refusal('TOO_LARGE', `${name} is over ${bytesMax} bytes`)
}
