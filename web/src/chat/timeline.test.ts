import assert from 'node:assert/strict'
import test from 'node:test'
import type { Message } from '@parley/client'
import { timeline } from './timeline.ts'

const minuteMs = 60_000
const noonMs = new Date(2026, 10, 24, 12).getTime()

const message = (seq: number, sender: number, minutes: number): Message => ({
  key: `m${seq}`,
  seq,
  sender,
  mine: sender === 1,
  clientId: '',
  kind: 1,
  text: 'x',
  content: { text: '' } as Message['content'],
  timeMs: noonMs + minutes * minuteMs,
  state: 'stored',
  error: undefined,
  edited: false,
  gone: false,
  recalled: false,
  reactions: [],
  replyTo: 0,
  refSeq: 0,
  changed: seq,
})
const shape = (rows: ReturnType<typeof timeline>) =>
  rows.map(({ message: { seq }, startsDay, startsUnread, first, last }) =>
    [seq, startsDay && 'day', startsUnread && 'unread', first && 'first', last && 'last']
      .filter(Boolean)
      .join(' '),
  )

test('a group is one person without a break of five minutes', () => {
  const messages = [message(1, 2, 0), message(2, 2, 4), message(3, 2, 9), message(4, 1, 9)]
  assert.deepEqual(shape(timeline({ messages, unreadAfter: undefined, hasOlder: false })), [
    '1 day first',
    '2 last',
    '3 first last',
    '4 first last',
  ])
})

test('midnight starts a day, whatever the minutes between', () => {
  const messages = [message(1, 2, 719), message(2, 2, 720)]
  assert.deepEqual(shape(timeline({ messages, unreadAfter: undefined, hasOlder: false })), [
    '1 day first last',
    '2 day first last',
  ])
})

test('the divider stands once, above the first message of others that is unread', () => {
  const messages = [message(1, 2, 0), message(2, 1, 1), message(3, 2, 2), message(4, 2, 3)]
  assert.deepEqual(shape(timeline({ messages, unreadAfter: 1, hasOlder: false })), [
    '1 day first last',
    '2 first last',
    '3 unread first',
    '4 last',
  ])
  assert.deepEqual(
    timeline({ messages, unreadAfter: undefined, hasOlder: false }).some((row) => row.startsUnread),
    false,
  )
})

test('older messages that come change no row that is shown', () => {
  const messages = Array.from({ length: 40 }, (_, n) =>
    message(n + 1, 1 + (Math.floor(n / 3) % 2), n * 2 + (n % 5 === 0 ? 400 * n : 0)),
  ).toSorted((a, b) => a.seq - b.seq)
  for (const unreadAfter of [undefined, 9, 21])
    for (let from = 1; from < messages.length - 1; from += 1) {
      const part = timeline({ messages: messages.slice(from), unreadAfter, hasOlder: true })
      const whole = timeline({ messages, unreadAfter, hasOlder: false })
      assert.deepEqual(part, whole.slice(-part.length), `from ${from}, unread after ${unreadAfter}`)
    }
})

test('where older messages are still to come the first has no row, unless it is alone', () => {
  const messages = [message(4, 2, 0), message(5, 2, 1)]
  assert.deepEqual(shape(timeline({ messages, unreadAfter: undefined, hasOlder: true })), [
    '5 last',
  ])
  const alone = timeline({ messages: messages.slice(1), unreadAfter: undefined, hasOlder: true })
  assert.deepEqual(shape(alone), ['5 day first last'])
})
