import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isUuidV7, uuidFromText, uuidToText, uuidV7Millis, uuidV7Minter } from './uuid-v7.ts'

const compare = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b)

test('[R2] ids ascend, whatever the clock does, and are UUIDv7', () => {
  const clocks = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(clocks, fc.uint8Array({ minLength: 16, maxLength: 16 }), (times, noise) => {
      let at = 0
      const mint = uuidV7Minter({ nowMs: () => times[at] ?? 0, fill: (bytes) => bytes.set(noise) })
      let last: Uint8Array = new Uint8Array(16)
      for (at = 0; at < times.length; at += 1) {
        const id = mint()
        assert.ok(isUuidV7(id))
        assert.ok(compare(id, last) > 0)
        assert.ok(uuidV7Millis(id) >= (times[at] ?? 0))
        last = id
      }
    }),
  )
})

test('[R2] a clock that was far ahead and is set right does not keep ids ahead', () => {
  let nowMs = 1_700_000_000_000
  const fill = (bytes: Uint8Array) => void bytes.fill(7)
  const mint = uuidV7Minter({ nowMs: () => nowMs, fill }, 60_000)
  const ahead = mint()
  nowMs -= 59_000
  const alittle = mint()
  assert.ok(compare(alittle, ahead) > 0, 'a small step back is bridged')
  nowMs -= 3_600_000
  assert.equal(uuidV7Millis(mint()), nowMs)
  assert.ok(compare(mint(), mint()) < 0, 'and from there they ascend again')
})

test('[R2] within one millisecond more ids than the counter holds still ascend', () => {
  const mint = uuidV7Minter({ nowMs: () => 1_700_000_000_000, fill: (bytes) => bytes.fill(0xff) })
  let last = mint()
  for (let count = 0; count < 10_000; count += 1) {
    const id = mint()
    assert.ok(compare(id, last) > 0)
    assert.ok(isUuidV7(id))
    last = id
  }
  assert.ok(uuidV7Millis(last) - 1_700_000_000_000 < 5)
})

test('the time inside is the time of minting, to the millisecond', () => {
  const mint = uuidV7Minter({ nowMs: () => 1_645_557_742_000.9, fill: () => {} })
  assert.equal(uuidV7Millis(mint()), 1_645_557_742_000)
})

test('text and bytes are the same id; other text is none', () => {
  // RFC 9562, appendix A.6.
  const text = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
  const bytes = uuidFromText(text)
  assert.ok(bytes !== undefined && isUuidV7(bytes))
  assert.equal(uuidV7Millis(bytes), 1_645_557_742_000)
  assert.equal(uuidToText(bytes), text)
  assert.deepEqual(uuidFromText(text.toUpperCase()), bytes)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (any) => {
      assert.deepEqual(uuidFromText(uuidToText(any)), any)
    }),
  )
  for (const bad of [
    '',
    text.slice(1),
    `${text}0`,
    text.replaceAll('-', ''),
    text.replace('0', 'g'),
    ` ${text}`,
  ])
    assert.equal(uuidFromText(bad), undefined)
})

test('another version, variant or length is not a UUIDv7', () => {
  const good = uuidFromText('017f22e2-79b0-7cc3-98c4-dc0c0c07398f') ?? new Uint8Array()
  assert.equal(isUuidV7(good.with(6, 0x4c)), false)
  assert.equal(isUuidV7(good.with(8, 0xd8)), false)
  assert.equal(isUuidV7(good.subarray(1)), false)
})
