import assert from 'node:assert/strict'
import { test } from 'node:test'
import { medians } from './rounds.ts'

const figure = (name: string, value: number, must: number, note?: string) => ({
  ...{ scenario: 's', name, value, unit: 'µs', note, scaled: { must, aim: must / 2 } },
})

test('five rounds are their median with its own targets, and the spread; one is as it is', () => {
  const rounds = [5, 1, 4, 2, 3].map((value) => figure('cost', value, 10 * value, 'load 5 % busy'))
  const once = figure('other', 9, 1)
  assert.deepEqual(medians([rounds[0] ?? once, once, ...rounds.slice(1)]), [
    figure('cost', 3, 30, 'load 5 % busy; median of 5: 1.00–5.00'),
    once,
  ])
})
