import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Metadata } from 'sharp'
import { BrokenImage, fromLatin1, joined, latin1 } from './pieces.ts'
import { stripImage } from './strip-image.ts'
import { sampleImage, sharpFor } from './testing/sample-images.ts'

const tellTale = /Ann Owner|secret comment|xmpmeta|photoshop/

for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
  test(`${format}: place, owner and comments go; picture, colours and orientation stay`, async (context) => {
    const sharp = await sharpFor(context)
    if (sharp === undefined) return
    for (const orientation of [1, 6]) {
      const image = await sampleImage(sharp, format, orientation)
      assert.match(latin1(image), tellTale)
      const stripped = stripImage(`image/${format}`, image)
      assert.doesNotMatch(latin1(stripped), tellTale)
      assert.deepEqual(await sharp(stripped).raw().toBuffer(), await sharp(image).raw().toBuffer())
      const facts: Metadata = await sharp(stripped).metadata()
      // HEIF turns pictures by a property of their own, which stays.
      if (format !== 'avif') assert.equal(facts.orientation ?? 1, orientation)
      assert.equal(facts.xmp?.some((byte) => byte !== 0) ?? false, false)
      assert.deepEqual(stripImage(`image/${format}`, stripped), stripped)
    }
  })

test('jpeg: progressive scans, restarts, fill bytes and comments', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  const noise = new Uint8Array(300 * 200 * 3).map((_, index) => (index * 7919) % 251)
  const source = sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
  const progressive = new Uint8Array(await source.jpeg({ progressive: true }).toBuffer())
  const comment = fromLatin1('\xff\xff\xfe\0\x10secret comment')
  const noisy = joined([progressive.subarray(0, 2), comment, progressive.subarray(2)])
  const stripped = stripImage(
    'image/jpeg',
    joined([noisy, fromLatin1('<script>alert(1)</script>')]),
  )
  assert.doesNotMatch(latin1(stripped), /secret|script/)
  const [before, after] = [
    await sharp(progressive).raw().toBuffer(),
    await sharp(stripped).raw().toBuffer(),
  ]
  assert.deepEqual(after, before)
})

test('what is hidden behind the end of a picture goes', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
    const image = await sampleImage(sharp, format)
    const polyglot = joined([image, fromLatin1('PK\x03\x04<script>alert(1)</script>')])
    const stripped = stripImage(`image/${format}`, polyglot)
    assert.doesNotMatch(latin1(stripped), /script|PK../)
    assert.equal((await sharp(stripped).metadata()).width, 40)
  }
})

test('gif: comments and what applications wrote go, frames and repetition stay', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  const frames = new Uint8Array(10 * 20 * 3).map((_, index) => (index < 300 ? 250 : 20))
  const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 }
  const gif = new Uint8Array(
    await sharp(frames, { raw })
      .gif({ loop: 3, delay: [50, 60] })
      .toBuffer(),
  )
  const table = 13 + 3 * 2 ** ((gif[10]! & 7) + 1) * (gif[10]! >> 7)
  const extra = fromLatin1('!\xfe\x0esecret comment\0!\xff\x0bXMP DataXMP\x07xmpmeta\0')
  const noisy = joined([gif.subarray(0, table), extra, gif.subarray(table)])
  assert.match(latin1(noisy), tellTale)
  const stripped = stripImage('image/gif', noisy)
  assert.deepEqual(stripped, gif)
  const facts = await sharp(stripped, { animated: true }).metadata()
  assert.deepEqual([facts.pages, facts.loop, facts.delay], [2, 3, [50, 60]])
})

test('heic: items of facts are overwritten where they stand, in either place, of any size of number', () => {
  for (const version of [0, 1, 2])
    for (const method of version === 0 ? [0] : [0, 1]) {
      const image = heic(version, method)
      assert.match(latin1(image), tellTale)
      const stripped = stripImage('image/heic', image)
      assert.equal(stripped.length, image.length)
      assert.doesNotMatch(latin1(stripped), tellTale)
      assert.match(latin1(stripped), /PIXELS/)
      assert.doesNotMatch(latin1(stripped), /mpvd/)
    }
})

test('what is no such picture, or is cut anywhere, is said to be broken and nothing else', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    const image = await sampleImage(sharp, format)
    const type = `image/${format}`
    for (let length = 0; length < image.length; length += 3)
      tolerate(type, image.subarray(0, length))
    fc.assert(
      fc.property(
        fc.nat(image.length - 1),
        fc.nat(255),
        fc.nat(image.length - 1),
        (at, value, cut) => {
          const damaged = image.slice()
          damaged[at] = value
          damaged[cut] = value ^ 0xff
          tolerate(type, damaged)
        },
      ),
      { numRuns: 400 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => tolerate(type, bytes)))
  }
})

function tolerate(type: string, bytes: Uint8Array): void {
  try {
    stripImage(type, bytes)
  } catch (thrown) {
    assert.ok(thrown instanceof BrokenImage, `${String(thrown)}`)
  }
}

const be = (value: number, size: number) =>
  Uint8Array.from(
    { length: size },
    (_, index) => Math.floor(value / 256 ** (size - 1 - index)) % 256,
  )

function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content)
  return joined([be(body.length + 8, 4), fromLatin1(type), body])
}

/** As a telephone lays it out, with EXIF and XMP items and a film behind it. */
function heic(version: number, method: number): Uint8Array {
  const exif = fromLatin1('Exif Ann Owner')
  const xmp = fromLatin1('<x:xmpmeta secret comment')
  const ftyp = box('ftyp', fromLatin1('heic\0\0\0\0mif1heic'))
  const infe = (id: number, type: string) =>
    box('infe', be(2, 1), be(0, 3), be(id, 2), be(0, 2), fromLatin1(`${type}\0`))
  const iinf = box('iinf', be(0, 4), be(3, 2), infe(1, 'hvc1'), infe(2, 'Exif'), infe(3, 'mime'))
  const idat = box('idat', exif, xmp)
  const iloc = (at: number) => {
    const item = (id: number, from: number, length: number) => [
      be(id, version === 2 ? 4 : 2),
      version === 0 ? be(0, 0) : be(method, 2),
      be(0, 2),
      be(0, 4),
      be(1, 2),
      be(from, 8),
      be(length, 4),
    ]
    const sizes = be(0x8440, 2)
    const count = be(3, version === 2 ? 4 : 2)
    const items = [
      ...item(1, 0, 0),
      ...item(2, at, exif.length),
      ...item(3, at + exif.length, xmp.length),
    ]
    return box('iloc', be(version, 1), be(0, 3), sizes, count, ...items)
  }
  const facts = method === 0 ? [exif, xmp] : []
  const make = (at: number) => {
    const meta = box('meta', be(0, 4), iinf, iloc(at), method === 1 ? idat : box('free'))
    return [meta, box('mdat', ...facts, fromLatin1('PIXELS')), box('mpvd', fromLatin1('Ann Owner'))]
  }
  const place = ftyp.length + make(0)[0]!.length + 8
  return joined([ftyp, ...make(method === 1 ? 0 : place)])
}
