import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Message } from '@parley/client/node'
import { wire } from '@parley/protocol'
import { chatLanguage, chatText } from '../src/chat/chat-text.ts'
import { edited, emptyLine, type EditKey } from '../src/chat/edit-line.ts'
import { displayWidth } from '../src/chat/display-width.ts'
import { messageRows } from '../src/chat/message-rows.ts'
import { emptyHistory, looked, remembered } from '../src/chat/sent-history.ts'
import { wrapText } from '../src/chat/wrap-text.ts'

const text = chatText('en')
const pane = { columns: 40, text }
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
  content: wire.EntryBody.decode(new Uint8Array()),
  timeMs: noon,
  state: 'stored',
  error: undefined,
  edited: false,
  gone: false,
  recalled: false,
  reactions: [],
  replyTo: 0,
  refSeq: 0,
  changed: more.seq ?? 1,
  ...more,
})
const seen = { peerDelivered: 2, peerRead: 1, nowMs: noon }

test('a row says where each day begins, by name for today and yesterday', () => {
  const rows = messageRows(
    [
      message({ seq: 1, timeMs: noon - 60 * hourMs }),
      message({ seq: 2, timeMs: noon - 24 * hourMs }),
      message({ seq: 3 }),
    ],
    seen,
    pane,
  )
  const days = rows.filter(({ kind }) => kind === 'day').map((row) => row.text)
  assert.deepEqual(days, ['── 2026-06-01 ──', '── Yesterday ──', '── Today ──'])
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
  const rows = messageRows(mine, seen, pane).filter(({ tail }) => tail !== '')
  assert.deepEqual(
    rows.map(({ tail }) => tail.replace('  12:00', '').trim()),
    ['✓✓ read', '✓✓', '✓', '…', '! not sent', ''],
  )
  assert.deepEqual(
    rows.map(({ isRead }) => isRead),
    [true, false, false, false, false, false],
  )
})

test('control characters of others never reach the terminal', () => {
  const row = messageRows([message({ text: 'a\u001b[2Jb\u0007' })], seen, pane).at(-1)
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

test('text is wrapped at spaces and beside wide characters, never wider than the pane', () => {
  assert.deepEqual(wrapText('one two three', 8), ['one two', 'three'])
  assert.deepEqual(wrapText('abcdefghij', 4), ['abcd', 'efgh', 'ij'])
  assert.deepEqual(wrapText('中文也要换行', 5), ['中文', '也要', '换行'])
  assert.deepEqual(wrapText('see 中文也', 7), ['see 中', '文也'])
  assert.deepEqual(wrapText('中文也,要换行', 6), ['中文', '也,要', '换行'])
  assert.deepEqual(wrapText('a\n\nb', 8), ['a', '', 'b'])
  const unit = fc.constantFrom('a', 'word ', ' ', '你', '😀', '👩‍👧', 'é', '\n')
  fc.assert(
    fc.property(fc.string({ unit }), fc.integer({ min: 2, max: 30 }), (given, columns) => {
      const rows = wrapText(given, columns)
      assert.ok(rows.every((row) => displayWidth(row) <= columns))
      assert.equal(rows.join('').replace(/\s/g, ''), given.replace(/\s/g, ''))
    }),
  )
})

test('own messages stand at the right edge, and nothing is wider than the pane', () => {
  const long = '这是一条很长的消息 that has to wrap over several rows of the narrow pane, 你好'
  for (const columns of [20, 33, 54]) {
    const rows = messageRows([message({ text: long, mine: true })], seen, { columns, text })
    const widths = rows.map((row) => row.indent + displayWidth(row.text + row.tail))
    assert.ok(Math.max(...widths) <= columns, `${widths.join()} in ${columns}`)
    assert.equal(Math.max(...widths), columns)
  }
})

test('what was sent is taken up again, and the line being written is not lost', () => {
  const sent = remembered(remembered(remembered(emptyHistory, 'one'), 'two'), 'two')
  const first = looked(sent, { before: 'dr', after: 'aft' }, 1)!
  assert.equal(first.line.before, 'two')
  const second = looked(first.history, first.line, 1)!
  assert.equal(second.line.before, 'one')
  assert.equal(looked(second.history, second.line, 1), undefined)
  const back = looked(second.history, second.line, -1)!
  const draft = looked(back.history, back.line, -1)!
  assert.equal(draft.line.before, 'draft')
  assert.equal(looked(draft.history, draft.line, -1), undefined)
})

test('in a group it is said who speaks, and what happens to it stands in the middle', () => {
  const notice = { type: wire.NoticeType.NOTICE_TYPE_MEMBERS_ADDED, accounts: [3], value: 3 }
  const body = wire.EntryBody.encode({ notice }).finish()
  const messages = [
    message({ seq: 1, sender: 2, text: 'one' }),
    message({ seq: 2, sender: 2, text: 'two' }),
    message({ seq: 3, sender: 1, mine: true, text: 'three' }),
    message({ seq: 4, sender: 2, text: 'four' }),
    message({ seq: 5, sender: 3, kind: 40, text: '', content: wire.EntryBody.decode(body) }),
    message({ seq: 6, sender: 2, text: 'five' }),
  ]
  const nameOf = (account: number) => ['', 'Ann', 'Ben', 'Cai'][account] ?? ''
  const said = (language: 'en' | 'zh') =>
    messageRows(messages, { ...seen, nameOf }, { columns: 40, text: chatText(language) })
      .filter(({ kind }) => kind !== 'blank')
      .slice(1)
      .map((row) => row.text)
  const rows = ['Ben', 'one', 'two', 'three', 'Ben', 'four', 'Cai added Cai', 'Ben', 'five']
  assert.deepEqual(said('en'), rows)
  assert.equal(said('zh')[6], 'Cai 邀请 Cai 加入了群')
})

test('the language is the one wished for, else that of the locale', () => {
  assert.equal(chatLanguage(undefined, { LANG: 'zh_CN.UTF-8' }), 'zh')
  assert.equal(chatLanguage('en', { LANG: 'zh_CN.UTF-8' }), 'en')
  assert.equal(chatLanguage(undefined, {}), 'en')
  assert.deepEqual(Object.keys(chatText('zh')), Object.keys(text))
})
