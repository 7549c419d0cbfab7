// Several processes hold the connections, one has the rules: real processes, real sockets, real kills.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { connect } from 'node:tls'
import { controlRequest } from '../src/app/control/control-request.ts'
import { silentLog } from '../src/base/log.ts'
import { nodeClock } from '../src/base/node/node-clock.ts'
import { nodeRandom } from '../src/base/node/node-random.ts'
import { openSqliteStore, type SqliteStore } from '../src/data/sqlite/thread/open-sqlite-store.ts'
import type { ChatDevice } from './wire/chat-device.ts'
import { spread, startProcessWorld, until, type ProcessWorld } from './wire/process-world.ts'

/** Where processes can share a port. */
const onLinux = { skip: process.platform !== 'linux' }

/** What each device has sent to the next one in the ring. */
class Traffic {
  readonly devices: ChatDevice[]
  readonly #sent: string[][]

  constructor(devices: ChatDevice[]) {
    this.devices = devices
    this.#sent = devices.map(() => [])
  }

  #next(index: number): ChatDevice {
    return this.devices[(index + 1) % this.devices.length]!
  }

  /** Each sends so many, one after the other; `after` so many acks of all together something happens. */
  async send(messages: number, after = Number.POSITIVE_INFINITY, happens = () => {}) {
    let acks = 0
    const one = async (device: ChatDevice, index: number) => {
      for (let count = 0; count < messages; count += 1) {
        const text = `${index}:${this.#sent[index]!.length}`
        await device.send(this.#next(index).account, text)
        this.#sent[index]!.push(text)
        acks += 1
        if (acks === after) happens()
      }
    }
    await Promise.all(this.devices.map(one))
  }

  /** Nothing acked is lost, doubled or out of order. */
  async assertStored() {
    for (const [index, device] of this.devices.entries()) {
      const texts = await device.log(this.#next(index).account)
      const mine = texts.filter((text) => text.startsWith(`${index}:`))
      assert.deepEqual(mine, this.#sent[index])
    }
  }

  assertConnected() {
    assert.deepEqual(
      this.devices.filter(({ isOver }) => isOver),
      [],
    )
  }
}

function kill(pid: number | undefined): void {
  assert.ok(pid !== undefined)
  process.kill(pid, 'SIGKILL')
}

async function replaced({ server }: ProcessWorld, former: number | undefined): Promise<void> {
  await until(() => ![former, undefined].includes(server.pids().logic))
}

test('several processes hold the connections', onLinux, async (t) => {
  await using world = await startProcessWorld()
  const kinds = ['tcp', 'websocket', 'longPoll'] as const
  const devices: ChatDevice[] = []
  for (const kind of kinds) devices.push(...(await spread(world, kind, 1)))
  const traffic = new Traffic(devices)

  await t.test(
    '[R6.f] [R1] logic is killed in mid-traffic: no connection ends, nothing acked is lost, doubled or moved',
    async () => {
      const { logic } = world.server.pids()
      await traffic.send(20, devices.length * 7, () => kill(logic))
      await replaced(world, logic)
      await traffic.assertStored()
      traffic.assertConnected()
      assert.ok(devices.every(({ epoch }) => epoch === 1))
    },
  )

  await t.test('[R6.f] afterwards every session is behind, until it has synced', async () => {
    for (const device of devices) {
      await until(async () => (await device.pinged()).isBehind)
      await device.get('sync', {})
      assert.equal((await device.pinged()).isBehind, false)
    }
  })

  await t.test('an operator restarts logic: what is in flight is answered', async () => {
    const { logic, access } = world.server.pids()
    for (const device of devices) device.passing.length = 0
    const { data } = world.server.settings
    await traffic.send(
      10,
      devices.length * 3,
      () => void controlRequest(data, { command: 'restartLogic' }),
    )
    await replaced(world, logic)
    await traffic.assertStored()
    traffic.assertConnected()
    const refused = devices.flatMap(({ passing }) => passing)
    assert.ok(!refused.includes('RESTARTED'), 'nothing was left open')
    assert.deepEqual(world.server.pids().access, access)
  })

  await t.test(
    'one of them is killed: its clients resume elsewhere, the others notice nothing',
    async () => {
      const held = await world.connections(2)
      const count = held.tcp + held.websocket + held.longPoll
      const [, victim] = world.server.pids().access
      kill(victim)
      await until(() => devices.filter(({ isOver }) => isOver).length === count)
      for (const [index, device] of devices.entries()) {
        if (!device.isOver) continue
        const again = world.connect('tcp')
        await again.resume(device)
        assert.equal(again.epoch, device.epoch + 1)
        traffic.devices[index] = again
      }
      await traffic.send(5)
      await traffic.assertStored()
      traffic.assertConnected()
      await until(async () => (await world.connections(2)).tcp >= 0)
    },
  )
})

async function openedStore(folder: string): Promise<SqliteStore> {
  const ports = { clock: nodeClock, random: nodeRandom, log: silentLog }
  let store: SqliteStore | undefined
  await until(async () => {
    store = await openSqliteStore({ ...ports, folder }).catch(() => undefined)
    return store !== undefined
  })
  return store!
}

test('several processes hold connections by TLS', onLinux, async (t) => {
  await using world = await startProcessWorld({ tls: true })
  const devices = [...(await spread(world, 'tcp', 1)), ...(await spread(world, 'websocket', 1))]
  const traffic = new Traffic(devices)

  await t.test('[R6.f] they outlive a killed logic process', async () => {
    const { logic } = world.server.pids()
    await traffic.send(10, devices.length * 3, () => kill(logic))
    await replaced(world, logic)
    await traffic.assertStored()
    traffic.assertConnected()
  })

  await t.test('a TLS session is resumed wherever the client comes back', async () => {
    const port = Number(new URL(world.server.endpoints.tcp).port)
    const options = { port, host: '127.0.0.1', rejectUnauthorized: false }
    const first = connect(options)
    const [session] = (await once(first, 'session')) as [Buffer]
    first.destroy()
    for (let count = 0; count < 10; count += 1) {
      const again = connect({ ...options, session })
      await once(again, 'secureConnect')
      assert.equal(again.isSessionReused(), true)
      again.destroy()
    }
  })

  await t.test('[R12] a device that ends while logic is away is signed out', async () => {
    const [ended, ...others] = devices
    kill(world.server.pids().logic)
    // NOTE whoever comes first holds the folder: a logic process that finds it held is started again.
    const store = await openedStore(world.server.settings.data)
    const { account, device } = ended!
    assert.deepEqual(await store.devices.end(account, [device]), [device])
    await store.close()
    await until(() => ended!.isOver)
    for (const other of others) await other.get('listDevices', {})
    assert.ok(others.every(({ isOver }) => !isOver))
  })
})
