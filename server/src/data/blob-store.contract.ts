import assert from 'node:assert/strict'
import test from 'node:test'
import { BlobFault, durableEveryBytes, type BlobStore, type BlobTrouble } from './blob-store.ts'

/** A blob store under test; `restart` opens what it left. */
export interface BlobWorld extends AsyncDisposable {
  readonly blobs: BlobStore
  restart(): Promise<void>
}

const id = (value: number) => new Uint8Array(16).fill(value)
const hash = (value: number) => new Uint8Array(32).fill(value)
const all = Number.MAX_SAFE_INTEGER

export async function* pieces(
  ...texts: (string | Uint8Array | Error)[]
): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text instanceof Error) throw text
    yield Buffer.from(text)
  }
}

export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(chunks)).toString()
}

export const isTrouble = (trouble: BlobTrouble) => (thrown: unknown) =>
  thrown instanceof BlobFault && thrown.trouble === trouble

const unheard = async (): Promise<void> => undefined

/** The behaviour of BlobStore. */
export function blobStoreContract(engine: string, open: () => Promise<BlobWorld>): void {
  test(`${engine}: staged bytes grow from where the caller says, also after a restart`, async () => {
    await using world = await open()
    const told: number[] = []
    const durable = async (bytes: number) => void told.push(bytes)
    const first = await world.blobs.write(id(1), 0, pieces('hello ', 'wor'), durable)
    assert.deepEqual(first, { toBytes: 9, cut: undefined })
    await world.restart()
    // What lies beyond was never counted: it is written again.
    const second = await world.blobs.write(id(1), 6, pieces('world'), durable)
    assert.equal(second.toBytes, 11)
    assert.deepEqual(told, [9, 11])
    assert.equal(await textOf(world.blobs.staged(id(1), 0, all)), 'hello world')
    assert.equal(await textOf(world.blobs.staged(id(1), 4, 7)), 'o w')
    await world.blobs.write(id(1), 0, pieces('anew'), durable)
    assert.equal(await textOf(world.blobs.staged(id(1), 0, all)), 'anew')
  })

  test(`${engine}: of bytes that end half-way what came is durable, and why they ended is told`, async () => {
    await using world = await open()
    const why = new Error('the connection is gone')
    const told: number[] = []
    const durable = async (bytes: number) => void told.push(bytes)
    const written = await world.blobs.write(id(1), 0, pieces('abc', 'de', why), durable)
    assert.deepEqual(written, { toBytes: 5, cut: why })
    assert.deepEqual(told, [5])
    const nothing = await world.blobs.write(id(1), 5, pieces(why), durable)
    assert.deepEqual([nothing, told], [{ toBytes: 5, cut: why }, [5]])
    assert.equal(await textOf(world.blobs.staged(id(1), 0, all)), 'abcde')
  })

  test(`${engine}: large bytes are durable on their way`, async () => {
    await using world = await open()
    const told: number[] = []
    const part = new Uint8Array(durableEveryBytes / 2 + 1).fill(7)
    const durable = async (bytes: number) => void told.push(bytes)
    await world.blobs.write(id(1), 0, pieces(part, part, part), durable)
    assert.equal(told.at(-1), 3 * part.length)
    assert.equal((await textOf(world.blobs.staged(id(1), 0, all))).length, 3 * part.length)
  })

  test(`${engine}: more than is there cannot be gone on with`, async () => {
    await using world = await open()
    await world.blobs.write(id(1), 0, pieces('abc'), unheard)
    await assert.rejects(world.blobs.write(id(1), 4, pieces('e'), unheard), isTrouble('gone'))
    await assert.rejects(world.blobs.write(id(2), 1, pieces('e'), unheard), isTrouble('gone'))
    await assert.rejects(textOf(world.blobs.staged(id(3), 0, all)), isTrouble('gone'))
    await assert.rejects(world.blobs.keep(id(3), hash(3)), isTrouble('gone'))
    await assert.rejects(textOf(world.blobs.read(hash(3), 0, all)), isTrouble('gone'))
  })

  test(`${engine}: what is kept stays when its upload is discarded, once however often it is kept`, async () => {
    await using world = await open()
    for (const upload of [1, 2]) {
      await world.blobs.write(id(upload), 0, pieces('same bytes'), unheard)
      await world.blobs.keep(id(upload), hash(9))
      await world.blobs.keep(id(upload), hash(9))
      await world.blobs.discard(id(upload))
      await world.blobs.discard(id(upload))
    }
    await world.restart()
    assert.equal(await textOf(world.blobs.read(hash(9), 0, all)), 'same bytes')
    assert.equal(await textOf(world.blobs.read(hash(9), 5, 8)), 'byt')
    assert.equal(await textOf(world.blobs.read(hash(9), 10, all)), '')
    await world.blobs.remove(hash(9))
    await world.blobs.remove(hash(9))
    await assert.rejects(textOf(world.blobs.read(hash(9), 0, all)), isTrouble('gone'))
  })

  test(`${engine}: a blob is stored whole or not at all`, async () => {
    await using world = await open()
    const why = new Error('no more')
    await assert.rejects(world.blobs.store(hash(1), pieces('half', why)), why)
    await assert.rejects(textOf(world.blobs.read(hash(1), 0, all)), isTrouble('gone'))
    await world.blobs.store(hash(1), pieces('the ', 'whole'))
    await world.blobs.store(hash(1), pieces('the ', 'whole'))
    await world.blobs.store(hash(2), pieces())
    await world.restart()
    assert.equal(await textOf(world.blobs.read(hash(1), 0, all)), 'the whole')
    assert.equal(await textOf(world.blobs.read(hash(2), 0, all)), '')
  })

  test(`${engine}: a read that has begun goes on when the blob is removed`, async () => {
    await using world = await open()
    const large = new Uint8Array(1_000_000).fill(5)
    await world.blobs.store(hash(1), pieces(large))
    const reading = world.blobs.read(hash(1), 0, all)[Symbol.asyncIterator]()
    const first = await reading.next()
    await world.blobs.remove(hash(1))
    let bytes = first.value!.length
    for (let next = await reading.next(); next.done !== true; next = await reading.next())
      bytes += next.value.length
    assert.equal(bytes, large.length)
  })
}
