import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LineReader } from './line-reader.ts'

async function* chunks(parts: readonly Uint8Array[]) {
  yield* parts
}

async function all(parts: readonly Uint8Array[], bytesMax = 1_000): Promise<string[]> {
  const reader = new LineReader(chunks(parts), bytesMax)
  const lines: string[] = []
  for (let line = await reader.next(); line !== undefined; line = await reader.next())
    lines.push('tooLong' in line ? '(too long)' : Buffer.from(line.bytes).toString())
  return lines
}

test('lines are the same however the bytes are cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '你', ' ', '😀') })
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(20)), async (lines, cuts) => {
      const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''))
      const parts: Uint8Array[] = []
      let at = 0
      for (const cut of cuts) parts.push(bytes.subarray(at, (at += cut)))
      parts.push(bytes.subarray(at))
      assert.deepEqual(await all(parts), lines)
    }),
  )
})

test('CRLF, a last line without an end, and nothing at all', async () => {
  assert.deepEqual(await all([Buffer.from('a\r\n\r\nb')]), ['a', '', 'b'])
  assert.deepEqual(await all([Buffer.from('a\n')]), ['a'])
  assert.deepEqual(await all([]), [])
})

test('[R13] a line beyond the bound is passed over, the next one is read', async () => {
  const parts = ['xxxxxx', 'xxxxxx', 'x\nok\n'].map((text) => Buffer.from(text))
  assert.deepEqual(await all(parts, 10), ['(too long)', 'ok'])
  assert.deepEqual(await all([Buffer.from('x'.repeat(11))], 10), ['(too long)'])
})

test('nothing is read ahead of what is asked for', async () => {
  let given = 0
  async function* counted() {
    for (; given < 5;) yield Buffer.from(`line ${(given += 1)}\n`)
  }
  const reader = new LineReader(counted(), 100)
  await reader.next()
  assert.equal(given, 1)
})
