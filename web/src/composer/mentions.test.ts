import assert from 'node:assert/strict'
import test from 'node:test'
import { mentionQuery, mentionsIn, putMention } from './mentions.ts'

test('a name is being written from an @ to the caret, not within a word and not across a space', () => {
  assert.deepEqual(mentionQuery('hi @an', 6), { from: 3, query: 'an' })
  assert.deepEqual(mentionQuery('你好@林', 4), { from: 2, query: '林' })
  assert.deepEqual(mentionQuery('@', 1), { from: 0, query: '' })
  assert.equal(mentionQuery('ann@shop', 8), undefined)
  assert.equal(mentionQuery('hi @ann you', 11), undefined)
  assert.equal(mentionQuery('hi', 2), undefined)
  assert.equal(mentionQuery(`@${'x'.repeat(40)}`, 41), undefined)
})

test('a picked name takes the place of what was begun', () => {
  assert.deepEqual(putMention('ask @li now', { from: 4, query: 'li' }, '林梅'), {
    value: 'ask @林梅 now',
    caret: 8,
  })
})

test('who is named is read from what still stands there, longer names first', () => {
  const picked = new Map([
    ['Ann', 1],
    ['Ann Lee', 2],
    ['all', 0],
  ])
  const said = '@Ann Lee and @Ann, @all; @Bob'
  const { mentions, mentionAll } = mentionsIn(said, picked)
  assert.deepEqual(mentions, [
    { account: 2, offset: 0, length: 8 },
    { account: 1, offset: 13, length: 4 },
  ])
  for (const { offset } of mentions) assert.equal(said[offset], '@')
  assert.equal(mentionAll, true)
  assert.deepEqual(mentionsIn('nobody', picked), { mentions: [], mentionAll: false })
})
