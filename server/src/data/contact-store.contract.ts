import assert from 'node:assert/strict'
import test from 'node:test'
import { wire } from '@parley/protocol'
import {
  contactKey,
  contactStates,
  type ContactAct,
  type ContactLimits,
  type ContactOutcome,
} from './contact-store.ts'
import { Cast, seenDelay, type OpenWorld, type StoreWorld } from './testing/store-world.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const contactLimits: ContactLimits = {
  requestsPerDay: 3,
  requestsPerTarget: 2,
  requestWindowMs: 7 * dayMs,
  requestLifeMs: 2 * dayMs,
  contactsMax: 2,
  waitingMax: 2,
}

/** Contacts as one account uses them. */
class Friends {
  readonly world: StoreWorld
  readonly cast: Cast

  constructor(world: StoreWorld) {
    this.world = world
    this.cast = new Cast(world)
  }

  async act(account: number, other: number, act: ContactAct['do'], key = this.cast.mint()) {
    const nowMs = this.world.clock.wallMs()
    const input = { account, other, limits: contactLimits, requestKey: key, nowMs }
    const said: ContactAct = act === 'request' ? { do: act, greeting: 'hi' } : { do: act }
    return this.world.store.contacts.act({ ...input, act: said })
  }

  async refused(account: number, other: number, act: ContactAct['do']): Promise<string> {
    return this.act(account, other, act).then(
      () => 'done',
      (thrown: { code: string }) => thrown.code,
    )
  }

  /** What the account's devices find by a sync from nothing. */
  async shown(account: number): Promise<Record<string, unknown>> {
    const page = await this.world.store.sync.sync({
      ...{ account, since: undefined, goOn: undefined, bytesMax: 1e9 },
      ...{ conversationsMax: 0, entriesPerConversation: 0, accountEntriesMax: 100 },
    })
    return Object.fromEntries(
      page.accountEntries
        .filter(({ body }) => body.length > 0)
        .map(({ key, body }) => [key, wire.Contact.decode(body)]),
    )
  }

  async states(...pairs: [number, number][]): Promise<string[]> {
    const names = Object.keys(contactStates)
    const all = pairs.map(async ([account, other]) => {
      const contact = (await this.shown(account))[contactKey(other)] as
        | { state: number }
        | undefined
      return names[contact?.state ?? 0] ?? ''
    })
    return Promise.all(all)
  }
}

async function start(open: OpenWorld): Promise<Friends> {
  const friends = new Friends(await open())
  await friends.cast.people(1, 2, 3, 4, 5)
  return friends
}

export function contactStoreContract(engine: string, open: OpenWorld): void {
  test(`${engine}: [R3] a request stands in both account logs from its commit on, and so does what becomes of it`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const asked = await friends.act(1, 2, 'request')
    assert.deepEqual(
      asked.changes.map(({ account, other }) => [account, other]),
      [
        [1, 2],
        [2, 1],
      ],
    )
    await world.restart()
    assert.deepEqual(await friends.states([1, 2], [2, 1]), ['asked', 'asking'])
    const shown = (await friends.shown(2))['contact:1'] as { greeting: string; expiresMs: number }
    assert.equal(shown.greeting, 'hi')
    assert.equal(shown.expiresMs, world.clock.wallMs() + contactLimits.requestLifeMs)
    await friends.act(2, 1, 'accept')
    await world.restart()
    assert.deepEqual(await friends.states([1, 2], [2, 1]), ['contact', 'contact'])
    assert.deepEqual(await world.store.contacts.relation(1, 2), {
      isContact: true,
      isOpen: false,
      isBarred: false,
      hasBlocked: false,
    })
    await friends.act(1, 2, 'remove')
    assert.deepEqual([await friends.shown(1), await friends.shown(2)], [{}, {}])
  })

  test(`${engine}: requests that cross make contacts, also within one commit`, async () => {
    const friends = await start(open)
    await using _ = friends.world
    await Promise.all([friends.act(1, 2, 'request'), friends.act(2, 1, 'request')])
    assert.deepEqual(await friends.states([1, 2], [2, 1]), ['contact', 'contact'])
  })

  test(`${engine}: [R2] the same request again has no second effect, whatever happened meanwhile`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const key = friends.cast.mint()
    const first = await friends.act(1, 2, 'request', key)
    await friends.act(1, 2, 'withdraw')
    await world.restart()
    const again: ContactOutcome = await friends.act(1, 2, 'request', key)
    assert.deepEqual(again.changes, [])
    assert.deepEqual(again.own?.contact, first.own?.contact)
    assert.deepEqual(await friends.states([1, 2], [2, 1]), ['none', 'none'])
    await assert.rejects(friends.act(1, 3, 'request', key), { code: 'ID_REUSED' })
  })

  test(`${engine}: [R14] what cannot be done changes nothing and says why`, async () => {
    const friends = await start(open)
    await using _ = friends.world
    assert.equal(await friends.refused(1, 2, 'accept'), 'WRONG_STATE')
    assert.equal(await friends.refused(1, 2, 'withdraw'), 'WRONG_STATE')
    assert.equal(await friends.refused(1, 99, 'request'), 'NOT_FOUND')
    assert.equal(await friends.refused(1, 1, 'request'), 'BAD_REQUEST')
    await friends.act(2, 1, 'block')
    assert.equal(await friends.refused(1, 2, 'request'), 'BLOCKED')
    assert.equal(await friends.refused(2, 1, 'request'), 'WRONG_STATE')
    assert.deepEqual(
      [await friends.shown(1), Object.keys(await friends.shown(2))],
      [{}, ['contact:1']],
    )
    const { isBarred } = await friends.world.store.contacts.relation(1, 2)
    assert.equal(isBarred, true)
  })

  test(`${engine}: a request that nobody answers ends by itself, for whoever looks first`, async () => {
    const friends = await start(open)
    await using world = friends.world
    await friends.act(1, 2, 'request')
    await friends.act(3, 2, 'request')
    await world.clock.advance(contactLimits.requestLifeMs + 1)
    assert.equal(await friends.refused(2, 1, 'accept'), 'WRONG_STATE')
    assert.deepEqual(await friends.states([1, 2]), ['asked'])
    const { changes, isDone } = await world.store.contacts.expire(world.clock.wallMs())
    assert.deepEqual([changes.length, isDone], [4, true])
    const states = await friends.states([1, 2], [2, 1], [3, 2], [2, 3])
    assert.deepEqual(states, ['expired', 'none', 'expired', 'none'])
    assert.deepEqual((await world.store.contacts.expire(world.clock.wallMs())).changes, [])
    await friends.act(1, 2, 'remove')
    assert.deepEqual(await friends.shown(1), {})
  })

  test(`${engine}: requests are limited by day, by target, by who waits, and contacts by number`, async () => {
    const friends = await start(open)
    await using world = friends.world
    for (let time = 0; time < contactLimits.requestsPerTarget; time += 1) {
      await friends.act(1, 2, 'request')
      await friends.act(1, 2, 'withdraw')
    }
    await world.restart()
    assert.equal(await friends.refused(1, 2, 'request'), 'LIMIT_REACHED')
    await friends.act(1, 3, 'request')
    await friends.act(1, 4, 'request')
    assert.equal(await friends.refused(1, 5, 'request'), 'LIMIT_REACHED')
    await world.clock.advance(dayMs + 1)
    await world.store.contacts.expire(world.clock.wallMs())
    assert.equal(await friends.refused(1, 2, 'request'), 'LIMIT_REACHED')
    await friends.act(1, 5, 'request')
    await friends.act(3, 1, 'accept')
    await friends.act(4, 1, 'accept')
    assert.equal(await friends.refused(5, 1, 'accept'), 'LIMIT_REACHED')
    assert.deepEqual(await friends.states([5, 1]), ['asking'])
    await friends.act(1, 3, 'remove')
    await friends.act(5, 1, 'accept')
    await world.clock.advance(7 * dayMs)
    await world.store.contacts.expire(world.clock.wallMs())
    await friends.act(2, 3, 'request')
    await friends.act(4, 3, 'request')
    assert.equal(await friends.refused(1, 3, 'request'), 'LIMIT_REACHED')
  })

  test(`${engine}: remark and tags are one's own, and outlive what is between the two`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const set = (remark: string | undefined, tags: string[] | undefined) =>
      world.store.contacts.set({
        ...{ account: 1, other: 2, remark, tags, requestKey: friends.cast.mint() },
        nowMs: world.clock.wallMs(),
      })
    await set('张老师', ['school', '朋友'])
    const { changes } = await set(undefined, ['school'])
    assert.equal(changes.length, 1)
    await friends.act(1, 2, 'request')
    await friends.act(2, 1, 'refuse')
    await friends.act(1, 2, 'remove')
    await world.restart()
    const shown = (await friends.shown(1))['contact:2'] as { remark: string; tags: string[] }
    assert.deepEqual([shown.remark, shown.tags], ['张老师', ['school']])
    assert.deepEqual(await friends.shown(2), {})
    await set('', [])
    assert.deepEqual(await friends.shown(1), {})
    assert.deepEqual((await set('', [])).changes, [])
  })

  test(`${engine}: [R10] a block stands in the transaction of the send, and leaves a stored send as stored`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const { cast } = friends
    const first = cast.entry(1, 2)
    assert.equal((await world.store.entries.append(first)).status, 'appended')
    const [blocked, refused] = await Promise.all([friends.act(2, 1, 'block'), cast.send(1, 2)])
    assert.equal(blocked.changes.length, 1)
    assert.deepEqual(refused, { status: 'refused', error: 'BLOCKED' })
    assert.equal((await world.store.entries.append(first)).status, 'duplicate')
    assert.equal((await cast.send(2, 1)).status, 'appended')
    assert.deepEqual(await cast.send(3, 4, { guards: { strangersMayWrite: false } }), {
      ...{ status: 'refused', error: 'STRANGERS_REFUSED' },
    })
    await friends.act(2, 1, 'unblock')
    assert.equal((await cast.send(1, 2)).status, 'appended')
  })

  test(`${engine}: presence is told what accounts settled, when they were last there, and who stands how to whom`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const nowMs = world.clock.wallMs()
    const { accountSettings, devices } = world.store
    await friends.act(1, 2, 'request')
    await friends.act(2, 1, 'accept')
    await friends.act(3, 1, 'block')
    await accountSettings.set(2, { status: 4, lastSeenBy: 2 }, nowMs)
    await world.clock.advance(1_000)
    await accountSettings.set(2, { status: 4, findableBy: 2 }, world.clock.wallMs())
    devices.seen(30, nowMs + 500)
    await world.clock.advance(seenDelay)
    await world.restart()
    const { presence } = world.store
    const [second, third, nobody] = await presence.facts([2, 3, 99])
    assert.deepEqual(second?.settings, {
      ...{ findableBy: 2, writableBy: 1, lastSeenBy: 2, status: 4, invisibleSinceMs: nowMs },
    })
    assert.deepEqual([second?.lastSeenMs, third?.lastSeenMs], [nowMs, nowMs + 500])
    assert.deepEqual([nobody?.settings.status, nobody?.lastSeenMs], [1, 0])
    assert.deepEqual(await presence.relations(1, [2, 3, 4, 99]), [
      { account: 2, isContact: true, isBarred: false },
      { account: 3, isContact: false, isBarred: true },
    ])
    assert.deepEqual(await presence.relations(3, [1]), [])
    assert.deepEqual([...(await presence.hidden([1, 2, 3]))], [2])
    const { conversation } = await friends.cast.sent(1, 4)
    assert.equal(await world.store.contacts.isCutOff(1, conversation), false)
    await friends.act(4, 1, 'block')
    assert.equal(await world.store.contacts.isCutOff(1, conversation), true)
    assert.equal(await world.store.contacts.isCutOff(4, conversation), true)
  })

  test(`${engine}: who takes messages of contacts only takes no others, first ones or later ones`, async () => {
    const friends = await start(open)
    await using world = friends.world
    const { cast } = friends
    const nowMs = world.clock.wallMs()
    await cast.sent(1, 2)
    const settled = await world.store.accountSettings.set(2, { writableBy: 2 }, nowMs)
    assert.equal(settled.isChanged, true)
    assert.deepEqual(await cast.send(1, 2), { status: 'refused', error: 'STRANGERS_REFUSED' })
    assert.deepEqual(await cast.send(3, 2), { status: 'refused', error: 'STRANGERS_REFUSED' })
    assert.equal(await world.store.conversations.resolve(3, { account: 2 }), undefined)
    await friends.act(1, 2, 'request')
    await friends.act(2, 1, 'accept')
    await world.restart()
    assert.equal((await cast.send(1, 2)).status, 'appended')
    assert.equal((await cast.send(2, 2)).status, 'appended')
    const closed = { strangersMayWrite: false, strangersUsedUp: true }
    assert.equal((await cast.send(2, 1, { guards: closed })).status, 'appended')
    const used = { strangersMayWrite: true, strangersUsedUp: true }
    assert.deepEqual(await cast.send(3, 4, { guards: used }), {
      ...{ status: 'refused', error: 'RATE_LIMITED' },
    })
    const same = await world.store.accountSettings.set(2, { writableBy: 2 }, nowMs)
    assert.deepEqual([same.isChanged, same.item?.seq], [false, settled.item?.seq])
  })
}
