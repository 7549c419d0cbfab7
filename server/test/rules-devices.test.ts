import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commands, type ErrorName } from '@parley/protocol'
import fc from 'fast-check'
import { readDevicePolicy } from '../src/logic/device/device-policy.ts'
import { errorOf, password, replyOf, RulesWorld } from '../src/commands/testing/rules-world.ts'

const pc = 1
const web = 2

interface Made {
  device: number
  accessToken: Uint8Array
  /** Connections of its logins. */
  connections: number[]
}

/** One account whose devices sign in and log in all at once, and what became of each. */
class Crowd {
  readonly world: RulesWorld
  /** Signed in, in the order in which the answers came. */
  readonly made: Made[] = []
  readonly refused: ErrorName[] = []
  #connections = 1_000

  constructor(devicePolicy: string[]) {
    this.world = new RulesWorld({ devicePolicy })
  }

  async signIn(deviceClass: number): Promise<void> {
    const device = { deviceClass, name: 'one of many' }
    const request = { handle: 'ann', password, device, requestKey: this.world.mint() }
    const { answer } = await this.#greet('signIn', request)
    if (!answer.ok) return void this.refused.push(answer.error)
    const { device: id, accessToken } = commands.signIn.reply.decode(answer.body)
    this.made.push({ device: id, accessToken: accessToken.slice(), connections: [] })
  }

  async login(made: Made): Promise<void> {
    const { accessToken } = made
    const { connection, answer } = await this.#greet('login', { accessToken, client: 'test/1' })
    if (answer.ok) made.connections.push(connection)
  }

  async #greet(name: 'signIn' | 'login', request: object) {
    this.#connections += 1
    const connection = this.#connections
    const { world } = this
    const origin = { address: '127.0.0.1', transport: 'tcp', outlet: world, connection } as const
    const body = commands[name].request.encode(request as never).finish()
    const { answer } = await world.port.greet(origin, commands[name].id, body)
    return { connection, answer }
  }
}

const step = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('signIn' as const), of: fc.constantFrom(pc, web) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('login' as const), of: fc.nat({ max: 30 }) }),
    },
  ),
  { minLength: 1, maxLength: 6 },
)

for (const beyond of ['kick', 'refuse'] as const)
  test(`[R12] with ${beyond} there are never more devices of a class than there may be, signed in or connected, however many come at once`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, max) => {
          const crowd = new Crowd([`pc=${beyond}:${max}`])
          const { world } = crowd
          const ann = await world.person('ann')
          for (const acts of steps) {
            const known = crowd.made.slice()
            const running = acts.map((act) => {
              if (act.do === 'signIn') return crowd.signIn(act.of)
              const made = known[act.of % Math.max(1, known.length)]
              return made === undefined ? Promise.resolve() : crowd.login(made)
            })
            await world.settled(Promise.all(running))
            await assertExact(crowd, ann, max)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

async function assertExact(
  { world, made, refused }: Crowd,
  ann: Awaited<ReturnType<RulesWorld['person']>>,
  max: number,
): Promise<void> {
  const { devices } = await ann.get('listDevices', {})
  const living = new Set(devices.map(({ device }) => device ?? 0))
  const pcs = devices.filter(({ deviceClass }) => deviceClass === pc)
  const signedIn = made.filter(({ device }) => living.has(device))
  assert.ok(pcs.length <= max, `${pcs.length} devices, ${max} allowed`)
  const wanted = made.length + refused.length
  if (wanted > 0 && refused.length > 0) assert.equal(pcs.length, max)
  for (const { device, connections } of made) {
    for (const connection of connections) {
      const reason = world.closed.get(connection)
      assert.equal(reason, living.has(device) ? undefined : 'REPLACED')
    }
  }
  const connected = world.composed.registry.ofAccount(ann.account).map(({ device }) => device)
  for (const device of connected) assert.ok(living.has(device))
  // Whoever signed in last is there: who is ended is always older than who stays.
  const order = made.map(({ device }) => device)
  const ofPc = new Set(pcs.map(({ device }) => device ?? 0))
  const lastLiving = signedIn
    .filter(({ device }) => ofPc.has(device))
    .map(({ device }) => order.indexOf(device))
  const ended = order.flatMap((device, index) => (living.has(device) ? [] : [index]))
  assert.ok(Math.max(-1, ...ended) < Math.min(Infinity, ...lastLiving))
  assert.ok(refused.every((error) => error === 'DEVICE_REFUSED'))
}

test('a class without a policy coexists, and a device that signs out makes room', async () => {
  const crowd = new Crowd(['pc=refuse:1'])
  const { world } = crowd
  const ann = await world.person('ann')
  for (let time = 0; time < 3; time += 1) await world.settled(crowd.signIn(web))
  assert.equal(crowd.made.length, 3)
  await world.settled(crowd.signIn(pc))
  await world.settled(crowd.signIn(pc))
  assert.deepEqual(crowd.refused, ['DEVICE_REFUSED'])
  await ann.get('endDevice', { device: crowd.made[3]!.device })
  await world.settled(crowd.signIn(pc))
  assert.equal(crowd.made.length, 5)
})

test('[R2] a sign-in whose answer was lost is repeated under a policy without a second device', async () => {
  const world = new RulesWorld({ devicePolicy: ['web=kick:1'] })
  const ann = await world.person('ann')
  const device = { deviceClass: web, name: 'new' }
  const request = { handle: 'ann', password, device, requestKey: world.mint() }
  const first = replyOf((await world.greet('signIn', request)).outcome)
  assert.equal(ann.closed, 'REPLACED')
  const again = replyOf((await world.greet('signIn', request)).outcome)
  assert.equal(again.device, first.device)
  assert.equal(errorOf(await ann.ask('listDevices', {})), 'STALE_EPOCH')
})

test('a policy that breaks its rule is named', () => {
  const wrong = ['pc', 'pc=kick', 'pc=kick:0', 'pc=kick:101', 'fridge=kick:1', 'pc=keep:1', 'pc=']
  for (const item of wrong) assert.throws(() => readDevicePolicy([item]), /takes CLASS=/)
  assert.throws(() => readDevicePolicy(['pc=kick:1', 'pc=refuse:1']), /each class once/)
  const limit = readDevicePolicy(['pc=kick:1', 'ios=coexist', 'terminal=refuse:7'])
  assert.deepEqual(
    [limit(1), limit(6)],
    [
      { max: 1, beyond: 'kick' },
      { max: 7, beyond: 'refuse' },
    ],
  )
  assert.deepEqual([limit(5), limit(2)], [limit(99), limit(99)])
})
