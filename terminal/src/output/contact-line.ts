import type { wire } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'
import { plainText } from './plain-text.ts'

export type WireContact = ReturnType<typeof wire.Contact.decode>
const states = ['none', 'asked', 'asking', 'contact', 'refused', 'expired'] as const

export interface ContactJson {
  handle: string
  account: string
  state: string
  greeting: string
  remark: string
  tags: string[]
  blocked: boolean
  since: string | null
  expires: string | null
}

export function contactJson(contact: WireContact, handle: string): ContactJson {
  const { account, state, greeting, remark, tags, blocked, sinceMs, expiresMs } = contact
  const time = (ms: number) => (ms === 0 ? null : new Date(ms).toISOString())
  return {
    ...{ handle, account: String(account), state: states[state] ?? 'none', greeting, remark },
    ...{ tags: [...tags], blocked, since: time(sinceMs), expires: time(expiresMs) },
  }
}

export function contactText(output: Output, contact: ContactJson): string {
  const { handle, state, greeting, remark, tags, blocked, expires } = contact
  const name = remark === '' ? handle : `${plainText(remark)} (${handle})`
  return [
    `${output.style('bold', name)}  ${state}`,
    blocked ? output.style('red', 'blocked') : '',
    tags.map((tag) => `#${plainText(tag)}`).join(' '),
    greeting === '' ? '' : `“${plainText(greeting)}”`,
    expires === null ? '' : `until ${localTime(Date.parse(expires))}`,
  ]
    .filter((part) => part !== '')
    .join('  ')
}
