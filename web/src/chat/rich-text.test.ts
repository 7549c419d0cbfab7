import assert from 'node:assert/strict'
import test from 'node:test'
import { isEmojiOnly, richText } from './rich-text.ts'

const links = (text: string) =>
  richText(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

test('nothing of a text is lost', () => {
  for (const text of ['', 'plain', 'a https://a.example b', 'https://a.example。好', '\n\n x']) {
    assert.equal(
      richText(text)
        .map((part) => part.text)
        .join(''),
      text,
    )
  }
})

test('an address ends where the sentence goes on', () => {
  assert.deepEqual(links('见https://a.example/x好的'), ['https://a.example/x'])
  assert.deepEqual(links('见 https://a.example/x好的'), ['https://a.example/x'])
  assert.deepEqual(links('看这里：https://a.example/x，谢谢'), ['https://a.example/x'])
  assert.deepEqual(links('(see https://a.example/x_(y)).'), ['https://a.example/x_(y)'])
  assert.deepEqual(links('https://a.example/?q=1&r=2!'), ['https://a.example/?q=1&r=2'])
})

test('only http and https become links, and none that hides its host', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://',
    'http:///',
  ]) {
    assert.deepEqual(links(text), [], text)
  }
})

test('emoji alone are large, a few of them', () => {
  for (const text of ['👍', '👍🏽 🎉', '👨‍👩‍👧‍👦', '❤️']) assert.equal(isEmojiOnly(text), true, text)
  for (const text of ['', ' ', '1', '#', 'ok 👍', '👍'.repeat(7)]) {
    assert.equal(isEmojiOnly(text), false, text)
  }
})
