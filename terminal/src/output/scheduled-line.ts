import { errorName, uuidToText, wire } from '@parley/protocol'
import { localTime } from './clock-time.ts'
import type { Output } from './output.ts'
import { plainText } from './plain-text.ts'

export type WireScheduled = ReturnType<typeof wire.ScheduledSend.decode>
const failed: number = wire.ScheduledState.SCHEDULED_STATE_FAILED

/** How a message that waits is printed with --json. Names and types are stable. */
export interface ScheduledJson {
  id: string
  /** A handle; empty: it goes to `conversation`. */
  to: string
  conversation: string
  text: string
  at: string
  state: 'waiting' | 'failed'
  error: string | null
}

export function scheduledJson(scheduled: WireScheduled, handle: string): ScheduledJson {
  const { clientId, target, body, atMs, state, error } = scheduled
  return {
    id: uuidToText(clientId),
    to: handle,
    conversation: String(target?.conversation || ''),
    text: wire.EntryBody.decode(body).text,
    at: new Date(atMs).toISOString(),
    state: state === failed ? 'failed' : 'waiting',
    error: state === failed ? (errorName(error) ?? 'INTERNAL') : null,
  }
}

export function scheduledText(output: Output, one: ScheduledJson): string {
  const { id, to, conversation, text, at, error } = one
  return [
    output.style('dim', id),
    localTime(Date.parse(at)),
    output.style('bold', to === '' ? conversation : to),
    plainText(text),
    error === null ? '' : output.style('red', error),
  ]
    .filter((part) => part !== '')
    .join('  ')
}
