import assert from 'node:assert/strict'
import test from 'node:test'
import { BrokenImage, fromLatin1, joined, latin1 } from './pieces.ts'
import { movieBoxBytesMax, patched, videoFactPatches, type Patch } from './video-facts.ts'

function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const body = joined(content)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, body.length + 8)
  return joined([length, fromLatin1(type), body])
}

const hdlr = (type: string) => box('hdlr', fromLatin1(`\0\0\0\0\0\0\0\0${type}\0`))
const place = fromLatin1('+39.9042+116.4074/')

/** As a telephone writes it: index behind the pictures, the place in three ways. */
const film = joined([
  box('ftyp', fromLatin1('isommp42')),
  box('mdat', fromLatin1('PICTURES AND SOUND')),
  box('uuid', place),
  box(
    'moov',
    box('mvhd', fromLatin1('the length')),
    box(
      'trak',
      box('tkhd'),
      box('mdia', hdlr('vide'), box('minf'), box('udta', place)),
      box('meta', place),
    ),
    box('trak', box('mdia', hdlr('meta')), box('stbl', place)),
    box('udta', box('\xa9xyz', place)),
    box('meta', place),
  ),
])

const reader = (bytes: Uint8Array) => async (from: number, to: number) => bytes.subarray(from, to)

async function apply(
  bytes: Uint8Array,
  patches: readonly Patch[],
  step: number,
): Promise<Uint8Array> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  return joined(await Array.fromAsync(patched(chunks(), patches)))
}

test('a film says nothing of where it was taken, keeps its length, pictures and tracks', async () => {
  const patches = await videoFactPatches(film.length, reader(film))
  const before = film.slice()
  for (const step of [1, 7, 64, film.length]) {
    const clean = await apply(film, patches, step)
    assert.equal(clean.length, film.length)
    assert.doesNotMatch(latin1(clean), /116/)
    assert.match(latin1(clean), /PICTURES AND SOUND.*the length.*trak.*vide/s)
    assert.equal(latin1(clean).split('trak').length - 1, 1)
  }
  assert.deepEqual(film, before)
})

test('a box of facts as large as a file becomes an empty one, in bounded pieces', async () => {
  const large = joined([box('ftyp'), box('uuid', new Uint8Array(3_000_000).fill(65)), box('mdat')])
  const patches = await videoFactPatches(large.length, reader(large))
  assert.ok(patches.every(({ bytes }) => bytes.length <= 1_048_576))
  const clean = await apply(large, patches, 100_000)
  assert.equal(clean.includes(65), false)
  assert.equal(latin1(clean.subarray(8, 20)).includes('free'), true)
})

test('boxes that lie about their length are broken', async () => {
  const lies = film.slice()
  lies[1] = 1
  await assert.rejects(videoFactPatches(lies.length, reader(lies)), BrokenImage)
  const inside = film.slice()
  inside.set([0x7f, 0xff, 0xff, 0xff], latin1(film).indexOf('mvhd') - 4)
  await assert.rejects(videoFactPatches(inside.length, reader(inside)), BrokenImage)
  const header = fromLatin1('\0\0\0\0moov')
  const huge = movieBoxBytesMax + 100
  const read = async () => header
  await assert.rejects(videoFactPatches(huge, read), BrokenImage)
  for (let length = 0; length < film.length; length += 1) {
    const cut = film.subarray(0, length)
    await videoFactPatches(length, reader(cut)).catch((thrown: unknown) =>
      assert.ok(thrown instanceof BrokenImage),
    )
  }
})
