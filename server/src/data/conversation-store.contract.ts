import assert from 'node:assert/strict'
import test from 'node:test'
import { Cast, type OpenWorld } from './testing/store-world.ts'

export function conversationStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: a direct conversation comes into being once, whoever writes first`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1, 2)
    const before = world.store.conversations
    assert.equal(await before.resolve(1, { account: 2 }), undefined)
    const [one, other] = await Promise.all([cast.sent(1, 2), cast.sent(2, 1)])
    assert.equal(one.conversation, other.conversation)
    assert.deepEqual([one.created, other.created, one.seq, other.seq], [true, false, 1, 2])
    await world.restart()
    const third = await cast.sent(2, 1)
    assert.deepEqual([third.conversation, third.created], [one.conversation, false])
    const { conversations } = world.store
    assert.equal(await conversations.resolve(1, { account: 2 }), one.conversation)
    assert.equal(await conversations.resolve(2, { account: 1 }), one.conversation)
    assert.equal(
      await conversations.resolve(2, { conversation: one.conversation }),
      one.conversation,
    )
    assert.deepEqual(
      (await conversations.members(one.conversation)).accounts.toSorted(ascending),
      [1, 2],
    )
  })

  test(`${engine}: [R14] what is not there and what is not yours look the same`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1, 2, 3)
    const { conversation } = await cast.sent(1, 2)
    const { conversations } = world.store
    for (const target of [{ conversation }, { conversation: 5 }, { account: 2 }, { account: 9 }]) {
      assert.equal(await conversations.resolve(3, target), undefined)
    }
    assert.equal(await conversations.view(3, conversation, 5), undefined)
    assert.equal(await conversations.view(3, 5, 5), undefined)
    assert.deepEqual((await conversations.members(5)).accounts, [])
  })

  test(`${engine}: each side sees its own cursors, the other's, and its unread`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1, 2)
    const { conversation } = await cast.sent(1, 2)
    await cast.sent(1, 2)
    await cast.sent(2, 1)
    await cast.move({ conversation, account: 2, delivered: 2, read: 1 })
    const timeMs = world.clock.wallMs() - 100
    const head = { conversation, kind: 1, headSeq: 3, headCount: 3, firstSeq: 1, left: false }
    const one = await world.store.conversations.view(1, conversation, 0)
    const other = await world.store.conversations.view(2, conversation, 2)
    assert.deepEqual(one, {
      ...head,
      headTimeMs: timeMs,
      delivered: 0,
      read: 0,
      unread: 1,
      peer: 2,
      peerDelivered: 2,
      peerRead: 1,
      entries: [],
      changes: [],
      group: undefined,
      mentioned: 0,
      own: undefined,
    })
    assert.equal(other?.unread, 1)
    assert.deepEqual([other?.peer, other?.delivered, other?.read], [1, 2, 1])
    assert.deepEqual(
      other?.entries.map(({ seq }) => seq),
      [2, 3],
    )
  })

  test(`${engine}: one may write to oneself`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1)
    const { conversation } = await cast.sent(1, 1, { guards: { strangersMayWrite: false } })
    const view = await world.store.conversations.view(1, conversation, 5)
    assert.deepEqual([view?.peer, view?.unread, view?.entries.length], [1, 0, 1])
    assert.deepEqual((await world.store.conversations.members(conversation)).accounts, [1])
  })
}

const ascending = (a: number, b: number) => a - b
