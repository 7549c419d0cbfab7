import type { ByteStream } from '../access/stream.ts'
import type { Timer } from '../base/clock.ts'
import { LogicLink, type LogicLinkDeps } from './logic-link.ts'
import { linkDefaults, type LinkSettings } from './settings.ts'

export interface LogicLinksOptions {
  /** Processes with connections that will come back after a restart. */
  expected: number
  healthy(): boolean
  settings?: Partial<LinkSettings>
}

/** Every process with connections, as the rules see them. */
export class LogicLinks {
  readonly #deps: LogicLinkDeps
  readonly #options: LogicLinksOptions
  readonly #settings: LinkSettings
  readonly #links = new Set<LogicLink>()
  /** What the restored sessions watch; kept until all are back, so that nobody seems to have been away. */
  #subscribing: (() => void)[] | undefined = []
  #ready = 0
  #pulse: Timer
  #whenIdle: (() => void) | undefined
  #busy = new Set<LogicLink>()

  constructor(deps: LogicLinkDeps, options: LogicLinksOptions) {
    this.#deps = deps
    this.#options = options
    this.#settings = { ...linkDefaults, ...options.settings }
    this.#pulse = deps.clock.after(this.#settings.pulseMs, () => this.#beat())
    deps.clock.after(this.#settings.restoreMs, () => this.#allBack())
  }

  /** Of this moment, by the names of the nodes. */
  stats(): { node: string; queuedBytes: number; dropped: number }[] {
    return [...this.#links]
      .filter(({ node }) => node !== '')
      .map(({ node, queuedBytes, dropped }) => ({ node, queuedBytes, dropped }))
  }

  attach(stream: ByteStream): void {
    const link = new LogicLink(this.#deps, this.#settings, stream, {
      ready: (subscribe) => {
        this.#ready += 1
        if (this.#subscribing === undefined) return subscribe()
        this.#subscribing.push(subscribe)
        if (this.#ready >= this.#options.expected) this.#allBack()
      },
      idle: () => this.#idle(link),
      over: () => {
        this.#links.delete(link)
        this.#idle(link)
      },
    })
    this.#links.add(link)
    link.pulse(this.#options.healthy())
  }

  /** Takes no more calls, waits a bounded time for those that run, and ends the links. */
  async leave(): Promise<void> {
    const { clock } = this.#deps
    this.#busy = new Set(this.#links)
    if (this.#busy.size > 0)
      await new Promise<void>((resolve) => {
        const timer = clock.after(this.#settings.leaveMs, resolve)
        this.#whenIdle = () => {
          timer.cancel()
          resolve()
        }
        for (const link of this.#busy) link.leave()
      })
    this.close()
  }

  close(): void {
    this.#pulse.cancel()
    for (const link of this.#links) link.end()
  }

  #idle(link: LogicLink): void {
    if (this.#busy.delete(link) && this.#busy.size === 0) this.#whenIdle?.()
  }

  #allBack(): void {
    const subscribing = this.#subscribing ?? []
    this.#subscribing = undefined
    for (const subscribe of subscribing) subscribe()
  }

  #beat(): void {
    for (const link of this.#links) link.pulse(this.#options.healthy())
    this.#pulse = this.#deps.clock.after(this.#settings.pulseMs, () => this.#beat())
  }
}
