import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message } from '@parley/client/node'
import { chatLanguage, chatText } from '../src/chat/chat-text.ts'
import { edited, emptyLine, type EditKey } from '../src/chat/edit-line.ts'
import { messageLines } from '../src/chat/message-lines.ts'

const text = chatText('en')
const noon = new Date(2026, 5, 3, 12, 0).getTime()
const hourMs = 3_600_000
const message = (more: Partial<Message>): Message => ({
  key: String(more.seq ?? 0),
  seq: 1,
  sender: 1,
  mine: false,
  clientId: '',
  kind: 1,
  text: 'hi',
  timeMs: noon,
  state: 'stored',
  error: undefined,
  edited: false,
  gone: false,
  refSeq: 0,
  ...more,
})
const seen = { peerDelivered: 2, peerRead: 1, nowMs: noon }

test('a row says where each day begins, by name for today and yesterday', () => {
  const rows = messageLines(
    [
      message({ seq: 1, timeMs: noon - 60 * hourMs }),
      message({ seq: 2, timeMs: noon - 24 * hourMs }),
      message({ seq: 3 }),
    ],
    seen,
    text,
  )
  const days = rows.filter(({ kind }) => kind === 'day').map((row) => row.text)
  assert.deepEqual(days, ['2026-06-01', 'Yesterday', 'Today'])
})

test('own messages carry how far they got; those of others nothing', () => {
  const mine = [
    message({ seq: 1, mine: true }),
    message({ seq: 2, mine: true }),
    message({ seq: 3, mine: true }),
    message({ seq: 0, mine: true, state: 'pending' }),
    message({ seq: 0, mine: true, state: 'failed' }),
    message({ seq: 4 }),
  ]
  const rows = messageLines(mine, seen, text).filter(({ kind }) => kind === 'message')
  assert.deepEqual(
    rows.map(({ mark }) => mark),
    ['✓✓', '✓✓', '✓', '…', '! not sent', ''],
  )
  assert.deepEqual(
    rows.map(({ isRead }) => isRead),
    [true, false, false, false, false, false],
  )
})

test('control characters of others never reach the terminal', () => {
  const [, row] = messageLines([message({ text: 'a\u001b[2Jb\u0007' })], seen, text)
  // oxlint-disable-next-line no-control-regex
  assert.doesNotMatch(row?.text ?? '', /[\u0000-\u001f]/)
})

test('the composer moves and deletes by characters as people see them', () => {
  const type = (line = emptyLine, ...keys: (string | EditKey)[]) =>
    keys.reduce((now, key) => edited(now, typeof key === 'string' ? { input: key } : key), line)
  const left = { input: '', leftArrow: true }
  const back = { input: '', delete: true }
  assert.deepEqual(type(emptyLine, '你', '👩‍👧', left, back), { before: '', after: '👩‍👧' })
  assert.deepEqual(type(emptyLine, 'abc', left, left, 'X'), { before: 'aX', after: 'bc' })
  assert.deepEqual(type(emptyLine, 'abc', { input: 'a', ctrl: true }, 'X'), {
    before: 'X',
    after: 'abc',
  })
  assert.deepEqual(type(emptyLine, 'abc', left, { input: 'u', ctrl: true }), {
    before: '',
    after: 'c',
  })
})

test('the language is the one wished for, else that of the locale', () => {
  assert.equal(chatLanguage(undefined, { LANG: 'zh_CN.UTF-8' }), 'zh')
  assert.equal(chatLanguage('en', { LANG: 'zh_CN.UTF-8' }), 'en')
  assert.equal(chatLanguage(undefined, {}), 'en')
  assert.deepEqual(Object.keys(chatText('zh')), Object.keys(text))
})
