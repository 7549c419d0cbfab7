import assert from 'node:assert/strict'
import * as nodeFiles from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import {
  blobStoreContract,
  isTrouble,
  pieces,
  textOf,
  type BlobWorld,
} from '../blob-store.contract.ts'
import { createMemoryBlobs } from '../memory/memory-blobs.ts'
import { openDiskBlobs, type DiskFiles } from './disk-blobs.ts'

class DiskWorld implements BlobWorld {
  readonly folder: string
  readonly #files: DiskFiles | undefined
  blobs

  static async open(files?: DiskFiles): Promise<DiskWorld> {
    const folder = await nodeFiles.mkdtemp(join(tmpdir(), 'blobs-'))
    return new DiskWorld(folder, await openDiskBlobs(folder, files), files)
  }

  constructor(folder: string, blobs: Awaited<ReturnType<typeof openDiskBlobs>>, files?: DiskFiles) {
    this.folder = folder
    this.blobs = blobs
    this.#files = files
  }

  async restart(): Promise<void> {
    this.blobs = await openDiskBlobs(this.folder, this.#files)
  }

  /** Every file below the folder. */
  async names(): Promise<string[]> {
    const found = await nodeFiles.readdir(this.folder, { recursive: true, withFileTypes: true })
    return found.filter((one) => one.isFile()).map(({ name }) => name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await nodeFiles.rm(this.folder, { recursive: true, force: true })
  }
}

blobStoreContract('disk', () => DiskWorld.open())

blobStoreContract('memory', async () => ({
  blobs: createMemoryBlobs(),
  restart: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
}))

/** Fails as the system does, from the nth call of a kind on. */
function failing(code: string, what: string): { files: DiskFiles; arm(after: number): void } {
  let left = Infinity
  const tick = (name: string) => {
    if (name !== what) return
    left -= 1
    if (left < 0) throw Object.assign(new Error(code), { code })
  }
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          tick(String(name))
          const result: unknown = Reflect.apply(value, from, args)
          return name === 'open' ? (result as Promise<object>).then(guarded) : result
        }
      },
    })
  return { files: guarded({ ...nodeFiles } as DiskFiles), arm: (after) => (left = after) }
}

const id = new Uint8Array(16).fill(1)
const hash = new Uint8Array(32).fill(2)
const unheard = async (): Promise<void> => undefined

for (const [code, trouble] of [
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'failed'],
] as const)
  test(`[R15] ${code} while bytes are written or synced: what was durable before stays, nothing more is told`, async () => {
    for (const what of ['write', 'datasync']) {
      const { files, arm } = failing(code, what)
      await using world = await DiskWorld.open(files)
      await world.blobs.write(id, 0, pieces('durable '), unheard)
      arm(0)
      const told: number[] = []
      const durable = async (bytes: number) => void told.push(bytes)
      const writing = world.blobs.write(id, 8, pieces('lost'), durable)
      await assert.rejects(writing, isTrouble(trouble))
      assert.deepEqual(told, [])
      arm(Infinity)
      await world.blobs.write(id, 8, pieces('bytes'), durable)
      assert.equal(await textOf(world.blobs.staged(id, 0, 99)), 'durable bytes')
    }
  })

test('[R15] a blob that cannot be written, synced or named leaves nothing behind', async () => {
  for (const what of ['open', 'write', 'datasync', 'rename', 'mkdir', 'link'])
    for (const code of ['ENOSPC', 'EIO']) {
      const { files, arm } = failing(code, what)
      await using world = await DiskWorld.open(files)
      await world.blobs.write(id, 0, pieces('bytes'), unheard)
      const before = await world.names()
      arm(0)
      const trouble = isTrouble(code === 'EIO' ? 'failed' : 'full')
      if (what === 'link') await assert.rejects(world.blobs.keep(id, hash), trouble)
      else await assert.rejects(world.blobs.store(hash, pieces('other')), trouble, what)
      assert.deepEqual(await world.names(), before)
      arm(Infinity)
      await assert.rejects(textOf(world.blobs.read(hash, 0, 99)), isTrouble('gone'))
    }
})

test('where a disk has no hard links, what is kept is a copy', async () => {
  const { files, arm } = failing('EPERM', 'link')
  await using world = await DiskWorld.open(files)
  arm(0)
  await world.blobs.write(id, 0, pieces('copied'), unheard)
  await world.blobs.keep(id, hash)
  await world.blobs.discard(id)
  assert.equal(await textOf(world.blobs.read(hash, 0, 99)), 'copied')
})

test('what a crash left half written is gone at the next start', async () => {
  await using world = await DiskWorld.open()
  await nodeFiles.writeFile(join(world.folder, 'new', '1'), 'half')
  await world.restart()
  assert.deepEqual(await world.names(), [])
})

test('[R15] on a full disk it opens, and takes bytes when there is room again', async () => {
  const folder = await nodeFiles.mkdtemp(join(tmpdir(), 'blobs-'))
  const { files, arm } = failing('ENOSPC', 'mkdir')
  arm(0)
  const blobs = await openDiskBlobs(folder, files)
  await assert.rejects(blobs.write(id, 0, pieces('a'), unheard), isTrouble('full'))
  await assert.rejects(blobs.store(hash, pieces('a')), isTrouble('full'))
  await assert.rejects(textOf(blobs.read(hash, 0, 9)), isTrouble('gone'))
  arm(Infinity)
  await blobs.write(id, 0, pieces('a'), unheard)
  await blobs.keep(id, hash)
  assert.equal(await textOf(blobs.read(hash, 0, 9)), 'a')
  await nodeFiles.rm(folder, { recursive: true })
})

test('[R15] a read that the disk breaks off says so, and gives nothing wrong', async () => {
  const { files, arm } = failing('EIO', 'read')
  await using world = await DiskWorld.open(files)
  await world.blobs.store(hash, pieces(new Uint8Array(400_000)))
  arm(1)
  const got: number[] = []
  const reading = async () => {
    for await (const chunk of world.blobs.read(hash, 0, 400_000)) got.push(chunk.length)
  }
  await assert.rejects(reading(), isTrouble('failed'))
  assert.equal(got.length, 1)
})
