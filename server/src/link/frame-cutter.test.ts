import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ManualClock } from '../base/testing/manual-clock.ts'
import { LinkFault, linkTypes, type LinkType } from './format.ts'
import { FrameCutter } from './frame-cutter.ts'
import { FrameWriter } from './frame-writer.ts'

const frame = fc.record({
  type: fc.constantFrom(...Object.values(linkTypes)),
  id: fc.maxSafeNat(),
  body: fc.uint8Array({ maxLength: 300 }),
})

function written(frames: readonly { type: LinkType; id: number; body: Uint8Array }[]) {
  const pieces: Uint8Array[] = []
  const stream = {
    queuedBytes: 0,
    write: (bytes: Uint8Array) => void pieces.push(bytes),
    ...{ end() {}, destroy() {}, pause() {}, resume() {}, listen() {} },
  }
  const writer = new FrameWriter(stream, new ManualClock())
  for (const { type, id, body } of frames)
    writer
      .begin(type, 8 + body.length)
      .id(id)
      .bytes(body)
      .end()
  writer.flush()
  return new Uint8Array(Buffer.concat(pieces))
}

test('frames come out as they went in, however the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 300 }),
      fc.integer({ min: 1, max: 70_000 }),
      (frames, pieceBytes) => {
        const bytes = written(frames)
        const cutter = new FrameCutter(1_000)
        const got: unknown[] = []
        for (let at = 0; at < bytes.length; at += pieceBytes)
          cutter.read(bytes.subarray(at, at + pieceBytes), (type, fields) =>
            got.push({ type, id: fields.id(), body: [...fields.rest()] }),
          )
        assert.deepEqual(
          got,
          frames.map(({ type, id, body }) => ({ type, id, body: [...body] })),
        )
      },
    ),
  )
})

test('[R13.b] noise is a fault of the link and nothing else, before room is made for it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      try {
        new FrameCutter(1_000).read(noise, (_type, fields) => fields.bytes(fields.u8()))
      } catch (fault) {
        assert.ok(fault instanceof LinkFault)
      }
    }),
  )
  const cutter = new FrameCutter(1_000)
  assert.throws(() => cutter.read(Uint8Array.of(0, 0, 3, 233, 5), () => assert.fail()), LinkFault)
})
