import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCore } from '../src/api/create-core.ts'
import { MemoryStorage } from '../src/cache/memory-storage.ts'
import type { Storage } from '../src/cache/storage.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'
import { VirtualClock } from '../src/testing/virtual-clock.ts'
import { turn } from './turn.ts'

function unreachable(storage: Storage) {
  return createCore(
    {
      clock: new VirtualClock(turn),
      random: seededRandom(1),
      transport: { open: () => new Promise(() => {}) },
      client: 'test/1',
    },
    { url: 'tcp://nowhere.example', token: async () => new Uint8Array(32), storage },
  )
}

test('who waits for a start is told when the client is stopped', async () => {
  const im = unreachable(new MemoryStorage())
  let code = ''
  im.start().catch((thrown: { code: string }) => (code = thrown.code))
  for (let turns = 0; turns < 20; turns += 1) await turn()
  await im.stop()
  await turn()
  assert.equal(code, 'STOPPED')
})

test('who stops a client that stops already waits until its storage is closed, too', async () => {
  const memory = new MemoryStorage()
  let closed = (): void => {}
  const storage: Storage = {
    get: (key) => memory.get(key),
    list: (prefix, options) => memory.list(prefix, options),
    write: (changes) => memory.write(changes),
    close: () => new Promise((resolve) => (closed = resolve)),
  }
  const im = unreachable(storage)
  im.start().catch(() => {})
  await turn()
  const order: string[] = []
  const first = im.stop().then(() => order.push('first'))
  const second = im.stop().then(() => order.push('second'))
  await turn()
  assert.deepEqual(order, [])
  closed()
  await Promise.all([first, second])
  assert.deepEqual(order, ['first', 'second'])
})
