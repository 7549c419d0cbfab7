import assert from 'node:assert/strict'
import test from 'node:test'
import { apiKeysMax, type ApiKey } from './api-key-store.ts'
import { Cast, type OpenWorld } from './testing/store-world.ts'
import { webhooksMax, type Webhook } from './webhook-store.ts'

const key = (id: number, more: Partial<ApiKey> = {}): ApiKey => ({
  ...{ id, name: `key ${id}`, scopes: ['accounts', 'history'], createdMs: id, revokedMs: 0 },
  ...more,
})
const webhook = (id: number): Webhook => ({
  ...{ id, url: `https://shop.example/${id}`, secret: Uint8Array.of(1, 2, 3), createdMs: id },
  ...{ isPaused: false, fromMs: id, stamp: 0 },
})

export function integratorStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: an API key is found by its hash until it is revoked`, async () => {
    await using world = await open()
    const hash = new Cast(world).bytes(32)
    await world.store.apiKeys.create(key(1), hash)
    await world.store.apiKeys.create(key(2), new Cast(world).bytes(31))
    await world.restart()
    const { apiKeys } = world.store
    assert.deepEqual(await apiKeys.byHash(hash), key(1))
    assert.deepEqual([await apiKeys.revoke(1, 9), await apiKeys.revoke(1, 9)], [true, false])
    assert.equal(await apiKeys.revoke(7, 9), false)
    assert.equal(await apiKeys.byHash(hash), undefined)
    assert.deepEqual(await apiKeys.list(), [key(2), key(1, { revokedMs: 9 })])
  })

  test(`${engine}: [R13] there are at most ${apiKeysMax} keys that work, and ${webhooksMax} webhooks`, async () => {
    await using world = await open()
    const { apiKeys, webhooks } = world.store
    for (let id = 1; id <= apiKeysMax; id += 1) await apiKeys.create(key(id), Uint8Array.of(id))
    const more = () => apiKeys.create(key(999), Uint8Array.of(255))
    await assert.rejects(more(), { code: 'LIMIT_REACHED' })
    await apiKeys.revoke(1, 1)
    await more()
    for (let id = 1; id <= webhooksMax; id += 1) await webhooks.create(webhook(id))
    await assert.rejects(webhooks.create(webhook(999)), { code: 'LIMIT_REACHED' })
  })

  test(`${engine}: a webhook keeps what it was told, until it is asked to be told again`, async () => {
    await using world = await open()
    await world.store.webhooks.create(webhook(1))
    await world.store.webhooks.told(1, [{ conversation: 5, seq: 7 }], 3)
    await world.store.webhooks.told(2, [{ conversation: 5, seq: 9 }], 4)
    await world.restart()
    const { webhooks } = world.store
    assert.equal(await webhooks.cursor(1, 5), 7)
    assert.equal(await webhooks.cursor(2, 5), undefined)
    assert.deepEqual(await webhooks.list(), [{ ...webhook(1), stamp: 3 }])
    assert.equal(await webhooks.setPaused(1, true), true)
    assert.equal((await webhooks.byId(1))?.isPaused, true)
    assert.equal(await webhooks.replay(1, 0), true)
    assert.equal(await webhooks.cursor(1, 5), undefined)
    assert.deepEqual((await webhooks.byId(1))?.stamp, 0)
    await webhooks.told(1, [{ conversation: 5, seq: 2 }], undefined)
    assert.deepEqual([await webhooks.remove(1), await webhooks.remove(1)], [true, false])
    await webhooks.create(webhook(1))
    assert.equal(await webhooks.cursor(1, 5), undefined)
    for (const no of [webhooks.replay(9, 0), webhooks.setPaused(9, true)])
      assert.equal(await no, false)
  })

  test(`${engine}: [R2] an account without a device is made once for a request`, async () => {
    await using world = await open()
    const { account, requestKey } = new Cast(world).newAccount(1)
    const { accounts } = world.store
    assert.deepEqual(await accounts.createAlone(account, requestKey), {
      status: 'created',
      account,
    })
    const again = await accounts.createAlone({ ...account, id: 2 }, requestKey)
    assert.deepEqual(again, { status: 'repeated', account })
    const other = { ...account, id: 3 }
    assert.deepEqual(await accounts.createAlone(other, Uint8Array.of(1)), { status: 'taken' })
    assert.deepEqual(await world.store.devices.list(1), [])
  })

  test(`${engine}: the feed tells which conversations gained entries, and reads them as they are`, async () => {
    await using world = await open()
    const cast = new Cast(world)
    await cast.people(1, 2, 3)
    const before = await cast.sent(1, 2)
    const { feed } = world.store
    const { stamp, conversations } = await feed.touchedSince(0)
    assert.deepEqual(conversations, [before.conversation])
    const told = new Promise<readonly number[]>((resolve) => {
      const remove = feed.onGained((gained, upTo) => {
        if (upTo <= stamp) return
        remove()
        resolve(gained)
      })
    })
    const { conversation } = await cast.sent(1, 3)
    assert.ok((await told).includes(conversation))
    assert.deepEqual((await feed.touchedSince(stamp)).conversations, [conversation])
    await cast.sent(3, 1)
    assert.deepEqual([await feed.head(conversation), await feed.head(99)], [2, 0])
    const seqs = (await feed.read(conversation, 1, 10)).map(({ seq, sender }) => [seq, sender])
    assert.deepEqual(seqs, [
      [1, 1],
      [2, 3],
    ])
    assert.deepEqual(await feed.read(99, 1, 10), [])
  })
}
