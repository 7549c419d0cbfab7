import { compose, type Composed } from '../../app/compose.ts'
import { nodeHashing } from '../../base/node/node-hashing.ts'
import { nodeRandom } from '../../base/node/node-random.ts'
import { silentLog } from '../../base/log.ts'
import { RulesWorld, testPasswords } from '../../commands/testing/rules-world.ts'
import { restoreSessions } from '../../logic/account/restore-sessions.ts'
import { AccessLink } from '../access-link.ts'
import { LogicLinks } from '../logic-links.ts'
import type { LinkSettings } from '../settings.ts'
import { streamPair, type WireEnd } from './stream-pair.ts'

/** A process with connections: its end of the link, and people whose devices are connected to it. */
export interface LinkedNode {
  link: AccessLink
  /** The devices of this node. */
  people: RulesWorld
  /** Connections that were marked behind, in order. */
  behind: number[]
  /** Our end, and that of logic. */
  wire: [WireEnd, WireEnd]
  overs: string[]
}

/** Logic over a store that outlives it, and processes with connections that are linked to it. */
export class LinkWorld {
  readonly settings: Partial<LinkSettings>
  /** Owns clock and store. */
  readonly #ground = new RulesWorld()
  readonly nodes: LinkedNode[] = []
  composed: Composed
  links: LogicLinks

  constructor(settings: Partial<LinkSettings> = {}) {
    this.settings = settings
    ;({ composed: this.composed, links: this.links } = this.#logic())
  }

  get clock() {
    return this.#ground.clock
  }

  #logic() {
    const { clock, store, settings } = this.#ground
    const ports = { clock, random: nodeRandom, hashing: nodeHashing, log: silentLog }
    const composed = compose({ ...ports, passwords: testPasswords, store }, settings)
    const { commands, registry, deps } = composed
    const restore = restoreSessions.bind(undefined, deps)
    const links = new LogicLinks(
      { clock, log: silentLog, commands, registry, restore },
      { expected: this.nodes.length, healthy: () => true, settings: this.settings },
    )
    return { composed, links }
  }

  async node(name: string): Promise<LinkedNode> {
    const { clock } = this
    const link = new AccessLink({
      ...{ clock, log: silentLog, random: { unit: () => 0.5 } },
      ...{ node: name, settings: this.settings },
    })
    const people = new RulesWorld({}, clock)
    people.port = link
    const behind: number[] = []
    link.serve({ outlet: people, markBehind: (connections) => behind.push(...connections) })
    const node: LinkedNode = { link, people, behind, wire: streamPair(), overs: [] }
    this.nodes.push(node)
    this.connect(node)
    await clock.advance(1)
    return node
  }

  connect(node: LinkedNode): void {
    node.wire = streamPair()
    this.links.attach(node.wire[1])
    node.link.attach(node.wire[0], (why) => node.overs.push(why))
  }

  /** Logic is gone, as by SIGKILL. */
  kill(): void {
    for (const { wire } of this.nodes) wire[1].destroy()
    this.links.close()
  }

  /** Another logic process over the same store. */
  start(): void {
    ;({ composed: this.composed, links: this.links } = this.#logic())
  }

  async restart(): Promise<void> {
    this.kill()
    this.start()
    for (const node of this.nodes) this.connect(node)
    await this.clock.advance(1)
  }
}
