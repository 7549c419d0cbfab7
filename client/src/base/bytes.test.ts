import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeBase64, encodeBase64, fromBase64, toBase64 } from './bytes.ts'

const samples = Array.from({ length: 70 }, (_, length) =>
  Uint8Array.from({ length }, (__, index) => (length * 37 + index * 101) & 255),
)

test('base64url of the engine and our own are the same', () => {
  for (const bytes of samples) {
    const text = toBase64(bytes)
    assert.equal(text, Buffer.from(bytes).toString('base64url'))
    assert.equal(encodeBase64(bytes), text)
    assert.deepEqual(fromBase64(text), bytes)
    assert.deepEqual(decodeBase64(text), bytes)
  }
})

test('what is no base64url is none, whoever reads it', () => {
  for (const text of ['AQ==', 'A Q', 'AQ\n', 'A+', 'A/', 'é', 'AQID\u0000'])
    assert.equal(fromBase64(text), undefined, text)
  // NOTE a lone digit holds no byte.
  assert.deepEqual(fromBase64('AQIDA'), Uint8Array.of(1, 2, 3))
  assert.deepEqual(fromBase64('A'), new Uint8Array())
  // NOTE bits beyond the last byte are nothing.
  assert.deepEqual(fromBase64('AR'), Uint8Array.of(1))
})
