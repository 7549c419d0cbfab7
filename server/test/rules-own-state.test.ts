import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deletedSeqsMax, pinnedConversationsMax, wire, type parley } from '@parley/protocol'
import fc from 'fast-check'
import { type Device, errorOf, replyOf, RulesWorld } from '../src/commands/testing/rules-world.ts'
import { ownOf, Shelf, type Own } from './wire/own-shelf.ts'

const hourMs = 3_600_000

/** Ann with two devices, and two others who wrote to her. */
async function world() {
  const rules = new RulesWorld()
  const ann = await rules.person('ann')
  const bob = await rules.person('bob')
  const eve = await rules.person('eve')
  const from = async (device: Device) =>
    replyOf(await device.send({ account: ann.account }, 'hello')).conversation
  const conversations = [await from(bob), await from(eve)] as const
  const too = await rules.otherDevice('ann')
  for (const device of [ann, bob, eve, too]) device.taken()
  return { rules, ann, too, bob, eve, conversations }
}

test('[R3] what one device keeps of a conversation the others hear at once, and nobody else ever', async () => {
  const { rules, ann, too, bob, conversations } = await world()
  const [conversation] = conversations
  const mutedUntilMs = rules.clock.wallMs() + hourMs
  const target = { account: bob.account }
  const { states } = await ann.get('setConversation', { target, pinned: true, mutedUntilMs })
  const own = states[0]?.own
  assert.deepEqual(ownOf(own), { ...ownOf({}), version: 1, pinned: 1, mutedUntilMs })
  for (const device of [ann, too]) {
    const [push, ...more] = device.taken('ownState')
    assert.deepEqual(more, [])
    const [state] = push!.body.states as parley.v1.IConversationOwnState[]
    assert.deepEqual([state?.conversation, ownOf(state?.own)], [conversation, ownOf(own)])
  }
  await ann.get('setConversation', { target, pinned: true, mutedUntilMs })
  assert.deepEqual(too.taken(), [], 'the same again is nothing new')
  await ann.get('deleteForMe', { target, upTo: 1 })
  assert.equal(too.taken('accountEntry').length, 1)
  await ann.get('deleteForMe', { target, upTo: 1, seqs: [1] })
  assert.deepEqual([too.taken(), bob.taken()], [[], []])
  const seen = await bob.get('sync', { entriesPerConversation: 9 })
  assert.deepEqual([seen.conversations[0]?.own, seen.conversations[0]?.entries?.length], [null, 1])
})

test('[S5] with states and deletions, a sync that finds nothing changed stays under 200 bytes', async () => {
  const { ann, conversations } = await world()
  for (const conversation of conversations) {
    const target = { conversation }
    await ann.get('setConversation', { target, pinned: true, archived: true, hidden: true })
    await ann.get('deleteForMe', { target, upTo: 1 })
  }
  const { token } = await ann.get('sync', {})
  const reply = await ann.get('sync', { token })
  assert.deepEqual([reply.conversations, reply.accountEntries], [[], []])
  const bytes = wire.SyncReply.encode(reply).finish().length
  assert.ok(bytes + wire.SyncRequest.encode({ token }).finish().length < 200, `${bytes}`)
})

test('[R14] bad input to what an account keeps is refused, and changes nothing', async () => {
  const { ann, bob, conversations } = await world()
  const [conversation] = conversations
  const target = { conversation }
  const before = await ann.get('sync', { entriesPerConversation: 9 })
  const error = async (...input: Parameters<Device['ask']>) => errorOf(await ann.ask(...input))
  assert.equal(await error('setConversation', { target }), 'BAD_REQUEST')
  assert.equal(await error('setConversation', { pinned: true }), 'BAD_REQUEST')
  assert.equal(
    await error('setConversation', { target: { account: 4_242 }, pinned: true }),
    'NOT_FOUND',
  )
  const self = { account: ann.account }
  assert.equal(await error('setConversation', { target: self, pinned: true }), 'NOT_FOUND')
  const many = Array.from({ length: pinnedConversationsMax + 1 }, (_, index) => index)
  assert.equal(await error('orderPinned', { conversations: many }), 'TOO_LARGE')
  assert.equal(await error('deleteForMe', { target }), 'BAD_REQUEST')
  const seqs = Array.from({ length: deletedSeqsMax + 1 }, () => 1)
  assert.equal(await error('deleteForMe', { target, seqs }), 'TOO_LARGE')
  assert.equal(await error('deleteForMe', { target, seqs: [0] }), 'NOT_FOUND')
  assert.equal(await error('deleteForMe', { target, seqs: [2] }), 'NOT_FOUND')
  assert.equal(await error('deleteForMe', { target, upTo: 2 ** 52 }), 'NOT_FOUND')
  const forged = wire.DeletedEntries.encode({ ranges: [{ fromSeq: 1, toSeq: 9 }] }).finish()
  const item = { key: `deleted:${conversation}`, body: forged }
  assert.equal(await error('putAccountItem', item), 'FORBIDDEN')
  const ordered = await ann.get('orderPinned', { conversations: [conversation, 4_242] })
  assert.deepEqual(ordered.states, [])
  assert.deepEqual(await ann.get('sync', { entriesPerConversation: 9 }), before)
  assert.deepEqual(bob.taken(), [])
})

test('[R10] who left a group keeps its list in order still, and what came later is not there to delete', async () => {
  const { rules, ann, bob } = await world()
  const members = [bob.account]
  const made = await ann.get('createGroup', { requestKey: rules.mint(), name: 'Us', members })
  const target = { conversation: made.conversation }
  await ann.send(target, 'before')
  const left = await bob.get('leaveGroup', { target, requestKey: rules.mint() })
  await ann.send(target, 'after')
  const { states } = await bob.get('setConversation', { target, archived: true })
  assert.equal(states[0]?.own?.archivedBelow, 2, 'counted up to what it sees')
  assert.equal(errorOf(await bob.ask('deleteForMe', { target, upTo: left.seq + 1 })), 'NOT_FOUND')
  await bob.get('deleteForMe', { target, upTo: left.seq })
  assert.deepEqual((await bob.get('pull', { target })).entries, [])
  assert.equal((await ann.get('pull', { target })).entries.length, left.seq + 1)
})

test('[R3] a pinned message that the account deleted for itself stays pinned for the others', async () => {
  const { ann, bob, conversations } = await world()
  const [conversation] = conversations
  const target = { conversation }
  const body = wire.EntryBody.encode({ pinned: true }).finish()
  const kind = wire.EntryKind.ENTRY_KIND_PIN
  replyOf(await bob.send(target, '', { kind, refSeq: 1, body }))
  const pins = async (device: Device) => (await device.get('listPins', { target })).entries.length
  assert.deepEqual([await pins(ann), await pins(bob)], [1, 1])
  await ann.get('deleteForMe', { target, seqs: [1] })
  assert.deepEqual([await pins(ann), await pins(bob)], [0, 1])
})

test('[R3] a search finds nothing that the account deleted for itself', async () => {
  const { ann, bob, conversations } = await world()
  const [conversation] = conversations
  const target = { conversation }
  const found = async (device: Device) =>
    (await device.get('searchMessages', { text: 'hello', within: target })).found.length
  assert.equal(await found(ann), 1)
  await ann.get('deleteForMe', { target, seqs: [1] })
  assert.deepEqual([await found(ann), await found(bob)], [0, 1])
})

const place = fc.nat({ max: 1 })
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      at: place,
      patch: fc.record(
        {
          pinned: fc.boolean(),
          muted: fc.boolean(),
          markedUnread: fc.boolean(),
          archived: fc.boolean(),
          hidden: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('order' as const), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      at: place,
      seq: fc.integer({ min: 1, max: 4 }),
      isUpTo: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), at: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const), at: place }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the account keeps, told as people would: flags that a new message takes back. */
class Model {
  readonly lists = [0, 1].map(() => ({
    said: 1,
    read: 0,
    muted: false,
    markedUnread: false,
    archived: false,
    hidden: false,
    gone: new Set<number>(),
  }))
  /** The first on top. */
  pinned: number[] = []

  take(one: Step): void {
    const list = this.lists[one.at]!
    if (one.do === 'say') {
      list.said += 1
      list.hidden = false
      if (!list.muted) list.archived = false
    } else if (one.do === 'read') {
      if (list.said > list.read) list.markedUnread = false
      list.read = list.said
    } else if (one.do === 'order') {
      if (this.pinned.includes(one.at))
        this.pinned = [one.at, ...this.pinned.filter((at) => at !== one.at)]
    } else if (one.do === 'delete') {
      if (one.seq > list.said) return
      for (let seq = one.isUpTo ? 1 : one.seq; seq <= one.seq; seq += 1) list.gone.add(seq)
    } else {
      const { pinned, ...flags } = one.patch
      Object.assign(list, flags)
      const others = this.pinned.filter((at) => at !== one.at)
      if (pinned === true && others.length === this.pinned.length) this.pinned = [one.at, ...others]
      if (pinned === false) this.pinned = others
    }
  }
}

test('[D4] two devices of an account that race come to the same, and to what the order of commits says', async () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.boolean(), step), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { rules, ann, too, bob, eve, conversations } = await world()
      const [here, there] = [new Shelf(ann), new Shelf(too)]
      const model = new Model()
      const give = (device: Device, one: Step): Promise<unknown> => {
        const target = { conversation: conversations[one.at]! }
        if (one.do === 'say') {
          const said = (one.at === 0 ? bob : eve).message(target, 'more')
          return (one.at === 0 ? bob : eve).start('send', said)
        }
        if (one.do === 'read') return device.note('read', { target, upTo: 2 ** 40 })
        if (one.do === 'order')
          return device.start('orderPinned', { conversations: [target.conversation] })
        if (one.do === 'delete') {
          const what = one.isUpTo ? { upTo: one.seq } : { seqs: [one.seq] }
          return device.start('deleteForMe', { target, ...what })
        }
        const { muted, ...flags } = one.patch
        const mute = muted === undefined ? {} : { mutedUntilMs: muted ? 2 ** 52 : 0 }
        return device.start('setConversation', { target, ...flags, ...mute })
      }
      let running: Promise<unknown>[] = []
      const settle = async () => {
        await rules.settled(Promise.all(running))
        running = []
      }
      for (const [isHere, isTogether, one] of taken) {
        // NOTE a note waits for a commit of its own.
        if (!isTogether || one.do === 'read') await settle()
        running.push(give(isHere ? ann : too, one))
        // NOTE given one after the other, within one commit.
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
        if (one.do === 'read') await settle()
        model.take(one)
        // NOTE one device hears of things now and then, the other one at the end.
        if (isHere) here.hear()
      }
      await settle()
      for (const shelf of [here, there]) {
        shelf.hear()
        await shelf.sync()
      }
      const fresh = new Shelf(await rules.otherDevice('ann'))
      await fresh.sync()
      assert.equal(here.shown, fresh.shown)
      assert.equal(there.shown, fresh.shown)
      await check(model, fresh, conversations)
      for (const device of [bob, eve])
        assert.deepEqual([device.taken('ownState'), device.taken('accountEntry')], [[], []])
    }),
    { numRuns: 60 },
  )
})

async function check(
  model: Model,
  { states, device }: Shelf,
  conversations: readonly number[],
): Promise<void> {
  const none = ownOf({})
  const standing: Own[] = conversations.map((id) => states.get(id) ?? none)
  const order = [0, 1]
    .filter((at) => standing[at]!.pinned > 0)
    .toSorted((a, b) => standing[b]!.pinned - standing[a]!.pinned)
  assert.deepEqual(order, model.pinned)
  for (const [at, list] of model.lists.entries()) {
    const target = { conversation: conversations[at]! }
    const { conversation } = await device.get('getConversation', { target })
    const { headCount = 0, read = 0 } = conversation!
    const own = standing[at]!
    const muted = own.mutedUntilMs > device.world.clock.wallMs()
    assert.deepEqual(
      {
        ...{ said: headCount, read, muted, markedUnread: (read ?? 0) < own.unreadBelow },
        archived: (headCount ?? 0) < own.archivedBelow || (own.archivedBelow > 0 && muted),
        hidden: (headCount ?? 0) < own.hiddenBelow,
      },
      {
        ...{ said: list.said, read: list.read, muted: list.muted },
        ...{ markedUnread: list.markedUnread, archived: list.archived, hidden: list.hidden },
      },
    )
    const { entries } = await device.get('pull', { target, limit: 200 })
    const left = Array.from({ length: list.said }, (_, index) => index + 1)
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      left.filter((seq) => !list.gone.has(seq)),
    )
  }
}
