import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { InlineWorld } from '../testing/sqlite-worlds.ts'
import { Cast, text } from '../testing/store-world.ts'

test('[R16.c] what burnt is overwritten on the disk; a tombstone stays', async () => {
  await using world = new InlineWorld()
  const cast = new Cast(world)
  await cast.people(1, 2)
  const secret = 'a secret that nobody may find on the disk '.repeat(40)
  const burn = { afterMs: 1_000, maxMs: 5_000 }
  const { conversation, seq } = await cast.sent(1, 2, { body: text(secret), burn })
  await cast.sent(1, 2)
  // NOTE a start moves all that lies in the log of the database into the database.
  const isOnDisk = async () => {
    await world.restart()
    return readFileSync(world.path).includes('nobody may find on the disk')
  }
  assert.equal(await isOnDisk(), true)
  await cast.move({ conversation, account: 2, delivered: seq, read: seq })
  await world.clock.advance(2_000)
  assert.equal((await world.store.entries.burnDue(world.clock.wallMs())).burnt.length, 1)
  assert.equal(await isOnDisk(), false)
  const page = await world.store.entries.pull({
    ...{ reader: 2, conversation, fromSeq: seq, limit: 1, backward: false, bytesMax: 1_000 },
  })
  assert.ok(page.status === 'page')
  const [tombstone] = page.entries
  assert.deepEqual([tombstone!.seq, tombstone!.sender, tombstone!.body.length], [seq, 1, 0])
  assert.equal(tombstone!.clientId.length, 16)
})
