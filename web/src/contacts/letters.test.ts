import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames, letterOf } from './letters.ts'

test('a name is listed under its letter, a Chinese one by pinyin', () => {
  const known: [string, string][] = [
    ['陈美', 'C'],
    ['张伟', 'Z'],
    ['李华 · 二手家具', 'L'],
    ['浦东租房小王', 'P'],
    ['刘洋', 'L'],
    ['安', 'A'],
    ['阿里', 'A'],
    ['王', 'W'],
    ['手机维修工坊', 'S'],
    ['Éva', 'E'],
    ['old town', 'O'],
    ['“Tom”', 'T'],
    ['42', '#'],
    ['😀', '#'],
    ['', '#'],
    ['Юрий', '#'],
  ]
  for (const [name, letter] of known) assert.equal(letterOf(name), letter, name)
})

test('names of both scripts stand in one order; those without a letter at the end', () => {
  const sorted = ['42', '张伟', 'Zoe', 'tom', '陈美', 'Anna', '安然', 'Carl'].toSorted(compareNames)
  assert.deepEqual(sorted.map(letterOf), ['A', 'A', 'C', 'C', 'T', 'Z', 'Z', '#'])
})
