import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, encodeFrame, frameKinds } from '@parley/protocol'
import { SeededRandom } from '../world/seeded-random.ts'
import { decoderNames } from './decoders/all.ts'
import type { OpenRound } from './decoder.ts'
import { FrameCount } from './frame-count.ts'
import { tryDecoder } from './main.ts'
import { Mutator } from './mutator.ts'
import { runRounds } from './run-rounds.ts'

for (const decoder of decoderNames)
  test(`[R13][R14] ${decoder}: hostile bytes end in a refusal or a close, soon, and keep nothing`, async (t) => {
    const task = { decoder, seed: 'npm test', frames: 1_500, round: undefined }
    const { frames, violations } = await tryDecoder(task, (line) => t.diagnostic(line))
    assert.deepEqual(violations, [])
    assert.ok(frames >= task.frames)
  })

const run = (open: OpenRound, frames = 1_000) =>
  runRounds(open, { decoder: 'test', seed: '1', frames })

test('what ends a round is a violation, and ends the run where nothing can be tried', async () => {
  const { violations, frames } = await run(async () => ({
    batch: (framesMax) => Promise.reject(new Error(`at ${framesMax}`)),
    async finish() {},
  }))
  assert.match(violations.join(), /round 0: ended the round: Error: at 32/)
  assert.deepEqual([violations.length, frames], [1, 0])
})

test('frames that take long are a violation when they always do', async () => {
  let batches = 0
  const slow: OpenRound = async () => ({
    async batch(framesMax) {
      batches += 1
      for (
        const startMs = process.threadCpuUsage().user;
        process.threadCpuUsage().user - startMs < 60_000;
      ) {
        // Busy.
      }
      return framesMax
    },
    async finish() {},
  })
  const { violations } = await run(slow, 32)
  assert.match(violations[0] ?? '', /batch 0 took \d+ ms, 4 times/)
  assert.equal(batches, 4)
})

test('the same seed makes the same bytes, and most are not those that it began with', () => {
  const good = new Uint8Array(40).fill(7)
  const made = () => {
    const mutator = new Mutator(new SeededRandom('a seed'))
    return Array.from({ length: 200 }, () => mutator.mutate(good, [good]).toString('hex'))
  }
  assert.deepEqual(made(), made())
  const unchanged = made().filter((hex) => hex === Buffer.from(good).toString('hex'))
  assert.ok(unchanged.length < 20, `${unchanged.length} unchanged`)
  assert.ok(new Set(made()).size > 150)
})

test('requests are counted however the stream is cut', () => {
  const frame = (kind: 1 | 4, length: number) =>
    encodeFrame({
      kind,
      flags: 0,
      command: commands.send.id,
      number: 1,
      body: new Uint8Array(length),
    })
  const { request, oneWay } = frameKinds
  const bytes = Buffer.concat([
    frame(request, 0),
    frame(oneWay, 3),
    frame(request, 300),
    frame(1, 1),
  ])
  for (const size of [1, 5, 12, 13, 1_000]) {
    const count = new FrameCount()
    for (let at = 0; at < bytes.length; at += size) count.add(bytes.subarray(at, at + size))
    assert.equal(count.requests, 3)
  }
})
