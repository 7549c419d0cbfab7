import assert from 'node:assert/strict'
import test from 'node:test'
import { IMError } from '../base/im-error.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import type { FileAccess } from './file-access.ts'
import { FileHttp } from './file-http.ts'
import { FileUploading } from './file-upload.ts'

const bytes = new Uint8Array(5).fill(7)
const source = { size: bytes.length, slice: () => new Blob([bytes]) }

/** A server that has what it was given, reached through a client that can be stopped. */
function start() {
  const held: number[] = []
  let trouble: IMError | undefined
  const answer = (status: number, headers: Record<string, string>, body = '') => ({
    ...{ status, headers: new Headers(headers), body: null },
    arrayBuffer: async () => new TextEncoder().encode(body).buffer,
  })
  const fetch = async (_url: string, { method, body }: { method: string; body?: Uint8Array }) => {
    if (method === 'PATCH') held.push(...(body ?? []))
    const offset = { 'upload-offset': `${held.length}` }
    if (method === 'POST') return answer(201, { ...offset, location: '/files/uploads/1' })
    const file = { id: 9, name: '', mediaType: '', bytes: 5, width: 0, height: 0, placeholder: '' }
    return answer(200, offset, JSON.stringify({ file }))
  }
  const access = {
    ...{ clock: new VirtualClock(async () => {}), random: seededRandom(1) },
    backoff: { minMs: 1, maxMs: 2 },
    http: {
      ...{ urls: ['http://chat.example'], fetch },
      token: async () => {
        if (trouble !== undefined) throw trouble
        return 'token'
      },
    },
    nowMs: () => 0,
    ask: () => Promise.reject(new IMError('STOPPED')),
    mintRequestKey: () => new Uint8Array(16).fill(1),
  } as unknown as FileAccess
  return {
    begin: (key?: string) =>
      new FileUploading(access, new FileHttp(access), { source, ...(key && { key }) }),
    fail: (error: IMError | undefined) => {
      trouble = error
    },
  }
}

test('an upload whose client was stopped waits to be gone on with, and is not one that was refused', async () => {
  const { begin, fail } = start()
  fail(new IMError('STOPPED'))
  const upload = begin()
  await assert.rejects(upload.file, { code: 'STOPPED' })
  assert.equal(upload.progress.getSnapshot().state, 'paused')
  fail(undefined)
  assert.equal((await begin(upload.key).file).file, 9)
  upload.resume()
  assert.equal((await upload.file).file, 9)
  assert.equal(upload.progress.getSnapshot().state, 'done')
})

test('what was refused for good fails, and says why', async () => {
  const { begin, fail } = start()
  fail(new IMError('FORBIDDEN'))
  const upload = begin()
  await assert.rejects(upload.file, { code: 'FORBIDDEN' })
  assert.equal(upload.progress.getSnapshot().state, 'failed')
})
