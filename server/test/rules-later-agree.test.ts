import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire, type parley } from '@parley/protocol'
import fc from 'fast-check'
import { type Device, replyOf, RulesWorld } from '../src/commands/testing/rules-world.ts'

const kinds = wire.EntryKind
const { ENTRY_STATE_ERASED, ENTRY_STATE_RECALLED } = wire.EntryState
const second = 1_000
const burnAfterMs = 5 * second
/** Longer than anything that waits, and then than anything that burns. */
const longMs = 120 * second

const by = fc.nat({ max: 3 })
const pick = fc.nat({ max: 5 })
const of = <T extends string>(...values: T[]) => fc.constantFrom(...values)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: of('say'), by, burns: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: of('read'), by }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: of('schedule'), by, burns: fc.boolean() },
      inMs: fc.constantFrom(2 * second, 9 * second, 30 * second),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: of('cancel', 'move', 'now'), by, pick }) },
  { weight: 2, arbitrary: fc.record({ do: of('recall'), by, pick }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: of('wait'), ms: fc.constantFrom(300, 2 * second, 12 * second) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A message that was given to the server to be sent later, and what became of it by its answers. */
interface Given {
  owner: number
  clientId: Uint8Array
  text: string
  isCancelled: boolean
  isSent: boolean
}

interface Said {
  seq: number
  sender: number
  kind: number
  text: string
  state: number
  changed: number
  burns: boolean
}

/** What one device was told, and which entries are its own: of those it hears nothing. */
class Ear {
  readonly device: Device
  readonly own = new Set<number>()
  readonly heard = new Map<number, Said>()
  readonly waiting = new Map<string, { seq: number; isThere: boolean }>()

  constructor(device: Device) {
    this.device = device
  }

  hear(): void {
    for (const { body } of this.device.taken('entry')) {
      const { entry, changes } = body as unknown as parley.v1.EntryPush
      for (const one of [entry, ...(changes ?? [])]) {
        const said = saidOf(one as parley.v1.Entry)
        if (said.changed > (this.heard.get(said.seq)?.changed ?? 0)) this.heard.set(said.seq, said)
      }
    }
    for (const { body } of this.device.taken('accountEntry'))
      this.#takeItem(body['entry'] as parley.v1.AccountEntry)
  }

  async sync(): Promise<void> {
    const { accountEntries } = await this.device.get('sync', {})
    for (const entry of accountEntries) this.#takeItem(entry as parley.v1.AccountEntry)
  }

  #takeItem({ key, seq, body }: parley.v1.AccountEntry): void {
    if (!key.startsWith('scheduled:') || seq <= (this.waiting.get(key)?.seq ?? 0)) return
    this.waiting.set(key, { seq, isThere: body.length > 0 })
  }

  get left(): string[] {
    return [...this.waiting].filter(([, { isThere }]) => isThere).map(([key]) => key)
  }
}

function saidOf(entry: parley.v1.Entry): Said {
  const { seq, sender, kind, state, changed } = entry
  const body = wire.EntryBody.decode(entry.body)
  return { seq, sender, kind, state, changed, text: body.text, burns: body.burnAfterMs > 0 }
}

async function start() {
  const world = new RulesWorld()
  const ann = await world.person('ann')
  const bob = await world.person('bob')
  const { conversation } = replyOf(await ann.send({ account: bob.account }, 'hello'))
  await bob.send({ conversation }, 'hi')
  const devices = [ann, await world.otherDevice('ann'), bob, await world.otherDevice('bob')]
  for (const device of devices) device.taken()
  return { world, target: { conversation }, ears: devices.map((device) => new Ear(device)) }
}

test('[R3.f] [R16] whatever both devices of both sides do at once: scheduled once, burnt when read, and all agree', async () => {
  const steps = fc.array(fc.tuple(fc.boolean(), step), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { world, target, ears } = await start()
      const given: Given[] = []
      const burning = new Map<string, number>()
      const recalled = new Set<number>()
      let names = 0

      const perform = async (one: Exclude<Step, { do: 'wait' }>): Promise<void> => {
        const ear = ears[one.by]!
        const { device } = ear
        if (one.do === 'read') return device.startNote('read', { target, upTo: 2 ** 40 })
        if (one.do === 'say' || one.do === 'schedule') {
          const text = `m${(names += 1)}`
          const content = { text, ...(one.burns ? { burnAfterMs } : {}) }
          const body = wire.EntryBody.encode(content).finish()
          if (one.burns) burning.set(text, device.account)
          const clientId = world.mint()
          const request = device.message(target, text, { clientId, body })
          if (one.do === 'say') {
            ear.own.add(replyOf(await device.start('send', request)).seq)
            return
          }
          const waits = { owner: device.account, clientId, text, isCancelled: false, isSent: false }
          given.push(waits)
          const atMs = world.clock.wallMs() + one.inMs
          replyOf(await device.start('scheduleSend', { ...request, atMs }))
          return
        }
        if (one.do === 'recall') {
          const { entries } = await device
            .start('pull', { target, fromSeq: 1, limit: 500 })
            .then(replyOf)
          const mine = entries.filter(
            (entry) => entry.sender === device.account && entry.kind === 1,
          )
          const refSeq = mine[mine.length - 1 - (one.pick % Math.max(1, mine.length))]?.seq ?? 0
          if (refSeq === 0) return
          const act = { kind: kinds.ENTRY_KIND_RECALL, refSeq, body: new Uint8Array(0) }
          const outcome = await device.start('send', device.message(target, '', act))
          if ('error' in outcome) return assert.equal(outcome.error, 'WRONG_STATE')
          ear.own.add(outcome.reply.seq)
          recalled.add(refSeq)
          return
        }
        const own = given.filter(({ owner }) => owner === device.account)
        const waits = own[one.pick % Math.max(1, own.length)]
        if (waits === undefined) return
        const request = { clientId: waits.clientId, requestKey: world.mint() }
        const atMs = world.clock.wallMs() + 3 * second
        const outcome = await (one.do === 'cancel'
          ? device.start('cancelScheduled', request)
          : one.do === 'move'
            ? device.start('changeScheduled', { ...request, atMs })
            : device.start('sendScheduledNow', request))
        if ('error' in outcome) {
          assert.equal(outcome.error, 'NOT_FOUND')
          const { entries } = await device
            .start('pull', { target, fromSeq: 1, limit: 500 })
            .then(replyOf)
          const isThere = entries.some((entry) => hex(entry.clientId!) === hex(waits.clientId))
          assert.ok(isThere || waits.isCancelled, 'refused: it was sent, or cancelled')
        } else if (one.do === 'cancel') {
          assert.ok(
            !waits.isSent && !waits.isCancelled,
            'cancelled once, and never after it was sent',
          )
          waits.isCancelled = true
        } else {
          assert.ok(!waits.isCancelled, 'what was cancelled is not there')
          if (one.do === 'now') waits.isSent = true
        }
      }

      let running: Promise<void>[] = []
      const settle = async () => {
        await world.settled(Promise.all(running))
        running = []
      }
      for (const [isTogether, one] of taken) {
        if (one.do === 'wait') {
          await settle()
          await world.clock.advance(one.ms)
          continue
        }
        if (!isTogether) await settle()
        running.push(perform(one))
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
        if ('by' in one && one.by % 2 === 0) ears[one.by]!.hear()
      }
      await settle()
      await world.clock.advance(longMs)
      const reads = new Map<number, number>()
      for (const { device } of ears) {
        const { conversation } = await device.get('getConversation', { target, entries: 0 })
        reads.set(device.account, conversation?.read ?? 0)
      }
      await world.clock.advance(longMs)

      const logs = await Promise.all(
        ears.map(async ({ device }) => {
          const { entries } = await device
            .start('pull', { target, fromSeq: 1, limit: 500 })
            .then(replyOf)
          return {
            ids: entries.map(({ clientId }) => hex(clientId!)),
            said: entries.map((entry) => saidOf(entry as parley.v1.Entry)),
          }
        }),
      )
      const [{ ids, said: log }] = logs as [(typeof logs)[number]]
      for (const other of logs) assert.deepEqual(other.said, log)
      for (const { clientId, isCancelled, text } of given)
        assert.equal(ids.filter((id) => id === hex(clientId)).length, isCancelled ? 0 : 1, text)
      for (const { seq, sender, kind, state, text, burns } of log) {
        if (kind !== kinds.ENTRY_KIND_TEXT) continue
        const [reader] = [...reads].filter(([account]) => account !== sender)
        const isGone = state === ENTRY_STATE_ERASED || state === ENTRY_STATE_RECALLED
        assert.equal(isGone, text === '', 'what is gone says nothing')
        if (recalled.has(seq)) assert.equal(state, ENTRY_STATE_RECALLED)
        else if (isGone) assert.ok(seq <= reader![1], 'burnt, so it was read')
        else if (burns) assert.ok(seq > reader![1], 'read, so it is burnt')
      }
      const gone = log.filter(({ state }) => state === ENTRY_STATE_ERASED).map(({ seq }) => seq)
      const burns = log.filter(({ kind }) => kind === kinds.ENTRY_KIND_BURN)
      assert.equal(burns.length, gone.length, 'each burns by one act')
      assert.ok(gone.length <= burning.size)

      for (const ear of ears) {
        ear.hear()
        for (const told of log) {
          const heard = ear.heard.get(told.seq)
          if (ear.own.has(told.changed) || told.seq <= 2) continue
          if (heard === undefined)
            assert.ok(ear.own.has(told.seq), 'told of every entry but its own')
          else assert.deepEqual(heard, told)
        }
        const before = ear.left
        await ear.sync()
        assert.deepEqual(
          [before, ear.left],
          [[], []],
          'nothing waits any more, told without a sync',
        )
      }
    }),
    { numRuns: 60 },
  )
})

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
