import assert from 'node:assert/strict'
import test from 'node:test'
import { barsOf } from './bars.ts'
import { albumColumns, pictureSize } from './picture-size.ts'
import { placeholderOf } from './placeholder.ts'

test('a picture keeps its shape and never takes the whole screen, nor nothing', () => {
  assert.deepEqual(pictureSize(1_600, 800), { width: 340, height: 170 })
  assert.deepEqual(pictureSize(500, 1_000), { width: 190, height: 380 })
  assert.deepEqual(pictureSize(100, 100), { width: 100, height: 100 })
  assert.deepEqual(pictureSize(10_000, 10), { width: 340, height: 96 })
  assert.deepEqual(pictureSize(0, 0), { width: 240, height: 240 })
  assert.deepEqual([1, 2, 3, 4, 9].map(albumColumns), [3, 2, 3, 2, 3])
})

test('bytes that are no placeholder are none', () => {
  assert.equal(placeholderOf(undefined), undefined)
  assert.equal(placeholderOf(new Uint8Array([1, 2])), undefined)
  assert.equal(placeholderOf(new Uint8Array(500)), undefined)
})

test('a waveform of any length fits', () => {
  assert.deepEqual(barsOf(new Uint8Array([0, 128, 255, 0]), 2), [128 / 255, 1])
  assert.equal(barsOf(new Uint8Array(), 5).length, 5)
  assert.deepEqual(barsOf(new Uint8Array([255]), 3), [1, 1, 1])
})
