import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountItemsMax, wire } from '@parley/protocol'
import fc from 'fast-check'
import { type Device, errorOf, replyOf, RulesWorld } from '../src/commands/testing/rules-world.ts'

const { ContactState } = wire
const dayMs = 24 * 3_600_000

/** A device that keeps what it is told of contacts, as a client does: of one key the highest seq. */
class Book {
  readonly device: Device
  readonly #items = new Map<string, { seq: number; body: Uint8Array }>()
  #token = new Uint8Array(0)

  constructor(device: Device) {
    this.device = device
  }

  async give(name: Given['name'], request: object): Promise<string> {
    const outcome = await this.device.start(name, {
      requestKey: this.device.world.mint(),
      ...request,
    } as never)
    if ('error' in outcome) return outcome.error
    const { entry } = outcome.reply as { entry?: Entry | null }
    if (entry) this.#take(entry)
    return 'done'
  }

  hear(): void {
    for (const { body } of this.device.taken('accountEntry')) this.#take(body.entry as Entry)
  }

  async sync(): Promise<void> {
    const reply = await this.device.get('sync', { token: this.#token })
    this.#token = reply.token.slice()
    for (const entry of reply.accountEntries) this.#take(entry as Entry)
  }

  get shown(): string[] {
    return [...this.#items]
      .filter(([key, { body }]) => key.startsWith('contact:') && body.length > 0)
      .map(([key, { seq, body }]) => `${key} ${seq} ${JSON.stringify(wire.Contact.decode(body))}`)
      .toSorted()
  }

  of(account: number): { state: number; greeting: string } {
    return wire.Contact.decode(this.#items.get(`contact:${account}`)?.body ?? new Uint8Array(0))
  }

  #take({ key, seq, body }: Entry): void {
    if (seq > (this.#items.get(key)?.seq ?? 0)) this.#items.set(key, { seq, body: body.slice() })
  }
}
type Entry = { key: string; seq: number; body: Uint8Array }
type Given = {
  name: 'requestContact' | 'answerContact' | 'withdrawContact' | 'removeContact' | 'setBlocked'
  more?: object
}
const given: Given[] = [
  { name: 'requestContact', more: { greeting: 'hello' } },
  { name: 'answerContact', more: { accept: true } },
  { name: 'answerContact', more: { accept: false } },
  { name: 'withdrawContact' },
  { name: 'removeContact' },
  { name: 'setBlocked', more: { blocked: true } },
  { name: 'setBlocked', more: { blocked: false } },
]

async function four(world: RulesWorld): Promise<[Book, Book, Book, Book]> {
  const ann = new Book(await world.person('ann'))
  const annToo = new Book(await world.otherDevice('ann'))
  const bob = new Book(await world.person('bob'))
  const bobToo = new Book(await world.otherDevice('bob'))
  return [ann, annToo, bob, bobToo]
}

test('[R3][R6] both devices of both sides agree after every interleaving, by pushes alone and by a sync', async () => {
  const step = fc.array(
    fc.record({ device: fc.nat({ max: 3 }), act: fc.nat({ max: given.length - 1 }) }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const world = new RulesWorld({ contactRequestsPerTarget: 1_000 })
      const books = await four(world)
      const [ann, annToo, bob, bobToo] = books
      for (const acts of steps) {
        const running = acts.map(({ device, act }) => {
          const book = books[device]!
          const other = device < 2 ? bob : ann
          const { name, more } = given[act]!
          return book.give(name, { account: other.device.account, ...more })
        })
        await world.settled(Promise.all(running))
        for (const book of books) book.hear()
      }
      assert.deepEqual(annToo.shown, ann.shown)
      assert.deepEqual(bobToo.shown, bob.shown)
      const heard = books.map((book) => book.shown)
      for (const book of books) await book.sync()
      assert.deepEqual(
        books.map((book) => book.shown),
        heard,
      )
      const late = new Book(await world.otherDevice('bob'))
      await late.sync()
      assert.deepEqual(late.shown, bob.shown)
      assert.ok(fits(ann.of(bob.device.account).state, bob.of(ann.device.account).state))
    }),
    { numRuns: 60 },
  )
})

function fits(mine: number, theirs: number): boolean {
  const pair = [mine, theirs].toSorted((a, b) => a - b).join()
  const { CONTACT_STATE_ASKED: asked, CONTACT_STATE_ASKING: asking } = ContactState
  return [`${asked},${asking}`, '0,0', '3,3', '0,4', '0,5'].includes(pair)
}

test('a request arrives while its receiver is offline, and its answer at the sender', async () => {
  const world = new RulesWorld()
  const ann = new Book(await world.person('ann'))
  const bob = new Book(await world.person('bob'))
  world.port.left(bob.device.facts.session, bob.device.facts.epoch, 'lost')
  const asking = ann.give('requestContact', { account: bob.device.account, greeting: ' 你好\n' })
  assert.equal(await world.settled(asking), 'done')
  const phone = new Book(await world.otherDevice('bob'))
  await phone.sync()
  const { state, greeting } = phone.of(ann.device.account)
  assert.deepEqual([state, greeting], [ContactState.CONTACT_STATE_ASKING, '你好'])
  const { account } = ann.device
  assert.equal(await world.settled(phone.give('answerContact', { account, accept: true })), 'done')
  ann.hear()
  assert.equal(ann.of(bob.device.account).state, ContactState.CONTACT_STATE_CONTACT)
})

test('a request that nobody answers ends by itself, and the devices of both sides hear of it', async () => {
  const world = new RulesWorld({ contactRequestLifeMs: dayMs })
  const [ann, annToo, bob] = await four(world)
  await world.settled(ann.give('requestContact', { account: bob.device.account }))
  await world.clock.advance(dayMs + 120_000)
  for (const book of [ann, annToo, bob]) book.hear()
  const { CONTACT_STATE_EXPIRED: expired } = ContactState
  const states = [ann, annToo].map((book) => book.of(bob.device.account).state)
  assert.deepEqual([...states, bob.of(ann.device.account).state], [expired, expired, 0])
})

test('[R14] bad input of every contact command is refused, and changes nothing', async () => {
  const world = new RulesWorld()
  const [ann, , bob] = await four(world)
  const { account } = bob.device
  const requestKey = world.mint()
  const names = [...new Set(given.map(({ name }) => name)), 'setContact'] as const
  const before = await ann.device.get('sync', {})
  for (const name of names) {
    for (const [body, error] of [
      [{ account: 0, requestKey }, 'BAD_REQUEST'],
      [{ account: ann.device.account, requestKey }, 'BAD_REQUEST'],
      [{ account: 4_242, requestKey }, 'NOT_FOUND'],
      [{ account, requestKey: new Uint8Array(16) }, 'BAD_ID'],
      [{ account }, 'BAD_ID'],
    ] as const)
      assert.equal(errorOf(await ann.device.ask(name, body)), error, name)
  }
  const long = '字'.repeat(200)
  const asked = { account, requestKey, greeting: long }
  assert.equal(errorOf(await ann.device.ask('requestContact', asked)), 'TOO_LARGE')
  const set = (more: object) => ann.device.ask('setContact', { account, requestKey, ...more })
  assert.equal(errorOf(await set({ remark: long })), 'TOO_LARGE')
  assert.equal(errorOf(await set({ tags: { tags: [long] } })), 'TOO_LARGE')
  assert.equal(errorOf(await set({ tags: { tags: [' '] } })), 'BAD_REQUEST')
  const many = Array.from({ length: 21 }, (_, index) => `${index}`)
  assert.equal(errorOf(await set({ tags: { tags: many } })), 'TOO_LARGE')
  const after = await ann.device.get('sync', { token: before.token })
  assert.deepEqual(after.accountEntries, [])
})

test('[R11] items of the rules are not a client’s to write', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  for (const key of ['contact:1', 'account:settings']) {
    const outcome = await ann.ask('putAccountItem', { key, body: Uint8Array.of(1) })
    assert.equal(errorOf(outcome), 'FORBIDDEN')
  }
})

test('an account log that is full of a client’s own items still takes contacts', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const { sync } = world.store
  const all = Array.from({ length: accountItemsMax }, (_, index) =>
    sync.putAccountItem(bob.account, `k${index}`, Uint8Array.of(1), 1),
  )
  await world.settled(Promise.all(all))
  const one = { key: 'one-more', body: Uint8Array.of(1) }
  assert.equal(errorOf(await bob.ask('putAccountItem', one)), 'TOO_LARGE')
  await ann.get('requestContact', { account: bob.account, requestKey: world.mint() })
  const { reply } = (await bob.ask('answerContact', {
    ...{ account: ann.account, accept: true, requestKey: world.mint() },
  })) as { reply: { entry: { key: string } } }
  assert.equal(reply.entry.key, `contact:${ann.account}`)
})

test('who is found by contacts only is not there for others, and is for whom it asks or talks with', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const eve = await world.person('eve')
  await ann.get('setAccountSettings', { settings: { findableBy: 2 } })
  const find = async (who: Device) => errorOf(await who.ask('findAccount', { handle: 'ann' }))
  assert.deepEqual(
    [await find(ann), await find(bob), await find(eve)],
    [undefined, 'NOT_FOUND', 'NOT_FOUND'],
  )
  await ann.send({ account: bob.account }, 'hello')
  await ann.get('requestContact', { account: eve.account, requestKey: world.mint() })
  assert.deepEqual([await find(bob), await find(eve)], [undefined, undefined])
  await eve.get('answerContact', { account: ann.account, accept: false, requestKey: world.mint() })
  assert.equal(await find(eve), 'NOT_FOUND')
})

test('account settings are shared by the devices of the account, and wrong ones are refused', async () => {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const phone = await world.otherDevice('ann')
  const nothing = await ann.get('setAccountSettings', {})
  assert.equal(nothing.entry ?? null, null)
  const set = (settings: object) => ann.ask('setAccountSettings', { settings })
  for (const wrong of [{ findableBy: 3 }, { writableBy: 9 }, { lastSeenBy: 4 }, { status: 5 }])
    assert.equal(errorOf(await set({ ...wrong, status: wrong.status ?? 2 })), 'BAD_REQUEST')
  assert.deepEqual(phone.taken('accountEntry'), [])
  replyOf(await set({ status: 2, lastSeenBy: 3 }))
  replyOf(await set({ status: 2 }))
  const [heard, ...rest] = phone.taken('accountEntry')
  const { key, body } = heard!.body.entry as Entry
  assert.deepEqual([key, rest], ['account:settings', []])
  const { status, lastSeenBy, writableBy } = wire.AccountSettings.decode(body)
  assert.deepEqual([status, lastSeenBy, writableBy], [2, 3, 1])
})

test('[R10] conversations with strangers are limited by rate, exactly, also when many begin at once', async () => {
  const world = new RulesWorld({ strangersPerDay: 3 })
  const ann = await world.person('ann')
  const people: Device[] = []
  for (let index = 0; index < 5; index += 1) people.push(await world.person(`person${index}`))
  const sends = people.map(({ account }) => ann.start('send', ann.message({ account }, 'hello')))
  const outcomes = (await world.settled(Promise.all(sends))).map(errorOf)
  assert.deepEqual(outcomes, [undefined, undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED'])
  const [first, , , fourth] = people
  assert.equal(errorOf(await ann.send({ account: first!.account }, 'and again')), undefined)
  const limited = await ann.send({ account: fourth!.account }, 'hello')
  assert.ok('error' in limited && limited.retryAfterMs > dayMs / 4)
  await world.clock.advance(dayMs / 3)
  assert.equal(errorOf(await ann.send({ account: fourth!.account }, 'hello')), undefined)
})
