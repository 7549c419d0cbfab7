import assert from 'node:assert/strict'
import test from 'node:test'
import { initials } from './initials.ts'

test('a Chinese name shows its last two characters, others their first letters', () => {
  const known: [string, string][] = [
    ['林小梅', '小梅'],
    ['王磊', '王磊'],
    ['王磊 (Leo)', '王磊'],
    ['Sofía Rodríguez', 'SR'],
    ['anna maria kowalska', 'AK'],
    ['lin.mei', 'LM'],
    ['😀 Bob', 'B'],
    ['😀', '#'],
    ['', '#'],
  ]
  for (const [name, shown] of known) assert.equal(initials(name), shown, name)
})
