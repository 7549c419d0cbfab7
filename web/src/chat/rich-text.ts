export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string }

/** What an address may be made of. Chinese text follows one without a space, so nothing beyond ASCII belongs to it. */
const address = /\bhttps?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi
const trailing = /[.,;:!?'"*]+$/

/**
 * Cuts a text into plain parts and links. Only http and https ever become links, and what is shown is what is opened.
 */
export function richText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const match of text.matchAll(address)) {
    const shown = trimAddress(match[0])
    const href = safeHref(shown)
    if (href === undefined) continue
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    parts.push({ kind: 'link', text: shown, href })
    at = match.index + shown.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

/** A full stop or a bracket after an address belongs to the sentence. */
function trimAddress(found: string): string {
  let address = found.replace(trailing, '')
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    while (address.endsWith(close) && count(address, close) > count(address, open)) {
      address = address.slice(0, -1).replace(trailing, '')
    }
  }
  return address
}

const count = (text: string, sign: string) => text.split(sign).length - 1

function safeHref(address: string): string | undefined {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  // user@host in front of an address makes it look like another.
  return url.hostname === '' || url.username !== '' ? undefined : url.href
}

const emojiMax = 6
const emoji = /^\p{RGI_Emoji}$/v

/** One to six emoji and nothing else: shown large. */
export function isEmojiOnly(text: string): boolean {
  const trimmed = text.replace(/\s+/g, '')
  if (trimmed === '' || trimmed.length > emojiMax * 16) return false
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(trimmed)]
  return signs.length <= emojiMax && signs.every(({ segment }) => emoji.test(segment))
}
