import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../base/refusal.ts'
import { decodePage, decodeToken, encodePage, encodeToken } from './sync-token.ts'

const generation = Uint8Array.from({ length: 16 }, (_, index) => index)
const other = new Uint8Array(16)
const point = { accountSeq: 7, stamp: 2 ** 52 - 1 }

test('a token comes back as it was given; of another generation it says nothing', () => {
  const token = encodeToken(generation, point)
  assert.deepEqual(decodeToken(generation, token), point)
  assert.equal(decodeToken(other, token), undefined)
})

test('a page mark comes back as it was given, with and without a token before it', () => {
  const goOn = { snapshot: point, position: { accountSeq: 1, touched: 2, conversation: 3 } }
  const since = { accountSeq: 0, stamp: 5 }
  for (const mark of [
    { since: undefined, goOn },
    { since, goOn },
    { since, goOn: undefined },
  ]) {
    const page = encodePage(generation, mark)
    assert.deepEqual(decodePage(generation, page), mark)
    assert.equal(decodePage(other, page), undefined)
  }
})

test('[R14] bytes that are no token are refused', () => {
  const isBad = (thrown: unknown) => thrown instanceof Refusal && thrown.code === 'BAD_REQUEST'
  const huge = encodeToken(generation, point).fill(255, 16)
  for (const bytes of [new Uint8Array(3), new Uint8Array(33), huge]) {
    assert.throws(() => decodeToken(generation, bytes), isBad)
    assert.throws(() => decodePage(generation, bytes), isBad)
  }
})
