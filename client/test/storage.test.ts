import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import { ResilientStorage } from '../src/cache/resilient-storage.ts'
import { storageContract, type ContractRunner } from '../src/cache/storage.contract.ts'
import { fileStorage } from '../src/node/file-storage.ts'
import { decodeBatches, encodeBatch } from '../src/node/journal.ts'
import { WriteBehind } from '../src/cache/write-behind.ts'
import { VirtualClock } from '../src/testing/virtual-clock.ts'

const runner = (engine: string): ContractRunner => ({
  test: (title, run) => void test(`${engine}: ${title}`, run),
  equal: (actual, expected) => assert.deepEqual(actual, expected),
  rejects: (promise) => assert.rejects(promise),
})

storageContract(runner('memory'), async () => {
  const storage = new MemoryStorage()
  return {
    open: async () => {
      storage.reopen()
      return storage
    },
    remove: async () => {},
  }
})

async function folder(): Promise<{ path: string; remove(): Promise<void> }> {
  const made = await mkdtemp(join(tmpdir(), 'parley-storage-'))
  return {
    path: join(made, 'deep', 'store'),
    remove: () => rm(made, { recursive: true, force: true }),
  }
}

storageContract(runner('file'), async () => {
  const { path, remove } = await folder()
  return { open: () => fileStorage(path), remove }
})

storageContract(runner('resilient'), async () => {
  const storage = new MemoryStorage()
  return {
    open: async () => {
      storage.reopen()
      return new ResilientStorage(storage, () => assert.fail('nothing fails here'))
    },
    remove: async () => {},
  }
})

test('file: a batch that a crash cut short is dropped, whole ones before it stay', async () => {
  const { path, remove } = await folder()
  const storage = await fileStorage(path)
  await storage.write([['a', new Uint8Array([1])]])
  const whole = (await stat(path)).size
  await storage.write([
    ['a', new Uint8Array([2])],
    ['b', new Uint8Array(1_000)],
  ])
  await storage.close()
  const bytes = await readFile(path)
  for (const length of [whole + 1, whole + 9, bytes.length - 1]) {
    await writeFile(path, bytes)
    await truncate(path, length)
    const again = await fileStorage(path)
    assert.deepEqual(
      (await again.list('')).map(([key, value]) => [key, [...value]]),
      [['a', [1]]],
    )
    await again.write([['c', new Uint8Array([3])]])
    await again.close()
    const third = await fileStorage(path)
    assert.deepEqual([...((await third.get('c')) ?? [])], [3])
    await third.close()
  }
  await remove()
})

test('file: a flipped byte ends what is believed', async () => {
  const { path, remove } = await folder()
  const storage = await fileStorage(path)
  await storage.write([['a', new Uint8Array([1])]])
  const whole = (await stat(path)).size
  await storage.write([['b', new Uint8Array([2])]])
  await storage.close()
  const bytes = await readFile(path)
  bytes[whole + 12]! ^= 1
  await writeFile(path, bytes)
  const again = await fileStorage(path)
  assert.deepEqual(
    (await again.list('')).map(([key]) => key),
    ['a'],
  )
  await again.close()
  await remove()
})

test('file: it is rewritten when it is mostly history, and holds the same', async () => {
  const { path, remove } = await folder()
  const storage = await fileStorage(path)
  for (let round = 0; round < 60; round += 1)
    await storage.write([[`k/${round % 3}`, new Uint8Array(50_000).fill(round)]])
  assert.ok((await stat(path)).size < 1_500_000)
  await storage.close()
  const again = await fileStorage(path)
  assert.deepEqual(
    (await again.list('k/')).map(([key, value]) => `${key}:${value[0]}`),
    ['k/0:57', 'k/1:58', 'k/2:59'],
  )
  await again.close()
  await remove()
})

test('file: a second opening is refused while the first lives, a dead owner’s lock is not in the way', async () => {
  const { path, remove } = await folder()
  const storage = await fileStorage(path)
  await assert.rejects(fileStorage(path), { code: 'STORAGE_LOCKED' })
  await storage.close()
  await writeFile(`${path}.lock`, String(process.ppid))
  await assert.rejects(fileStorage(path), { code: 'STORAGE_LOCKED' })
  await writeFile(`${path}.lock`, '999999999')
  await (await fileStorage(path)).close()
  await remove()
})

test('[R1] file: what was said to be kept is there after kill -9', async () => {
  const { path, remove } = await folder()
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'write-until-killed.ts'), path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  for await (const chunk of writer.stdout) {
    said += String(chunk)
    if (said.split('\n').length > 40) break
  }
  writer.kill('SIGKILL')
  const acked = Number(said.trimEnd().split('\n').at(-2))
  await new Promise((resolve) =>
    writer.exitCode === null && writer.signalCode === null
      ? writer.once('exit', resolve)
      : resolve(0),
  )
  const again = await fileStorage(path)
  const kept = (await again.list('n/')).length
  assert.ok(kept >= acked, `${kept} kept of ${acked} acked`)
  await again.close()
  await remove()
})

test('a journal of any batches is read back, and any cut of it is a beginning', () => {
  const change = fc.tuple(
    fc.string({ maxLength: 20 }),
    fc.option(fc.uint8Array({ maxLength: 50 }), { nil: undefined }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }),
      fc.nat(),
      (batches, cut) => {
        const parts = batches.map((batch) => encodeBatch(batch))
        const bytes = Buffer.concat(parts)
        const read: unknown[] = []
        const kept = decodeBatches(bytes.subarray(0, cut % (bytes.length + 1)), (changes) =>
          read.push(changes),
        )
        const whole = batches.slice(0, read.length)
        assert.equal(
          kept,
          parts.slice(0, read.length).reduce((sum, part) => sum + part.length, 0),
        )
        assert.deepEqual(
          read.map((batch) =>
            (batch as [string, Uint8Array | undefined][]).map(([key, value]) => [
              key,
              value && [...value],
            ]),
          ),
          whole.map((batch) => batch.map(([key, value]) => [key, value && [...value]])),
        )
      },
    ),
  )
})

test('a storage that fails leaves its user with what it read and what is written since', async () => {
  const memory = new MemoryStorage()
  await memory.write([
    ['a', new Uint8Array([1])],
    ['b', new Uint8Array([1])],
  ])
  const failures: unknown[] = []
  const storage = new ResilientStorage(
    { ...pick(memory), write: async () => Promise.reject(new Error('full')) },
    (error) => failures.push(error),
  )
  await storage.write([
    ['a', undefined],
    ['c', new Uint8Array([3])],
  ])
  assert.deepEqual(
    (await storage.list('')).map(([key]) => key),
    ['b', 'c'],
  )
  assert.equal(await storage.get('a'), undefined)
  await storage.write([['a', new Uint8Array([5])]])
  assert.deepEqual([...((await storage.get('a')) ?? [])], [5])
  assert.equal(failures.length, 1)
})

function pick(memory: MemoryStorage) {
  return {
    get: memory.get.bind(memory),
    list: memory.list.bind(memory),
    close: memory.close.bind(memory),
  }
}

const settle = () => new Promise<void>((resolve) => void setImmediate(resolve))

test('what may wait is written with the next write, or after a while; closing waits for it', async () => {
  const storage = new MemoryStorage()
  const clock = new VirtualClock(settle)
  const writes = new WriteBehind(storage, clock)
  writes.putSoon('cursor', Uint8Array.of(1))
  await settle()
  assert.equal(await storage.get('cursor'), undefined)
  writes.put('entry', Uint8Array.of(2))
  await settle()
  assert.equal(await storage.get('cursor'), undefined, 'no part of what others write')
  writes.put('cursor', Uint8Array.of(2))
  await settle()
  await clock.advance(5_000)
  assert.deepEqual(await storage.get('cursor'), Uint8Array.of(2), 'overtaken by a newer one')
  writes.putSoon('cursor', Uint8Array.of(3))
  await clock.advance(5_000)
  assert.deepEqual(await storage.get('cursor'), Uint8Array.of(3))
  writes.put('cursor', undefined)
  writes.putSoon('cursor', Uint8Array.of(4))
  await settle()
  assert.deepEqual(await storage.get('cursor'), Uint8Array.of(4), 'in the order of the calls')
  writes.putSoon('cursor', Uint8Array.of(5))
  await writes.close()
  assert.deepEqual(await storage.get('cursor'), Uint8Array.of(5))
  assert.equal(clock.timers, 0)
})

test('what comes while a client stops is not kept, and nothing rejects unseen', async () => {
  const storage = new MemoryStorage()
  const writes = new WriteBehind(storage, new VirtualClock(settle))
  const unseen: unknown[] = []
  const note = (fault: unknown) => void unseen.push(fault)
  process.on('unhandledRejection', note)
  writes.put('before', Uint8Array.of(1))
  await writes.close()
  await storage.close()
  writes.put('after', Uint8Array.of(2))
  let ran = false
  writes.afterwards(() => (ran = true))
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  assert.deepEqual(unseen, [])
  assert.equal(ran, false)
  storage.reopen()
  assert.deepEqual(await storage.get('before'), Uint8Array.of(1))
  assert.equal(await storage.get('after'), undefined)
})
