import type { Storage } from './storage.ts'

/** What a suite needs of its runner: node:test has it, and a page in a browser can bring it along. */
export interface ContractRunner {
  test(title: string, run: () => Promise<void>): void
  equal(actual: unknown, expected: unknown): void
  rejects(promise: Promise<unknown>): Promise<void>
}

export interface StorageUnderTest {
  /** Opens the same storage, as a new start would. */
  open(): Promise<Storage>
  /** Throws it away. */
  remove(): Promise<void>
}

const bytes = (...values: number[]) => new Uint8Array(values)
const plain = (rows: readonly (readonly [string, Uint8Array])[]) =>
  rows.map(([key, value]) => `${key}=${[...value].join('.')}`).join(' ')

/** The promises of Storage, for every engine. */
export function storageContract(
  runner: ContractRunner,
  make: () => Promise<StorageUnderTest>,
): void {
  const { test, equal, rejects } = runner
  const withStorage = (
    title: string,
    run: (storage: Storage, under: StorageUnderTest) => Promise<void>,
  ) =>
    test(title, async () => {
      const under = await make()
      const storage = await under.open()
      try {
        await run(storage, under)
      } finally {
        await storage.close()
        await under.remove()
      }
    })

  withStorage('what was written is read, and what was removed is not', async (storage) => {
    await storage.write([
      ['a', bytes(1)],
      ['b', bytes()],
    ])
    await storage.write([
      ['a', undefined],
      ['c', bytes(3, 0, 255)],
    ])
    equal(await storage.get('a'), undefined)
    equal([...((await storage.get('b')) ?? [9])], [])
    equal([...((await storage.get('c')) ?? [])], [3, 0, 255])
  })

  withStorage(
    'a listing holds one prefix, in order, from either end, as many as asked',
    async (storage) => {
      await storage.write(
        ['x/2', 'x/10', 'y/1', 'x/1', 'x', 'xy/1', 'x/é'].map((key) => [key, bytes(7)]),
      )
      equal(plain(await storage.list('x/')), 'x/1=7 x/10=7 x/2=7 x/é=7')
      equal(plain(await storage.list('x/', { limit: 2 })), 'x/1=7 x/10=7')
      equal(plain(await storage.list('x/', { limit: 2, reverse: true })), 'x/é=7 x/2=7')
      equal((await storage.list('')).length, 7)
      equal(await storage.list('z/'), [])
    },
  )

  withStorage('the last of several changes of one key counts', async (storage) => {
    await storage.write([
      ['a', bytes(1)],
      ['a', bytes(2)],
      ['b', bytes(1)],
      ['b', undefined],
    ])
    equal(plain(await storage.list('')), 'a=2')
  })

  withStorage('writes given without waiting commit in their order', async (storage, under) => {
    const writes = Array.from({ length: 50 }, (_, index) => storage.write([['n', bytes(index)]]))
    await Promise.all(writes)
    equal([...((await storage.get('n')) ?? [])], [49])
    await storage.close()
    const again = await under.open()
    equal([...((await again.get('n')) ?? [])], [49])
    await again.close()
  })

  withStorage('what was written is there after a new start', async (storage, under) => {
    await storage.write([['kept', bytes(1, 2, 3)]])
    await storage.close()
    const again = await under.open()
    equal(plain(await again.list('')), 'kept=1.2.3')
    await again.close()
  })

  withStorage('bytes handed over and bytes handed out are nobody else’s', async (storage) => {
    const given = bytes(1)
    await storage.write([['a', given]])
    given[0] = 9
    const read = await storage.get('a')
    if (read !== undefined) read[0] = 8
    equal([...((await storage.get('a')) ?? [])], [1])
  })

  withStorage('after closing nothing is read or written', async (storage) => {
    await storage.close()
    await rejects(storage.get('a'))
    await rejects(storage.write([['a', bytes(1)]]))
  })
}
