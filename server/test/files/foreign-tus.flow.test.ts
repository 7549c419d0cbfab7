// A tus client that is not ours.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Upload, type UploadOptions } from 'tus-js-client'
import { FileWorld, randomBytes, type Person } from './file-world.ts'

/** Resolves with the address of the upload when it is whole. */
function sent(
  person: Person,
  content: Uint8Array,
  more: Partial<UploadOptions> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(Buffer.from(content), {
      endpoint: `${person.world.http}/files/uploads`,
      headers: { authorization: `Bearer ${person.token}` },
      metadata: { filename: 'foreign.bin', filetype: 'application/octet-stream' },
      retryDelays: [50, 100, 200, 500, 1_000, 2_000],
      onError: reject,
      onSuccess: () => resolve(new URL(upload.url ?? '').pathname),
      ...more,
    })
    upload.start()
  })
}

async function readBack(person: Person, path: string): Promise<Buffer> {
  const { id } = await person.result(path)
  return Buffer.from(await (await person.download(id)).arrayBuffer())
}

test('a foreign tus client uploads, in one request and in many', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(1_000_000)
  for (const chunkSize of [Infinity, 150_000]) {
    const path = await sent(ann, content, { chunkSize })
    assert.equal(Buffer.compare(await readBack(ann, path), content), 0)
  }
})

test('a foreign tus client is stopped, goes on, and comes through a restart of the server', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const content = randomBytes(3_000_000)
  let restarted: Promise<void> | undefined
  const path = await sent(ann, content, {
    chunkSize: 200_000,
    onChunkComplete(_size, bytes) {
      if (bytes >= 1_000_000) restarted ??= world.restart()
    },
  })
  assert.ok(restarted)
  await restarted
  assert.equal(Buffer.compare(await readBack(ann, path), content), 0)
})

test('a foreign tus client ends its upload', async () => {
  await using world = await FileWorld.open()
  const ann = await world.person('ann')
  const path = await ann.created(10)
  await Upload.terminate(`${world.http}${path}`, {
    headers: { authorization: `Bearer ${ann.token}` },
  })
  assert.equal((await ann.ask('HEAD', path)).status, 404)
})
