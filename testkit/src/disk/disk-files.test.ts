import assert from 'node:assert/strict'
import test from 'node:test'
import {
  blobStoreContract,
  isTrouble,
  pieces,
  textOf,
  type BlobWorld,
} from '../../../server/src/data/blob-store.contract.ts'
import type { BlobStore } from '../../../server/src/data/blob-store.ts'
import { openDiskBlobs } from '../../../server/src/data/disk/disk-blobs.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { simulatedDiskFiles } from './disk-files.ts'
import { SimulatedDisk } from './simulated-disk.ts'

const folder = 'data/files'
const id = new Uint8Array(16).fill(1)
const hash = new Uint8Array(32).fill(2)
const all = Number.MAX_SAFE_INTEGER
const unheard = async (): Promise<void> => undefined
const clock = {
  after: (_ms: number, run: () => void) => {
    queueMicrotask(run)
    return { cancel() {} }
  },
}

class SimulatedBlobs implements BlobWorld {
  readonly disk: SimulatedDisk
  readonly #random: SeededRandom
  blobs!: BlobStore

  static async open(seed = 1): Promise<SimulatedBlobs> {
    const made = new SimulatedBlobs(seed)
    made.disk.makeFolder('data')
    made.disk.syncFolder('')
    await made.restart()
    return made
  }

  constructor(seed: number) {
    this.#random = new SeededRandom(seed)
    this.disk = new SimulatedDisk(this.#random)
  }

  async restart(): Promise<void> {
    this.disk.killProcess()
    const { disk } = this
    this.blobs = await openDiskBlobs(
      folder,
      simulatedDiskFiles({ disk, clock, random: this.#random }),
    )
  }

  async powerLoss(): Promise<void> {
    this.disk.losePower('drop')
    await this.restart()
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

blobStoreContract('simulated disk', () => SimulatedBlobs.open())

test('[F1] [R15] what was told to be durable survives a loss of power, what was not is lost', async () => {
  await using world = await SimulatedBlobs.open()
  await world.blobs.write(id, 0, pieces('durable'), unheard)
  world.disk.plan((act) => (act === 'sync' ? 'EIO' : undefined))
  await assert.rejects(world.blobs.write(id, 7, pieces(' or not'), unheard), isTrouble('failed'))
  world.disk.plan(undefined)
  await world.powerLoss()
  assert.equal(await textOf(world.blobs.staged(id, 0, all)), 'durable')
  await world.blobs.keep(id, hash)
  await world.powerLoss()
  assert.equal(await textOf(world.blobs.read(hash, 0, all)), 'durable')
})

test('[R15] a blob survives a loss of power also when the sync of its new folder failed the first time', async () => {
  for (const fails of ['EIO', 'crash'] as const) {
    await using world = await SimulatedBlobs.open()
    await world.blobs.write(id, 0, pieces('bytes'), unheard)
    world.disk.plan((act, name) => (act === 'sync' && name.endsWith('blobs') ? 'EIO' : undefined))
    await assert.rejects(world.blobs.keep(id, hash), isTrouble('failed'))
    world.disk.plan(undefined)
    if (fails === 'crash') await world.restart()
    await world.blobs.keep(id, hash)
    await world.powerLoss()
    assert.equal(await textOf(world.blobs.read(hash, 0, all)), 'bytes', fails)
  }
})

test('[F8] what was discarded or removed does not come back with a loss of power', async () => {
  await using world = await SimulatedBlobs.open()
  await world.blobs.write(id, 0, pieces('bytes'), unheard)
  await world.blobs.keep(id, hash)
  await world.blobs.discard(id)
  await world.blobs.remove(hash)
  await world.powerLoss()
  assert.deepEqual(
    world.disk.names().filter((name) => !world.disk.isFolder(name)),
    [],
  )
})
