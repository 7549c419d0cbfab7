import assert from 'node:assert/strict'
import test from 'node:test'
import { matches, queryOf, tokensMax, tokensOf } from './search-text.ts'

const rows: readonly [text: string, wanted: string, found: boolean][] = [
  ['这个苹果手机多少钱', '苹果', true],
  ['这个苹果手机多少钱', '果手机多', true],
  ['这个苹果手机多少钱', '苹机', false],
  ['这个苹果手机多少钱', '钱', true],
  ['二手iPhone15手机', 'iphone15', true],
  ['二手iPhone15手机', '二手 手机', true],
  ['二手iPhone15手机', '手机二手', false],
  ['Is the café open?', 'CAFE', true],
  ['Is the café open?', 'ope', true],
  ['Is the café open?', 'ope is', false],
  ['Is the café open?', 'open is', true],
  ['ﬁne', 'fine', true],
  ['价格：５００元', '500', true],
  ['カメラを売ります', 'カメ', true],
  ['ガラス', 'ガラス', true],
  ['안녕하세요', '녕하', true],
  ['don’t', "don't", true],
  ['a-b', '"a" OR *', false],
  ['hello', '', true],
]

test('texts are found by whole words, a beginning at the end, and any two Chinese characters', () => {
  for (const [text, wanted, found] of rows) {
    assert.equal(matches(tokensOf(text), queryOf(wanted)), found, `${text} | ${wanted}`)
  }
})

test('signs and emoji are nothing to look for', () => {
  assert.deepEqual(queryOf('?! 😀 "*'), [])
})

test('[R13] the words of one text are bounded', () => {
  assert.equal(tokensOf('好'.repeat(100_000)).length, tokensMax)
})
