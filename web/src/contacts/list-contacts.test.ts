import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contact, Profile } from '@parley/client/browser'
import { listContacts, tagsOf } from './list-contacts.ts'
import { readTags } from './read-tags.ts'

const contact = (account: number, more: Partial<Contact> = {}): Contact => ({
  ...{ account, state: 'contact', greeting: '', remark: '', tags: [] },
  ...{ blocked: false, sinceMs: 0, expiresMs: 0, ...more },
})
const names = ['', '陈美', 'Tom', '张伟', 'carl', '42']
const profile = (account: number): Profile => ({
  ...{ account, handle: `h${account}`, displayName: names[account] ?? '', avatar: '', kind: 1 },
})
const all = [
  contact(1, { tags: ['shop'] }),
  contact(2, { remark: '阿汤', tags: ['友', 'shop'] }),
  contact(3),
  contact(4),
  contact(5, { state: 'asked', tags: ['later'] }),
]

test('contacts stand under their letters, by the own name for them; tags narrow it', () => {
  const shown = (tag?: string) =>
    listContacts(all, profile, tag).map((line) => ('letter' in line ? line.letter : line.name))
  assert.deepEqual(shown(), ['A', '阿汤', 'C', '陈美', 'carl', 'Z', '张伟'])
  assert.deepEqual(shown('shop'), ['A', '阿汤', 'C', '陈美'])
  assert.deepEqual(tagsOf(all), ['shop', '友'])
})

test('tags are apart by spaces or commas of either script, each once', () => {
  assert.deepEqual(readTags(' buyers, desks，朋友、desks  '), ['buyers', 'desks', '朋友'])
  assert.deepEqual(readTags(' '), [])
})
