import assert from 'node:assert/strict'
import test from 'node:test'
import { entryKinds, type Message, noticeTypes } from '@parley/client'
import type { Text } from '../i18n/use-text.ts'
import { previewOf } from './preview.ts'

const text = ((id: string, values?: object) =>
  values === undefined ? id : `${id} ${JSON.stringify(values)}`) as Text
const nameOf = (account: number) => `n${account}`
const message = (fields: Partial<Message>, content: object = {}): Message =>
  ({
    kind: 1,
    text: '',
    gone: false,
    recalled: false,
    mine: false,
    sender: 2,
    ...fields,
    content,
  }) as Message

test('every kind says in one line what it is', () => {
  const { image, file, location, card, notice } = entryKinds
  const cases: [Message, string][] = [
    [message({ text: 'hello' }), 'hello'],
    [message({ kind: image }, { attachments: [{}] }), 'kind.image'],
    [
      message({ kind: image, text: 'see' }, { attachments: [{}, {}] }),
      'kind.images {"count":2} see',
    ],
    [message({ kind: file }, { attachments: [{ name: 'a.pdf' }] }), 'kind.file {"name":"a.pdf"}'],
    [message({ kind: location, text: 'Home' }, { location: {} }), 'Home'],
    [message({ kind: card, text: 'A desk' }, { card: {} }), 'A desk'],
    [message({ kind: 15, text: 'newer kind' }), 'newer kind'],
    [message({ kind: 15 }), 'kind.unknown'],
    [message({ gone: true }), 'chat.gone'],
    [message({ gone: true, recalled: true }), 'recalled.other {"name":"n2"}'],
    [message({ gone: true, recalled: true, mine: true }), 'recalled.own'],
    [
      message({ kind: notice }, { notice: { type: noticeTypes.membersAdded, accounts: [3, 4] } }),
      'notice.added {"name":"n2","names":"n3names.separatorn4","title":""}',
    ],
    [
      message({ kind: notice }, { notice: { type: noticeTypes.nameChanged, text: 'Desk' } }),
      'notice.renamed {"name":"n2","names":"n2","title":"Desk"}',
    ],
    [message({ kind: notice }, { notice: { type: 999 } }), 'notice.other'],
  ]
  for (const [given, expected] of cases) assert.equal(previewOf(text, given, nameOf), expected)
})
