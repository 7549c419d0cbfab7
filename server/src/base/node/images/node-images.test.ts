import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import type { Metadata } from 'sharp'
import { thumbHashToApproximateAspectRatio } from 'thumbhash'
import { silentLog } from '../../log.ts'
import { fromLatin1, joined, latin1 } from '../../media/pieces.ts'
import { sampleImage, sharpFor } from '../../media/testing/sample-images.ts'
import { Refusal } from '../../refusal.ts'
import { createNodeImages, type NodeImagesOptions } from './node-images.ts'

const limits = { pixelsMax: 1_000_000, animationPixelsMax: 2_000_000 }
const odd = join(import.meta.dirname, 'testing', 'odd-process.ts')

async function withImages<T>(
  more: Partial<NodeImagesOptions>,
  run: (images: ReturnType<typeof createNodeImages>) => Promise<T>,
): Promise<T> {
  const images = createNodeImages({ limits, log: silentLog, ...more })
  try {
    return await run(images)
  } finally {
    await images.stop()
  }
}

test('a picture comes back clean, with its size as it is shown, a small one and a placeholder', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  await withImages({}, async (images) => {
    const size = { width: 1_000, height: 500 }
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
      const image = await sampleImage(sharp, format, 6, size)
      const clean = await images.clean(`image/${format}`, image)
      assert.ok(clean.status === 'clean', JSON.stringify(clean))
      assert.doesNotMatch(latin1(clean.bytes), /Ann Owner|secret comment/)
      const isTurned = format === 'jpeg' || format === 'png' || format === 'webp'
      const shown = isTurned ? [500, 1_000] : [1_000, 500]
      const small: Metadata = await sharp(clean.thumbnail).metadata()
      assert.equal(small.format, 'webp')
      if (format !== 'avif') {
        assert.deepEqual([clean.width, clean.height], shown, format)
        assert.deepEqual([small.width, small.height], isTurned ? [240, 480] : [480, 240])
      }
      assert.ok(Math.max(small.width, small.height) === 480)
      const ratio = thumbHashToApproximateAspectRatio(clean.placeholder)
      assert.ok(Math.abs(ratio - clean.width / clean.height) < 0.3, `${format} ${ratio}`)
    }
  })
})

test('[R13] bombs of pixels and frames, and what is no picture, are unreadable', async (context) => {
  const sharp = await sharpFor(context)
  if (sharp === undefined) return
  const solid = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'red' } })
  const bomb = new Uint8Array(await solid(4_000, 4_000).png().toBuffer())
  const frames = new Uint8Array(1_000 * 3_000 * 3).map((_, index) => index / 50_000)
  const raw = { width: 1_000, height: 3_000, channels: 3, pageHeight: 500 }
  const film = new Uint8Array(await sharp(frames, { raw }).gif().toBuffer())
  const png = await sampleImage(sharp, 'png')
  const cut = (await sampleImage(sharp, 'jpeg')).subarray(0, 400)
  const svg = fromLatin1('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await withImages({}, async (images) => {
    const unreadable = async (type: string, bytes: Uint8Array) =>
      (await images.clean(type, bytes)).status === 'unreadable'
    assert.ok(await unreadable('image/png', bomb))
    assert.ok(await unreadable('image/gif', film))
    assert.ok(await unreadable('image/jpeg', png))
    assert.ok(await unreadable('image/jpeg', cut))
    assert.ok(await unreadable('image/png', svg))
    assert.ok(await unreadable('image/gif', joined([fromLatin1('GIF89a'), svg])))
    assert.ok(!(await unreadable('image/png', png)))
  })
})

test('a process that dies of a picture, or hangs, is ended, and the next picture gets another', async () => {
  await withImages({ program: odd, taskMs: 2_000 }, async (images) => {
    const bytes = new Uint8Array(3)
    assert.equal((await images.clean('die', bytes)).status, 'unreadable')
    assert.equal((await images.clean('good', bytes)).status, 'clean')
    assert.equal((await images.clean('hang', bytes)).status, 'unreadable')
    assert.equal((await images.clean('good', bytes)).status, 'clean')
  })
})

test('a picture during which the process is ended from outside is worked on again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'images-'))
  await withImages({ program: odd }, async (images) => {
    const task = `once:${join(folder, 'died')}`
    assert.equal((await images.clean(task, new Uint8Array(1))).status, 'clean')
  })
  rmSync(folder, { recursive: true })
})

test('[R13] pictures wait in a bounded queue; a stop ends what hangs and refuses the rest', async () => {
  const images = createNodeImages({ limits, log: silentLog, program: odd, queuedMax: 1 })
  const busy = (thrown: unknown) => thrown instanceof Refusal && thrown.code === 'BUSY'
  const hanging = images.clean('hang', new Uint8Array(1))
  const waiting = images.clean('good', new Uint8Array(1))
  await assert.rejects(images.clean('good', new Uint8Array(1)), busy)
  const ended = [assert.rejects(hanging, busy), assert.rejects(waiting, busy)]
  await images.stop()
  await Promise.all(ended)
})
