import assert from 'node:assert/strict'
import test from 'node:test'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import type { FileAccess } from './file-access.ts'
import { downloadFile } from './file-download.ts'
import { FileHttp } from './file-http.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('[R6] a download whose server falls silent in the midst of it goes on by another request', async () => {
  const clock = new VirtualClock(turn)
  const asked: (string | undefined)[] = []
  let cancelled = 0
  const fetch = async (_url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers['range'])
    const isFirst = asked.length === 1
    const chunks = isFirst ? [[1, 2, 3]] : [[4, 5]]
    const read = async () => {
      const next = chunks.shift()
      // NOTE the machine is gone: no byte comes, and no end.
      if (next === undefined && isFirst) await new Promise(() => {})
      return next === undefined ? { done: true } : { done: false, value: Uint8Array.from(next) }
    }
    const range = isFirst ? { 'content-length': '5' } : { 'content-range': 'bytes 3-4/5' }
    const body = { getReader: () => ({ read, cancel: async () => void (cancelled += 1) }) }
    return { status: isFirst ? 200 : 206, headers: new Headers(range as never), body }
  }
  const access = {
    ...{ clock, random: seededRandom(1), backoff: { minMs: 1, maxMs: 2 } },
    http: { urls: ['http://chat.example'], fetch, token: async () => 'token' },
  } as unknown as FileAccess
  const { signal } = new AbortController()
  const input = { from: 0, signal }
  const got: number[] = []
  let isWhole = false
  const reading = async () => {
    for await (const chunk of downloadFile(access, new FileHttp(access), '/files/1', input))
      got.push(...chunk)
    isWhole = true
  }
  const read = reading()
  await clock.advance(10 * 60_000)
  assert.deepEqual([isWhole, got, asked], [true, [1, 2, 3, 4, 5], [undefined, 'bytes=3-']])
  assert.equal(cancelled, 2)
  assert.equal(clock.timers, 0)
  await read
})

test('[R6] a refusal of which the rest never comes is asked for again', async () => {
  const clock = new VirtualClock(turn)
  let asked = 0
  const fetch = async () => {
    asked += 1
    if (asked === 1)
      return { status: 503, headers: new Headers(), arrayBuffer: () => new Promise(() => {}) }
    const chunks = [Uint8Array.of(1)]
    const read = async () => ({ value: chunks[0], done: chunks.pop() === undefined })
    const body = { getReader: () => ({ read, cancel: async () => {} }) }
    return { status: 200, headers: new Headers({ 'content-length': '1' }), body }
  }
  const access = {
    ...{ clock, random: seededRandom(1), backoff: { minMs: 1, maxMs: 2 } },
    http: { urls: ['http://chat.example'], fetch, token: async () => 'token' },
  } as unknown as FileAccess
  const { signal } = new AbortController()
  const download = downloadFile(access, new FileHttp(access), '/files/1', { from: 0, signal })
  const read = Array.fromAsync(download)
  await clock.advance(2 * 60_000)
  assert.equal(asked, 2)
  assert.deepEqual(await read, [Uint8Array.of(1)])
})
