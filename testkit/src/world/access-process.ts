import { AccessLink } from '../../../server/src/link/access-link.ts'
import { keepLink, type ConnectLink } from '../../../server/src/link/keep-link.ts'
import type { LinkSettings } from '../../../server/src/link/settings.ts'
import type { HostClock } from './host-clock.ts'
import { HeldConnections, serverHost, type HeldConnectionsDeps } from './held-connections.ts'
import type { Network } from './network.ts'

/** Where the process with the rules listens for those with connections. */
export const logicHost = 'logic'
const drainMs = 2_000

export interface AccessProcessDeps extends Omit<HeldConnectionsDeps, 'commands' | 'clock'> {
  clock: HostClock
  /** The machine's own sockets. */
  local: Network
  link: Partial<LinkSettings>
}

/** A process that holds connections and knows no rule, made as `startAccessProcess` makes one. */
export class AccessProcess {
  readonly #deps: AccessProcessDeps
  readonly #link: AccessLink
  readonly #held: HeldConnections
  readonly #kept: { stop(): void }
  /** NOTE what a dead process was about to do never comes to its end. */
  readonly #killed = Promise.withResolvers<void>()

  constructor(deps: AccessProcessDeps) {
    this.#deps = deps
    const { clock, random, log, process: node, local } = deps
    this.#link = new AccessLink({ clock, random, log, node, settings: deps.link })
    this.#held = new HeldConnections({ ...deps, commands: this.#link })
    this.#link.serve(this.#held.access)
    const connect = connectThrough(local, node)
    this.#kept = keepLink({ clock, random, link: this.#link, connect, outdated() {} })
    void this.#link.welcomed.then(() => {
      if (clock.alive) this.#held.listen()
    })
  }

  get name(): string {
    return this.#deps.process
  }

  /** Sends its connections away and ends. */
  async stop(): Promise<void> {
    this.#held.stopListening()
    await Promise.race([this.#held.access.drain(drainMs), this.#killed.promise])
    this.#kept.stop()
    this.#link.close()
  }

  /** R15. */
  async close(): Promise<void> {
    const closed = this.#held.access.close('STORAGE_FAILED', drainMs)
    await Promise.race([closed, this.#killed.promise])
  }

  step(byMs: number): void {
    this.#deps.clock.step(byMs)
  }

  /** Without a word. */
  kill(how: 'reset' | 'silent'): void {
    const { clock, network, local } = this.#deps
    clock.kill()
    this.#killed.resolve()
    network.kill(serverHost, how, this.name)
    local.kill(this.name, 'reset')
  }
}

function connectThrough(local: Network, from: string): ConnectLink {
  return (done) => {
    let end = local.dial(from, logicHost, (stream) => {
      if (stream !== undefined) end = () => stream.destroy()
      done(stream)
    })
    return () => end()
  }
}
