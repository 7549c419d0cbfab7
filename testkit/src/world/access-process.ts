import { Forwarder, type ConnectInner } from '../../../server/src/access/http/forward-request.ts'
import { untilQuiet } from '../../../server/src/access/http/listen-http.ts'
import { AccessLink } from '../../../server/src/link/access-link.ts'
import { keepLink, type ConnectLink } from '../../../server/src/link/keep-link.ts'
import type { LinkSettings } from '../../../server/src/link/settings.ts'
import type { HostClock } from './host-clock.ts'
import { HeldConnections, serverHost, type HeldConnectionsDeps } from './held-connections.ts'
import type { Network } from './network.ts'
import { WireSocket } from './wire-socket.ts'
import { httpDoor, type WorldFront } from './world-http.ts'

/** Where the process with the rules listens for those with connections. */
export const logicHost = 'logic'
const drainMs = 2_000

export interface AccessProcessDeps extends Omit<HeldConnectionsDeps, 'commands' | 'clock'> {
  clock: HostClock
  /** The machine's own sockets: by one the link goes, by the others what is asked by HTTP. */
  local: Network
  inner: Network
  front: WorldFront
  link: Partial<LinkSettings>
}

/** A process that holds connections and knows no rule, made as `startAccessProcess` makes one. */
export class AccessProcess {
  readonly #deps: AccessProcessDeps
  readonly #link: AccessLink
  readonly #held: HeldConnections
  readonly #kept: { stop(): void }
  readonly #forwarder: Forwarder
  #shutHttp = (): void => {}
  /** NOTE what a dead process was about to do never comes to its end. */
  readonly #killed = Promise.withResolvers<void>()

  constructor(deps: AccessProcessDeps) {
    this.#deps = deps
    const { clock, random, log, process: node, local, inner } = deps
    this.#link = new AccessLink({ clock, random, log, node, settings: deps.link })
    this.#held = new HeldConnections({ ...deps, commands: this.#link })
    this.#link.serve(this.#held.access)
    const connect = connectThrough(local, node)
    this.#kept = keepLink({ clock, random, link: this.#link, connect, outdated() {} })
    this.#forwarder = new Forwarder(forwardThrough(inner, node, clock))
    void this.#link.welcomed.then(() => {
      if (!clock.alive) return
      this.#held.listen()
      this.#listenHttp()
    })
  }

  #listenHttp(): void {
    const { network, front, clock, process } = this.#deps
    const by = { clock, forwarder: this.#forwarder }
    this.#shutHttp = network.listen(
      httpDoor,
      (stream, from) => front.attach(stream, from, by),
      process,
    )
  }

  get name(): string {
    return this.#deps.process
  }

  /** Sends its connections away and ends. */
  async stop(): Promise<void> {
    this.#held.stopListening()
    await Promise.race([this.#held.access.drain(drainMs), this.#killed.promise])
    await this.#stopHttp()
    this.#kept.stop()
    this.#link.close()
  }

  async #stopHttp(): Promise<void> {
    const { clock, front } = this.#deps
    const { access } = this.#held
    const forwarder = this.#forwarder
    await Promise.race([untilQuiet({ access, clock, forwarder }), this.#killed.promise])
    this.#shutHttp()
    front.cutAll(clock)
    forwarder.close()
  }

  /** R15. */
  async close(): Promise<void> {
    const closed = this.#held.access.close('STORAGE_FAILED', drainMs)
    await Promise.race([closed, this.#killed.promise])
    await this.#stopHttp()
  }

  step(byMs: number): void {
    this.#deps.clock.step(byMs)
  }

  /** Without a word. */
  kill(how: 'reset' | 'silent'): void {
    const { clock, network, local, inner } = this.#deps
    clock.kill()
    this.#killed.resolve()
    network.kill(serverHost, how, this.name)
    local.kill(this.name, 'reset')
    inner.kill(this.name, 'reset')
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

function forwardThrough(inner: Network, from: string, clock: HostClock): ConnectInner {
  return (_path, done) => {
    inner.dial(from, logicHost, (stream) => {
      if (stream !== undefined) return done(null, new WireSocket(stream, clock, logicHost))
      done(new Error('the rules are not there'), undefined as never)
    })
    return undefined
  }
}
