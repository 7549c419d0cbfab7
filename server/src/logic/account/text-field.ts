import { Refusal } from '../../base/refusal.ts'

const utf8 = new TextEncoder()
// Controls, and the marks that turn the direction of the text around them.
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** One line of text that others see: trimmed, without control and direction marks. @throws Refusal TOO_LARGE */
export function checkedLine(text: string, bytesMax: number, name: string): string {
  return fitting(clean(text), bytesMax, name)
}

/** Text of several lines that others see; each is cleaned as a line is. @throws Refusal TOO_LARGE */
export function checkedLines(text: string, bytesMax: number, name: string): string {
  return fitting(text.split('\n').map(clean).join('\n').trim(), bytesMax, name)
}

const clean = (text: string): string => text.replace(unwanted, '').trim()

function fitting(text: string, bytesMax: number, name: string): string {
  if (utf8.encode(text).length > bytesMax)
    throw new Refusal('TOO_LARGE', `${name} is longer than ${bytesMax} bytes`)
  return text
}
