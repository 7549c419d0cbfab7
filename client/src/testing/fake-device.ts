import { createCore } from '../api/create-core.ts'
import type { IM, IMLimits, IMState, Message } from '../api/types.ts'
import type { Storage } from '../cache/storage.ts'
import { MemoryStorage } from '../cache/memory-storage.ts'
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

export interface FakeWorld {
  clock: VirtualClock
  server: FakeServer
  /** Runs all that waits for no timer. */
  settle(): Promise<void>
  device(
    account: number,
    input?: { storage?: Storage; limits?: Partial<IMLimits>; seed?: number },
  ): FakeDevice
  /** Starts a device and waits until it is online. */
  online(
    account: number,
    input?: { storage?: Storage; limits?: Partial<IMLimits> },
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
      transport: server.transport(),
      client: 'test/1',
    }
    const options = {
      url: 'fake://server',
      token: async () => token,
      storage,
      limits: input.limits ?? {},
    }
    const im = createCore(platform, options)
    const states: IMState[] = []
    const heard: Message[] = []
    im.on('state', (state) => states.push(state))
    im.on('messageReceived', ({ message }) => heard.push(message))
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
