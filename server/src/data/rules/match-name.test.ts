import assert from 'node:assert/strict'
import test from 'node:test'
import { foldedName, matchName, nameMatches, type NameMatch } from './match-name.ts'

const rows: readonly [name: string, wanted: string, match: NameMatch][] = [
  ['张三丰', '张三丰', nameMatches.whole],
  ['张三丰', '张三', nameMatches.beginning],
  ['张三丰', '三丰', nameMatches.inside],
  ['张三丰', 'zsf', nameMatches.pinyin],
  ['张三丰', 'zhang san', nameMatches.pinyin],
  ['张三丰', 'zhangsf', nameMatches.pinyin],
  ['张三丰', 'sanf', nameMatches.pinyin],
  ['张三丰', 'zhsf', nameMatches.pinyin],
  ['张三丰', 'zf', nameMatches.none],
  ['重庆', 'chongqing', nameMatches.pinyin],
  ['重庆', 'zhongq', nameMatches.pinyin],
  ['吕布', 'lvb', nameMatches.pinyin],
  ['西安', "xi'an", nameMatches.pinyin],
  ['老张Phone', 'zphone', nameMatches.pinyin],
  ['Li Lei', 'LEI', nameMatches.inside],
  ['Ｌｉ', 'li', nameMatches.whole],
  ['Li Lei', 'll', nameMatches.none],
  ['Li Lei', '', nameMatches.none],
  ['😀', 'x', nameMatches.none],
]

test('a name is found whole, by its beginning, inside, and a Chinese one by pinyin and first letters', () => {
  for (const [name, wanted, match] of rows) {
    assert.equal(matchName(name, foldedName(wanted)), match, `${name} ${wanted}`)
  }
})

test('[R13] a long name with many readings ends in bounded time', () => {
  assert.equal(matchName('和'.repeat(64), `${'h'.repeat(64)}x`), nameMatches.none)
})
