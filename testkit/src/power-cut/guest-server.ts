import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SoakServer } from '../soak/real-server.ts'
import type { SeededRandom } from '../world/seeded-random.ts'
import { Emulator } from './emulator.ts'
import type { GuestGiven } from './guest-entry.ts'
import type { GuestImage } from './guest-image.ts'

export interface GuestServerInput {
  image: GuestImage
  /** Of a guest that waits for its disk: see takeSnapshot. */
  snapshot: string
  /** The disk that holds the store. */
  disk: string
  /** For sockets of the emulator. */
  folder: string
  random: SeededRandom
  /** Options of the server, by name without the dashes. */
  options: Readonly<Record<string, string>>
}

const startTimeoutMs = 1_800_000
/** The latest moment of a start at which it is cut. */
const startMsMax = 8_000
const guestHttpPort = 8_080
const guestTcpPort = 8_081
/** How the kernel treats what nobody synced: keeps it back for good, as usual, or writes it soon and in its own order. */
const writebacks = [0, 500, 50]
const mounts = ['data=ordered', 'data=writeback', 'data=ordered,commit=1']

/** The real server in a machine of its own. `kill` takes the power away: what the guest did not sync dies with it. */
export class GuestServer implements SoakServer {
  readonly #given: GuestServerInput
  #emulator: Emulator | undefined
  #httpPort = 0
  #tcpPort = 0

  constructor(given: GuestServerInput) {
    this.#given = given
  }

  get http(): string {
    return `http://127.0.0.1:${this.#httpPort}`
  }

  get tcp(): string {
    return `tcp://127.0.0.1:${this.#tcpPort}`
  }

  async start(): Promise<void> {
    if (this.#tcpPort === 0) {
      this.#httpPort = await freePort()
      this.#tcpPort = await freePort()
    }
    const emulator = this.#wake()
    const deadline = AbortSignal.timeout(startTimeoutMs)
    await this.#go(emulator, deadline)
    await emulator.says('Parley is running', deadline)
    // NOTE only now: the emulator takes connections at once, and clients would wait in them for the whole start.
    for (const [outside, inside] of [
      [this.#httpPort, guestHttpPort],
      [this.#tcpPort, guestTcpPort],
    ]) {
      const said = await emulator.command(
        `hostfwd_add tcp:127.0.0.1:${outside}-10.0.2.15:${inside}`,
      )
      if (/could not|invalid/i.test(said)) throw new Error(`no way into the guest: ${said}`)
    }
  }

  async startAndKill(share: number): Promise<void> {
    const emulator = this.#wake()
    const going = this.#go(emulator, AbortSignal.timeout(startTimeoutMs)).catch(() => {})
    await sleep(share * startMsMax)
    await this.kill()
    await going
  }

  async kill(): Promise<void> {
    const emulator = this.#emulator
    this.#emulator = undefined
    await emulator?.kill()
  }

  stop(): Promise<void> {
    return this.kill()
  }

  #wake(): Emulator {
    this.#emulator = new Emulator(this.#given)
    return this.#emulator
  }

  /** Lets the guest mount its disk and serve. */
  async #go(emulator: Emulator, deadline: AbortSignal): Promise<void> {
    const { random, options } = this.#given
    const given: GuestGiven = {
      seed: Buffer.from(random.fill(new Uint8Array(32))).toString('hex'),
      options: {
        ...{ data: '/data/parley', host: '0.0.0.0', 'behind-proxy': 'true', 'log-level': 'warn' },
        ...{ port: String(guestHttpPort), 'tcp-port': String(guestTcpPort) },
        ...options,
      },
    }
    const seconds = Math.floor(Date.now() / 1_000)
    const settings = `${random.pick(writebacks)} ${random.pick(mounts)}`
    const text = Buffer.from(JSON.stringify(given)).toString('base64')
    await emulator.resume(deadline)
    emulator.type(`${seconds} ${settings} ${text}\n`)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
