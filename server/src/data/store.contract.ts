import assert from 'node:assert/strict'
import test from 'node:test'
import { accountStoreContract } from './account-store.contract.ts'
import { contactStoreContract } from './contact-store.contract.ts'
import { conversationStoreContract } from './conversation-store.contract.ts'
import { deviceStoreContract } from './device-store.contract.ts'
import { entryStoreContract } from './entry-store.contract.ts'
import { groupStoreContract } from './group-store.contract.ts'
import { integratorStoreContract } from './integrator-store.contract.ts'
import { laterContract } from './later.contract.ts'
import { searchStoreContract } from './search-store.contract.ts'
import { fileStoreContract } from './file-store.contract.ts'
import { ownStateStoreContract } from './own-state-store.contract.ts'
import { syncStoreContract } from './sync-store.contract.ts'
import { Cast, type OpenWorld } from './testing/store-world.ts'

/** Every behaviour suite. */
export function storeContract(engine: string, open: OpenWorld): void {
  accountStoreContract(engine, open)
  deviceStoreContract(engine, open)
  entryStoreContract(engine, open)
  conversationStoreContract(engine, open)
  syncStoreContract(engine, open)
  searchStoreContract(engine, open)
  integratorStoreContract(engine, open)
  fileStoreContract(engine, open)
  contactStoreContract(engine, open)
  groupStoreContract(engine, open)
  laterContract(engine, open)
  ownStateStoreContract(engine, open)

  test(`${engine}: a store keeps its identity, and another one has another`, async () => {
    await using world = await open()
    const { generation, serverKey } = world.store
    assert.deepEqual([generation.length, serverKey.length], [16, 32])
    assert.ok(new Set(serverKey).size > 4)
    await world.restart()
    assert.deepEqual(Buffer.from(world.store.generation), Buffer.from(generation))
    assert.deepEqual(Buffer.from(world.store.serverKey), Buffer.from(serverKey))
  })

  test(`${engine}: a store that closes commits what it was given, and takes nothing more`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1, 2)
    const { store } = world
    const { conversation } = await cast.sent(1, 2)
    const sending = cast.sent(1, 2)
    const moving = store.entries.moveCursors([{ conversation, account: 2, delivered: 1, read: 1 }])
    const closing = store.close()
    assert.equal((await sending).seq, 2)
    assert.equal((await moving).length, 1)
    await closing
    await store.close()
    await assert.rejects(store.probe())
    await world.restart()
    assert.equal((await cast.texts(2, conversation)).length, 2)
  })
}
