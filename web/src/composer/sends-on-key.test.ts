import assert from 'node:assert/strict'
import test from 'node:test'
import { type KeyPress, sendsOnKey } from './sends-on-key.ts'
import { excessCharacters, textBytesMax } from './text-limit.ts'

const enter: KeyPress = {
  key: 'Enter',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 13,
}

test('Enter sends, with Shift it does not', () => {
  assert.equal(sendsOnKey(enter), true)
  assert.equal(sendsOnKey({ ...enter, ctrlKey: true }), true)
  assert.equal(sendsOnKey({ ...enter, shiftKey: true }), false)
  assert.equal(sendsOnKey({ ...enter, key: 'a', keyCode: 65 }), false)
})

test('the Enter that picks a candidate never sends, also where composing is said to be over', () => {
  assert.equal(sendsOnKey({ ...enter, isComposing: true }), false)
  assert.equal(sendsOnKey({ ...enter, isComposing: true, keyCode: 229 }), false)
  assert.equal(sendsOnKey({ ...enter, keyCode: 229 }), false)
})

test('a text is measured in bytes, its excess in characters', () => {
  assert.equal(excessCharacters('a'.repeat(textBytesMax)), 0)
  assert.equal(excessCharacters('a'.repeat(textBytesMax + 3)), 3)
  assert.equal(excessCharacters('好'.repeat(6_667)), 1)
  assert.equal(excessCharacters('😀'.repeat(5_001)), 1)
})
