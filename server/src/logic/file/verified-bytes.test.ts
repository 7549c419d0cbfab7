import assert from 'node:assert/strict'
import test from 'node:test'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { VerifiedBlobs } from './verified-bytes.ts'

const all = Uint8Array.from({ length: 1_000 }, (_, index) => index)
const hash = nodeHashing.sha256(all)

/** A disk with one blob, read in pieces. */
function disk(bytes: Uint8Array) {
  let reads = 0
  const blobs = {
    async *read(_hash: Uint8Array, from: number, to: number) {
      reads += 1
      for (let at = from; at < Math.min(to, bytes.length); at += 300)
        yield bytes.subarray(at, Math.min(at + 300, to, bytes.length))
    },
  }
  return { verified: new VerifiedBlobs(blobs, nodeHashing), reads: () => reads }
}

async function taken(chunks: AsyncIterable<Uint8Array>): Promise<number[]> {
  const got: number[] = []
  try {
    for await (const chunk of chunks) got.push(...chunk)
  } catch (thrown) {
    assert.match(String(thrown), /not what was stored/)
    got.push(-1)
  }
  return got
}

test('[R15] bytes that are what was stored are read, whole and in parts', async () => {
  const { verified, reads } = disk(all)
  assert.deepEqual(await taken(verified.read(hash, 1_000, 0, 1_000)), [...all])
  assert.deepEqual(await taken(verified.read(hash, 1_000, 10, 20)), [...all.subarray(10, 20)])
  assert.deepEqual(await taken(verified.read(hash, 1_000, 990, 1_000)), [...all.subarray(990)])
  assert.equal(reads(), 4)
})

for (const [what, bytes] of [
  ['a bit of the first piece', all.with(5, 9)],
  ['a bit of the last piece', all.with(999, 9)],
  ['an end that is missing', all.subarray(0, 900)],
] as const) {
  test(`[R15] ${what}: nobody gets all of it, nor any part`, async () => {
    const { verified } = disk(bytes)
    const whole = await taken(verified.read(hash, 1_000, 0, 1_000))
    assert.equal(whole.at(-1), -1)
    assert.ok(whole.length < bytes.length)
    assert.deepEqual(await taken(verified.read(hash, 1_000, 10, 20)), [-1])
    assert.deepEqual(await taken(verified.read(hash, 1_000, 10, 20)), [-1])
  })
}

test('[R15] a file of one piece is refused before anything is said', async () => {
  const { verified } = disk(Uint8Array.of(1, 2, 3))
  assert.deepEqual(await taken(verified.read(hash, 3, 0, 3)), [-1])
})
