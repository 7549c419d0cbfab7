import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cutFrames, FrameFault, FrameReader, readFrames } from './frame-reader.ts'
import { encodeFrame, frameFlagsKnown, frameHeaderBytes, frameKinds, readHeader } from './frame.ts'
import type { Frame } from './frame.ts'

const bodyBytesMax = 2_000
const anyFrame: fc.Arbitrary<Frame> = fc.record({
  kind: fc.constantFrom(...Object.values(frameKinds)),
  flags: fc.integer({ min: 0, max: frameFlagsKnown }),
  command: fc.integer({ min: 0, max: 0xffff }),
  number: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  body: fc.uint8Array({ maxLength: 300 }),
})

/** Bytes cut into chunks at the given places, one-byte chunks among them. */
function chunks(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  const ends = [...places, bytes.length]
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end))
}

function joined(frames: readonly Frame[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(frames.map(encodeFrame)))
}

const plain = (frame: Frame) => ({ ...frame, body: [...frame.body] })

describe('the frame', () => {
  test('has its fields where the page says', () => {
    const body = Uint8Array.of(0xaa, 0xbb)
    const bytes = encodeFrame({ kind: 3, flags: 5, command: 0x0280, number: 0xfedcba98, body })
    assert.equal(
      Buffer.from(bytes).toString('hex'),
      '00000002' + '13' + '05' + '0280' + 'fedcba98' + 'aabb',
    )
    assert.deepEqual(readHeader(bytes), {
      length: 2,
      version: 1,
      kind: 3,
      flags: 5,
      command: 0x0280,
      number: 0xfedcba98,
    })
  })

  test('a stream gives the same frames however it is cut, and holds nothing afterwards', () => {
    fc.assert(
      fc.property(
        fc.array(anyFrame, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 40 }),
        (frames, cuts) => {
          const reader = new FrameReader(bodyBytesMax)
          const got: Frame[] = []
          for (const chunk of chunks(joined(frames), cuts))
            reader.read(chunk, (frame) => got.push(frame))
          assert.deepEqual(got.map(plain), frames.map(plain))
          assert.equal(reader.heldBytes, 0)
        },
      ),
    )
  })

  test('a frame does not change with the chunks that come after it', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 2, maxLength: 6 }), (frames) => {
        const reader = new FrameReader(bodyBytesMax)
        const got: Frame[] = []
        for (const byte of joined(frames))
          reader.read(Uint8Array.of(byte), (frame) => got.push(frame))
        assert.deepEqual(got.map(plain), frames.map(plain))
      }),
    )
  })

  test('a message gives the same frames as a stream, and may not end within one', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 6 }), fc.nat(), (frames, cut) => {
        const bytes = joined(frames)
        assert.deepEqual(readFrames(bytes, bodyBytesMax).map(plain), frames.map(plain))
        const short = bytes.subarray(0, cut % bytes.length)
        const whole: Frame[] = []
        if (cutFrames(short, 0, bodyBytesMax, (frame) => whole.push(frame)) === short.length) return
        assert.throws(() => readFrames(short, bodyBytesMax), { close: 'BAD_FRAME' })
        assert.deepEqual(whole.map(plain), frames.slice(0, whole.length).map(plain))
      }),
    )
  })
})

describe('[R13] bytes that are no frames', () => {
  /** Hostile: pure noise, and frames with some bytes changed. */
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(
        fc.array(anyFrame, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      )
      .map(([frames, changes]) => {
        const bytes = joined(frames)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        return bytes
      }),
  )

  test('throw nothing but FrameFault, at the same place however they are cut', () => {
    const outcome = (pieces: readonly Uint8Array[]) => {
      const reader = new FrameReader(bodyBytesMax)
      const got: Frame[] = []
      try {
        for (const piece of pieces) reader.read(piece, (frame) => got.push(frame))
      } catch (fault) {
        assert.ok(fault instanceof FrameFault)
        return { got: got.map(plain), close: fault.close }
      }
      assert.ok(reader.heldBytes < frameHeaderBytes + bodyBytesMax)
      return { got: got.map(plain), held: reader.heldBytes }
    }
    fc.assert(
      fc.property(hostile, fc.array(fc.nat(), { maxLength: 20 }), (bytes, cuts) => {
        assert.deepEqual(outcome(chunks(bytes, cuts)), outcome([bytes]))
      }),
      { numRuns: 1_000 },
    )
  })

  test('a header is checked before room is made for its body, and by each of its fields', () => {
    const header = (change: (bytes: Uint8Array) => void) => {
      const bytes = encodeFrame({
        kind: 1,
        flags: 0,
        command: 1,
        number: 1,
        body: new Uint8Array(),
      })
      change(bytes)
      return bytes
    }
    const cases: [string, Uint8Array][] = [
      ['VERSION', header((bytes) => (bytes[4] = 0x01))],
      ['VERSION', header((bytes) => (bytes[4] = 0x21))],
      ['BAD_FRAME', header((bytes) => (bytes[4] = 0x10))],
      ['BAD_FRAME', header((bytes) => (bytes[4] = 0x18))],
      ['BAD_FRAME', header((bytes) => (bytes[5] = 0x10))],
      ['FRAME_TOO_LARGE', header((bytes) => (bytes[0] = 0xff))],
      [
        'FRAME_TOO_LARGE',
        header((bytes) => new DataView(bytes.buffer).setUint32(0, bodyBytesMax + 1)),
      ],
    ]
    for (const [close, bytes] of cases)
      assert.throws(() => new FrameReader(bodyBytesMax).read(bytes, () => {}), { close })
    const fits = header((bytes) => new DataView(bytes.buffer).setUint32(0, bodyBytesMax))
    new FrameReader(bodyBytesMax).read(fits, () => assert.fail('it is not whole'))
  })

  test('a frame that comes byte by byte costs about its length, not more for each byte', () => {
    const large = 262_144
    const bytes = encodeFrame({
      kind: 1,
      flags: 0,
      command: 1,
      number: 1,
      body: new Uint8Array(large),
    })
    const reader = new FrameReader(large)
    const one = new Uint8Array(1)
    const before = process.memoryUsage()
    for (let at = 0; at < bytes.length - 1; at += 1) {
      one[0] = bytes[at] ?? 0
      reader.read(one, () => assert.fail('it is not whole'))
    }
    const after = process.memoryUsage()
    assert.equal(reader.heldBytes, bytes.length - 1)
    // NOTE what it holds is copied: the chunk may be used again by its owner.
    one.fill(9)
    let length = 0
    reader.read(
      Uint8Array.of(0),
      (frame) => (length = frame.body.reduce((sum, byte) => sum + byte, frame.body.length)),
    )
    assert.equal(length, large)
    // NOTE a list of chunks takes over 20 MB here; the room and garbage of its growth stay far below.
    assert.ok(
      after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers < 12_000_000,
    )
  })
})
