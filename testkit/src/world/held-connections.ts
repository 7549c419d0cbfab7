import {
  createAccess,
  type Access,
  type AccessDeps,
} from '../../../server/src/access/create-access.ts'
import type { AccessSettings } from '../../../server/src/access/settings.ts'
import type { Network } from './network.ts'
import { worldCompression } from './plain-ports.ts'
import type { SeededRandom } from './seeded-random.ts'
import type { ToldEntries } from './told-entries.ts'
import { WireWatch } from './wire-watch.ts'

export const serverHost = 'server'

/** Mostly little: then answers go in pieces that pushes overtake, and who is slow misses pushes. */
const roomOfConnections: readonly Partial<AccessSettings>[] = [
  {},
  { bulkBytesMin: 1_024 },
  { bulkBytesMin: 2_048, outboxBytesMax: 6_144, heldPushesMax: 2 },
]

export interface HeldConnectionsDeps extends Pick<AccessDeps, 'clock' | 'log' | 'commands'> {
  network: Network
  random: SeededRandom
  heartbeatMs: number
  told: ToldEntries
  /** Told what must never go over the wire. */
  problem(what: string): void
  /** The process that holds them. */
  process: string
}

/** The production access, with the doors of one process of the server; everything that it writes is watched. */
export class HeldConnections {
  readonly access: Access
  readonly #deps: HeldConnectionsDeps
  #shut = (): void => {}

  constructor(deps: HeldConnectionsDeps) {
    this.#deps = deps
    const { clock, random, log, commands, heartbeatMs, process } = deps
    this.access = createAccess({
      ...{ clock, random, compression: worldCompression, log, commands, node: process },
      settings: {
        ...{ heartbeatMs, frameRate: { perSecond: 500, burst: 2_000 } },
        ...random.fork('access').pick(roomOfConnections),
      },
    })
  }

  listen(): void {
    const { network, told, problem, process } = this.#deps
    this.#shut = network.listen(
      serverHost,
      (stream, from) => {
        const pushed = (command: number, body: Uint8Array): void => told.take(from, command, body)
        this.access.attach(new WireWatch({ problem, pushed }).on(stream), from, 'tcp')
      },
      process,
    )
  }

  stopListening(): void {
    this.#shut()
  }
}
