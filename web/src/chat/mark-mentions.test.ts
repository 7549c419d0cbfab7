import assert from 'node:assert/strict'
import test from 'node:test'
import { markMentions } from './mark-mentions.ts'

test('a text is cut at the names in it', () => {
  assert.deepEqual(markMentions('hi @Ann!', [{ account: 7, offset: 3, length: 4 }]), [
    { text: 'hi ', account: undefined },
    { text: '@Ann', account: 7 },
    { text: '!', account: undefined },
  ])
})

test('places outside of the text, empty or within each other name nobody, and no letter is lost', () => {
  const wrong = [
    { account: 1, offset: 6, length: 40 },
    { account: 2, offset: 2, length: 0 },
    { account: 3, offset: 0, length: 3 },
    { account: 4, offset: 1, length: 3 },
    {},
  ]
  const parts = markMentions('abcdef', wrong)
  assert.equal(parts.map(({ text }) => text).join(''), 'abcdef')
  assert.deepEqual(
    parts.map(({ account }) => account),
    [3, undefined],
  )
})
