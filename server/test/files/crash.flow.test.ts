// Uploads through the death of the server, in processes of its own.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { RealServer } from '../../../testkit/src/soak/real-server.ts'
import { verifyFolder } from '../../src/data/sqlite/thread/store-files.ts'
import { halfPatch, newPerson, randomBytes } from './file-world.ts'

for (const [title, options, parts] of [
  ['one process', ['--access-processes', '0'], [10_000_000, 12_000_000]],
  ['processes for connections', ['--access-processes', '2'], [10_000_000]],
] as const)
  test(`[R1] ${title}: what a killed server told as received is there, and the upload goes on`, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-files-crash-'))
    const server = new RealServer({ folder, options })
    context.after(async () => {
      await server.kill()
      await rm(folder, { recursive: true })
    })
    await server.start()
    const ann = await newPerson(server, server.tcp, 'ann')
    const content = randomBytes(12_000_000)
    const path = await ann.created(content.length)
    let offset = 0
    // All of it: then it dies while the upload becomes a file, or thereabouts.
    for (const part of parts) {
      const rest = content.length - offset
      const { socket, closed } = await halfPatch(
        ...([ann, path, offset, rest, content.subarray(offset, part)] as const),
      )
      await server.kill()
      socket.destroy()
      await closed
      await server.start()
      const reached = await ann.offset(path)
      assert.ok(reached >= offset && reached <= part, `${offset} ${reached} ${part}`)
      offset = reached
    }
    if (offset < content.length)
      assert.equal((await ann.patch(path, offset, content.subarray(offset))).status, 204)
    const file = await ann.result(path)
    const got = new Uint8Array(await (await ann.download(file.id)).arrayBuffer())
    assert.equal(Buffer.compare(got, content), 0)
    await ann.im.stop()
    await server.stop()
    assert.deepEqual(verifyFolder(folder), [])
  })
