import assert from 'node:assert/strict'
import test from 'node:test'
import { FileWorld, randomBytes } from './file-world.ts'

test('an upload comes in pieces, becomes a file, and is read back by its owner', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(300_000)
  const path = await ann.created(content.length, { filename: '../../etc/报告.bin' })
  assert.match(path, /^\/files\/uploads\/[\w-]{22}$/)
  assert.equal((await ann.patch(path, 0, content.subarray(0, 100_000))).status, 204)
  assert.equal(await ann.offset(path), 100_000)
  const last = await ann.patch(path, 100_000, content.subarray(100_000))
  assert.equal(last.status, 204)
  const file = await ann.result(path)
  assert.equal(last.headers.get('parley-file'), `${file.id}`)
  assert.deepEqual(
    [file.name, file.mediaType, file.bytes],
    ['报告.bin', 'application/octet-stream', 300_000],
  )
  const got = await ann.download(file.id)
  assert.equal(got.status, 200)
  assert.deepEqual(new Uint8Array(await got.arrayBuffer()), content)
  assert.equal(got.headers.get('content-type'), 'application/octet-stream')
  assert.match(
    got.headers.get('content-disposition') ?? '',
    /^attachment; filename="__.bin"; filename\*=UTF-8''%E6/,
  )
})
