import { createCore, outboxLink } from '../api/create-core.ts'
import type { IM, IMLimits, IMState, Message } from '../api/types.ts'
import type { Storage } from '../cache/storage.ts'
import { MemoryStorage } from '../cache/memory-storage.ts'
import type { Transport } from '../transport/transport.ts'
import type { Clock } from '../base/clock.ts'
import type { Sharing } from '../api/create-core.ts'
import { SharedSession } from '../connection/shared-session.ts'
import type { FakeTabs } from './fake-tabs.ts'
import { FakeServer } from './fake-server.ts'
import { seededRandom } from './seeded-random.ts'
import { VirtualClock } from './virtual-clock.ts'

/** A device of a fake server's account, in virtual time. */
export interface FakeDevice {
  im: IM
  storage: Storage
  states: IMState[]
  /** Every messageReceived, in order. */
  heard: Message[]
}

export interface FakeDeviceInput {
  storage?: Storage
  limits?: Partial<IMLimits>
  seed?: number
  /** Nobody listens to its messages: `heard` stays empty. */
  isDeaf?: boolean
  /** A tab of a browser: it shares its connection with the others. */
  tab?: { name: string; tabs: FakeTabs; transport?: Transport }
}

export interface FakeWorld {
  clock: VirtualClock
  server: FakeServer
  /** Runs all that waits for no timer. */
  settle(): Promise<void>
  device(account: number, input?: FakeDeviceInput): FakeDevice
  /** Starts a device and waits until it is online. */
  online(
    account: number,
    input?: Pick<FakeDeviceInput, 'storage' | 'limits' | 'isDeaf'>,
  ): Promise<FakeDevice>
}

/** @param turn resolves after everything of this turn of the event loop has run. */
export function fakeWorld(turn: () => Promise<void>): FakeWorld {
  const settle = async () => {
    for (let round = 0; round < settleRounds; round += 1) await turn()
  }
  const clock = new VirtualClock(settle)
  const server = new FakeServer(clock)
  const device: FakeWorld['device'] = (account, input = {}) => {
    const storage = input.storage ?? new MemoryStorage()
    const token = server.token(account)
    const platform = {
      clock,
      random: seededRandom(input.seed ?? account),
      transport: input.tab?.transport ?? server.transport(),
      client: 'test/1',
    }
    const options = {
      url: 'fake://server',
      token: async () => token,
      storage,
      limits: input.limits ?? {},
    }
    const im = createCore(platform, options, input.tab && sharing(clock, input.tab))
    const states: IMState[] = []
    const heard: Message[] = []
    im.on('state', (state) => states.push(state))
    if (input.isDeaf !== true) im.on('messageReceived', ({ message }) => heard.push(message))
    return { im, storage, states, heard }
  }
  return {
    clock,
    server,
    settle,
    device,
    online: async (account, input) => {
      const made = device(account, input)
      await made.im.start()
      await settle()
      return made
    },
  }
}

const settleRounds = 4

function sharing(clock: Clock, { name, tabs }: { name: string; tabs: FakeTabs }): Sharing {
  return (live) => {
    const channel = tabs.channel(name)
    const deps = {
      clock,
      channel,
      locks: tabs.locks(name),
      tab: name,
      live,
      requestTimeoutMs: 20_000,
    }
    const session = new SharedSession(deps)
    return { session, link: outboxLink(channel), signedOut: () => session.signedOut() }
  }
}
