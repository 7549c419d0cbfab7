import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wire } from '@parley/protocol'
import { RulesWorld, type Device } from '../src/commands/testing/rules-world.ts'
import { grouped } from './group-world.ts'

const members = [1, 2, 3] as const
const anybody = fc.constantFrom(0, ...members)
const member = fc.constantFrom(...members)
const of = <T>(value: T) => fc.constant(value)

type Action =
  | { do: 'send' | 'leave' | 'join'; by: number }
  | { do: 'invite' | 'remove'; by: number; who: number }

/** Given at once with others: which comes first is for the store to say. */
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: of('send' as const), by: anybody }) },
  { weight: 2, arbitrary: fc.record({ do: of('join' as const), by: member }) },
  { weight: 2, arbitrary: fc.record({ do: of('leave' as const), by: member }) },
  { weight: 2, arbitrary: fc.record({ do: of('invite' as const), by: anybody, who: member }) },
  { weight: 2, arbitrary: fc.record({ do: of('remove' as const), by: of(0), who: member }) },
)

test('[R10.e] who is online is pushed exactly what it may see, each once, however members come and go meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
      async (steps) => {
        const world = new RulesWorld()
        const devices: Device[] = []
        for (let at = 0; at <= members.length; at += 1)
          devices.push(await world.person(`person${at}`, `198.51.100.${at}`))
        const [owner] = devices as [Device]
        const target = await grouped(owner, [])
        const { token } = await owner.get('createGroupLink', { target, requestKey: world.mint() })
        for (const device of devices) device.taken()
        for (const step of steps) {
          const asked = step.map((one) => start(devices, target, token, one))
          await world.settled(Promise.all(asked))
        }
        await world.clock.advance(1_000)
        await assertPushed(devices, target)
      },
    ),
    { numRuns: 40 },
  )
})

function start(
  devices: readonly Device[],
  target: { conversation: number },
  token: string,
  one: Action,
): Promise<unknown> {
  const by = devices[one.by]!
  const keyed = { target, requestKey: by.world.mint() }
  if (one.do === 'send') return by.start('send', by.message(target, 'said'))
  if (one.do === 'leave') return by.start('leaveGroup', keyed)
  if (one.do === 'join') return by.start('joinGroup', { token, requestKey: keyed.requestKey })
  const accounts = 'who' in one ? [devices[one.who]!.account] : []
  return by.start(one.do === 'invite' ? 'inviteMembers' : 'removeMembers', { ...keyed, accounts })
}

/** NOTE what one has written is acked, not pushed, where it was written. */
async function assertPushed(devices: readonly Device[], target: object): Promise<void> {
  const text = wire.EntryKind.ENTRY_KIND_TEXT
  for (const device of devices) {
    const pushed = device
      .taken('entry')
      .map(({ body }) => Number((body['entry'] as { seq: number }).seq))
    const pull = await device.ask('pull', { target, limit: 500 })
    const entries = 'reply' in pull ? pull.reply.entries : []
    const expected = entries
      .filter(({ kind, sender }) => kind !== text || sender !== device.account)
      .map(({ seq }) => Number(seq))
      // NOTE the group was there before the first look.
      .filter((seq) => seq > 1)
    assert.deepEqual(
      pushed.toSorted((a, b) => a - b),
      expected,
    )
  }
}
