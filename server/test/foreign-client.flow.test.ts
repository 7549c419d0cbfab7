import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, frameKinds, pushes, type Frame } from '@parley/protocol'
import type { Fate } from './foreign/fault-proxy.ts'
import { missingForForeignClient, type ForeignDevice } from './foreign/foreign-device.ts'
import { startForeignWorld } from './foreign/foreign-world.ts'

const missing = missingForForeignClient()
const mustRun = process.env['CI'] === 'true'
if (missing !== undefined) process.stderr.write(`parley: no foreign client without ${missing}\n`)
const options = missing !== undefined && !mustRun ? { skip: `missing: ${missing}` } : {}

const isEntryPush = (frame: Frame) =>
  frame.kind === frameKinds.push && frame.command === pushes.entry.id
const isSendResponse = (frame: Frame) =>
  frame.kind === frameKinds.response && frame.command === commands.send.id
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** The seqs that a device showed, in the order in which it showed them. */
const shown = (device: ForeignDevice) => device.all('shown').map((event) => event['seq'])
const shows = (device: ForeignDevice, seq: number) =>
  device.until((event) => event.event === 'shown' && event['seq'] === seq)
const acks = (device: ForeignDevice, clientId: unknown) =>
  device.until((event) => event.event === 'acked' && event['clientId'] === clientId)

/** Lets the first `count` fitting frames meet `fate`, and everything else pass. */
function first(count: number, fits: (frame: Frame) => boolean, fate: Fate): (frame: Frame) => Fate {
  let left = count
  return (frame) => {
    if (left === 0 || !fits(frame)) return 'pass'
    left -= 1
    return fate
  }
}

async function pair() {
  const world = await startForeignWorld()
  const ann = await world.device('ann')
  const ben = await world.device('ben')
  await world.online(ann)
  await world.online(ben)
  const say = async (...texts: string[]) => {
    const { clientIds } = await ann.device.did('send', { account: ben.account, texts })
    return clientIds as string[]
  }
  return { world, ann, ben, say, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('the foreign client can run, or CI says that it cannot', options, () => {
  assert.equal(missing, undefined)
})

test(
  '[R2] registering and refreshing whose answers were lost give the same account, device and successor',
  options,
  async () => {
    await using world = await startForeignWorld()
    const ann = await world.device('ann', 'register', 3)
    assert.equal(ann.signed['devices'], 1)
    const again = await world.device('ann', 'sign_in', 2)
    assert.equal(again.signed['devices'], 1)
    assert.equal(again.account, ann.account)
    assert.notEqual(again.signed['device'], ann.signed['device'])

    const port = ann.wire.port
    const refreshed = await ann.device.did('refresh', { host: '127.0.0.1', port, times: 3 })
    assert.deepEqual([refreshed['successors'], refreshed['rotated']], [1, true])
    await world.online(ann)
    assert.equal(ann.device.all('open')[0]?.['how'], 'login')
  },
)

test(
  '[R2][R7][R8] a foreign client talks: sends, pushes, receipts, and a send given again',
  options,
  async () => {
    await using talk = await pair()
    const { ann, ben, say } = talk
    const found = await ann.device.did('find', { handle: 'Ben' })
    assert.equal(found['account'], ben.account)
    const [one, two, three] = await say('hello', '你好', 'three')
    for (const id of [one, two, three]) await acks(ann.device, id)
    assert.deepEqual(
      ann.device.all('acked').map((event) => [event['clientId'], event['seq'], event['duplicate']]),
      [one, two, three].map((id, index) => [id, index + 1, false]),
    )
    const last = await shows(ben.device, 3)
    assert.deepEqual(
      ben.device.all('shown').map((event) => event['text']),
      ['hello', '你好', 'three'],
    )

    const isReceipt = (name: string) => (event: Record<string, unknown>) =>
      event['event'] === 'cursor' && event['account'] === ben.account && event[name] === 3
    await ann.device.until((event) => isReceipt('delivered')(event))
    await ben.device.did('read', { conversation: last['conversation'], upTo: 3 })
    await ann.device.until((event) => isReceipt('read')(event))

    const again = await ann.device.did('repeat', { clientId: two })
    assert.deepEqual([again['seq'], again['duplicate']], [2, true])
    const other = await ann.device.order('repeat', { clientId: two, text: 'something else' })
    assert.deepEqual([other.event, other['error'], other['retry']], ['failed', 'ID_REUSED', 0])
    assert.deepEqual(shown(ben.device), [1, 2, 3])
  },
)

test('[R4][R6] pushes that were lost are found again, in order and once', options, async () => {
  await using talk = await pair()
  const { ann, ben, say } = talk
  await say('1')
  await shows(ben.device, 1)
  await ben.device.did('set', { entriesPerConversation: 1 })

  let entries = 0
  ben.wire.fate = (frame) => {
    if (frame.kind !== frameKinds.push) return 'pass'
    if (isEntryPush(frame)) entries += 1
    return entries < 4 ? 'drop' : 'pass'
  }
  for (const text of ['2', '3', '4', '5']) {
    const [id] = await say(text)
    await acks(ann.device, id)
  }
  await shows(ben.device, 5)
  assert.ok(ben.device.all('hole').length > 0)
  assert.ok(ben.device.all('pulled').length > 0, 'the gap was wider than what a sync brings along')
  assert.deepEqual(shown(ben.device), range(1, 5))

  // NOTE every push, receipts too: one that came later would show the hole before the pong does.
  ben.wire.fate = (frame) => (frame.kind === frameKinds.push ? 'drop' : 'pass')
  const [last] = await say('6')
  await acks(ann.device, last)
  await ben.device.did('ping')
  await ben.device.until(
    (event) => event.event === 'pong' && Number(event['number']) > Number(event['received']),
  )
  ben.wire.fate = () => 'pass'
  await shows(ben.device, 6)
  assert.deepEqual(shown(ben.device), range(1, 6))
})

test(
  '[R4][R5][R6] cut while entries arrive, a foreign client resumes, syncs and fills the gap',
  options,
  async () => {
    await using talk = await pair()
    const { ben, say } = talk
    await say('1')
    await shows(ben.device, 1)
    await ben.device.did('set', { entriesPerConversation: 2 })

    let arrived = 0
    ben.wire.fate = (frame) => (isEntryPush(frame) && (arrived += 1) === 7 ? 'cut' : 'pass')
    await say(...range(2, 60).map(String))
    await ben.device.until((event) => event.event === 'lost')
    await shows(ben.device, 60)
    const resumed = ben.device.all('open').at(-1)
    assert.deepEqual([resumed?.['how'], resumed?.['epoch']], ['resume', 2])
    assert.deepEqual(
      ben.device.all('shown').map((event) => [event['seq'], event['text']]),
      range(1, 60).map((seq) => [seq, String(seq)]),
    )
  },
)

test(
  '[R1][R2][R5] sends whose acks are lost are given again and stored once, in order',
  options,
  async () => {
    await using talk = await pair()
    const { ann, ben, say } = talk
    await say('1')
    await shows(ben.device, 1)

    ann.wire.fate = first(1, isSendResponse, 'cut')
    const ids = await say(...range(2, 20).map(String))
    for (const id of ids) await acks(ann.device, id)
    assert.equal(ann.device.all('open').at(-1)?.['how'], 'resume')
    const acked = ann.device.all('acked').slice(1)
    assert.deepEqual(
      acked
        .map((event) => [event['clientId'], event['seq']])
        .toSorted((a, b) => Number(a[1]) - Number(b[1])),
      ids.map((id, index) => [id, index + 2]),
    )
    assert.equal(acked.find((event) => event['clientId'] === ids[0])?.['duplicate'], true)
    await shows(ben.device, 20)
    assert.deepEqual(shown(ben.device), range(1, 20))
    assert.deepEqual(shown(ann.device), range(1, 20))
  },
)

test(
  '[R2] a program killed before it saw the ack sends again under the stored id',
  options,
  async () => {
    await using talk = await pair()
    const { ann, ben, say, world } = talk
    const swallowed = Promise.withResolvers<void>()
    ann.wire.fate = (frame) => {
      if (!isSendResponse(frame)) return 'pass'
      swallowed.resolve()
      return 'drop'
    }
    const [id] = await say('once')
    await swallowed.promise
    const { device } = await world.restarted(ann)
    assert.deepEqual((await device.did('state'))['outbox'], [id])
    ann.wire.fate = () => 'pass'
    await world.online({ ...ann, device })
    const ack = await acks(device, id)
    assert.deepEqual([ack['seq'], ack['duplicate']], [1, true])
    assert.deepEqual(shown(ben.device), [1])
  },
)

test(
  '[R1][R6] a draining server sends its clients away; they come back and nothing is missing',
  options,
  async () => {
    await using talk = await pair()
    const { ann, ben, say, world } = talk
    await say('before')
    await shows(ben.device, 1)
    await world.stopServer()
    for (const { device } of [ann, ben]) {
      const closed = await device.until((event) => event.event === 'closed')
      assert.deepEqual([closed['name'], closed['reconnect']], ['DRAINING', 1])
    }
    const [meanwhile] = await say('while it is away')
    await world.startServerAgain([ann, ben])
    const ack = await acks(ann.device, meanwhile)
    assert.deepEqual([ack['seq'], ack['duplicate']], [2, false])
    await shows(ben.device, 2)
    assert.deepEqual(shown(ben.device), [1, 2])
    const synced = ben.device.all('synced').at(-1)
    assert.equal(synced?.['full'], false)
  },
)

test(
  '[R3] a new device gets everything by pages; one that knows it all gets next to nothing',
  options,
  async () => {
    await using world = await startForeignWorld()
    const ann = await world.device('ann')
    await world.online(ann)
    for (const handle of ['ben', 'cai', 'dan']) {
      const { account } = await world.device(handle)
      const texts = range(1, 8).map((seq) => `${handle} ${seq}`)
      const from = ann.device.events.length
      const { clientIds } = await ann.device.did('send', { account, texts })
      for (const id of clientIds as string[]) await acks(ann.device, id)
      // NOTE what the first device notes as received is a change, too: it must be stored before the second asks for changes.
      await ann.device.until((event) => event.event === 'cursor' && event['delivered'] === 8, from)
    }
    const second = await world.device('ann', 'sign_in')
    await second.device.did('set', { entriesPerConversation: 3, conversationsMax: 1 })
    const synced = await world.online(second)
    assert.equal(synced['full'], true)
    assert.ok(Number(synced['pages']) >= 3, `${synced['pages']} pages`)
    const held = (await second.device.did('state'))['conversations'] as Record<
      string,
      { texts: string[] }
    >
    assert.deepEqual(
      Object.values(held)
        .map(({ texts }) => texts)
        .toSorted(),
      ['ben', 'cai', 'dan'].map((handle) => range(6, 8).map((seq) => `${handle} ${seq}`)),
    )
    const from = second.device.events.length
    await second.device.did('sync')
    const nothing = await second.device.until((event) => event.event === 'synced', from)
    assert.deepEqual([nothing['full'], nothing['pages'], nothing['conversations']], [false, 1, []])
    assert.ok(Number(nothing['bytes']) < 200, `${nothing['bytes']} bytes`)
  },
)

test('[R12] a session that said BYE cannot be resumed', options, async () => {
  await using talk = await pair()
  const { ann, world } = talk
  await ann.device.did('bye')
  await ann.device.until((event) => event.event === 'closed' || event.event === 'lost')
  await world.online(ann)
  assert.equal(ann.device.all('open').at(-1)?.['how'], 'login')
})

test(
  '[R2][R4] the same over long-poll, with every post given twice as if its reply had been lost',
  options,
  async () => {
    await using world = await startForeignWorld()
    const ann = await world.device('ann')
    const ben = await world.device('ben')
    await world.online(ann, 'poll-twice')
    await world.online(ben, 'poll')
    const texts = range(1, 20).map(String)
    const { clientIds } = await ann.device.did('send', { account: ben.account, texts })
    for (const id of clientIds as string[]) await acks(ann.device, id)
    assert.ok(ann.device.all('acked').every((event) => event['duplicate'] === false))
    await shows(ben.device, 20)
    assert.deepEqual(
      ben.device.all('shown').map((event) => event['text']),
      texts,
    )
    await world.stopServer()
    const closed = await ben.device.until((event) => event.event === 'closed')
    assert.equal(closed['name'], 'DRAINING')
  },
)
