import assert from 'node:assert/strict'
import test from 'node:test'
import { storeContract } from '../store.contract.ts'
import { MemoryWorld } from '../testing/memory-world.ts'
import { Cast, text } from '../testing/store-world.ts'

storeContract('memory', async () => new MemoryWorld())

test('[R1] a crash before the commit loses the batch, one after it only the answer', async () => {
  await using world = new MemoryWorld(10)
  const cast = new Cast(world)
  const people = cast.people(1, 2)
  await world.clock.advance(50)
  await people

  const told: string[] = []
  const send = (body: string) => cast.send(1, 2, { body: text(body) }).then(() => told.push(body))
  void send('lost')
  await world.clock.advance(9)
  await world.restart()
  void send('unknown')
  await world.clock.advance(5)
  const { store } = world
  const soon = world.clock.soon.bind(world.clock)
  // The answer of a commit is given in a later turn: the process dies before it.
  world.clock.soon = (run) => {
    store.crash()
    soon(run)
  }
  await world.clock.advance(50)
  world.clock.soon = soon
  await world.restart()

  assert.deepEqual(told, [])
  const conversation = await world.store.conversations.resolve(1, { account: 2 })
  assert.deepEqual(await cast.texts(1, conversation!), ['unknown'])
})

test('[R15] a full disk refuses and recovers, a broken one tells nothing more', async () => {
  await using world = new MemoryWorld()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const troubles: string[] = []
  world.store.onTrouble((trouble) => troubles.push(trouble))
  const { disk } = world.store
  disk.condition = 'full'
  assert.deepEqual(await cast.send(1, 2), { status: 'refused', error: 'STORAGE_FULL' })
  await assert.rejects(world.store.probe(), { code: 'STORAGE_FULL' })
  disk.condition = 'good'
  await world.store.probe()
  assert.equal((await cast.send(1, 2)).status, 'appended')
  disk.condition = 'broken'
  await assert.rejects(cast.send(1, 2))
  disk.condition = 'good'
  await assert.rejects(cast.send(1, 2))
  assert.deepEqual(troubles, ['full', 'recovered', 'failed'])
})
