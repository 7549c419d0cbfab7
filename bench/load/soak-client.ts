import { setTimeout as sleep } from 'node:timers/promises'
import { commands, frameFlags, pageEntriesMax, pushes, wire, type Frame } from '@parley/protocol'
import type { Endpoint } from './endpoint.ts'
import { Peer } from './peer.ts'

const againMs = 200
/** What an error says of trying again. */
const retryLater = 1

export interface SoakListener {
  /** The next entry of a conversation that is listened to, each once and in the order of the log. */
  entry(conversation: number, clientId: Uint8Array): void
  presences(shown: readonly { account: number; status: number }[]): void
  online(): void
  offline(): void
  fault(text: string): void
}

interface SeenEntry {
  seq?: number | null
  clientId?: Uint8Array | null
}

interface Pending {
  body: Uint8Array
  acked(seq: number): void
}

/** A client that comes back whenever it is cut off, sends anew what nobody acked, and pulls what it has missed. */
export class SoakClient {
  readonly user: number
  readonly #endpoint: Endpoint
  readonly #on: SoakListener
  /** By conversation: the next entry that it has not seen. */
  readonly #next = new Map<number, number>()
  readonly #pulling = new Set<number>()
  /** In the order of sending. */
  readonly #pending = new Set<Pending>()
  readonly #watched: number[]
  #peer: Peer | undefined
  #timer: NodeJS.Timeout | undefined
  #isOver = false

  constructor(endpoint: Endpoint, user: number, watched: readonly number[], on: SoakListener) {
    this.#endpoint = endpoint
    this.user = user
    this.#watched = [...watched]
    this.#on = on
  }

  get peer(): Peer | undefined {
    return this.#peer
  }

  get pending(): number {
    return this.#pending.size
  }

  /** From here on its entries are told. */
  listen(conversation: number, headSeq: number): void {
    this.#next.set(conversation, headSeq + 1)
  }

  /** Until it is online. */
  async connect(): Promise<void> {
    while (!this.#isOver) {
      const peer = new Peer(this.#endpoint, this.user)
      try {
        await peer.login()
        if (this.#watched.length > 0) {
          const { presences } = await peer.ask('subscribePresence', { accounts: this.#watched })
          this.#on.presences(presences.map(plain))
        }
        this.#stand(peer)
        return
      } catch {
        peer.destroy()
        await sleep(againMs)
      }
    }
  }

  /** Kept until it is acked, however often the connection is lost. */
  send(request: Parameters<typeof wire.SendRequest.encode>[0], acked: (seq: number) => void): void {
    const pending = { body: wire.SendRequest.encode(request).finish(), acked }
    this.#pending.add(pending)
    if (this.#peer !== undefined) this.#write(this.#peer, pending)
  }

  /** Everything up to the head, of every conversation that is listened to. */
  async catchUp(): Promise<void> {
    await Promise.all([...this.#next.keys()].map((conversation) => this.#pull(conversation)))
  }

  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#peer?.destroy()
    this.#peer = undefined
  }

  #stand(peer: Peer): void {
    this.#peer = peer
    peer.onClosed = () => {
      if (this.#peer !== peer) return
      this.#peer = undefined
      this.#on.offline()
      void this.connect()
    }
    peer.onPush = (command, body) => this.#pushed(command, body)
    for (const pending of this.#pending) this.#write(peer, pending)
    this.#on.online()
    void this.catchUp()
  }

  #write(peer: Peer, pending: Pending): void {
    peer.request(commands.send.id, pending.body, {
      take: (frame) => this.#answered(pending, frame),
      // NOTE it is sent anew when the connection stands again.
      gone: () => {},
    })
  }

  #answered(pending: Pending, frame: Frame): void {
    if ((frame.flags & frameFlags.error) === 0) {
      // NOTE what was sent anew is answered twice.
      if (!this.#pending.delete(pending)) return
      return pending.acked(wire.SendReply.decode(frame.body).seq)
    }
    const { name, retry } = wire.ErrorBody.decode(frame.body)
    if (retry === retryLater) return this.#againSoon()
    this.#pending.delete(pending)
    this.#on.fault(`user ${this.user}: ${name}`)
  }

  /** All that is not acked, in its order: the server knows again what it has stored. */
  #againSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const peer = this.#peer
      if (peer !== undefined) for (const pending of this.#pending) this.#write(peer, pending)
    }, againMs)
  }

  #pushed(command: number, body: Uint8Array): void {
    if (command === pushes.presence.id)
      return this.#on.presences(wire.PresencePush.decode(body).presences.map(plain))
    if (command !== pushes.entry.id) return
    const { conversation, entry } = wire.EntryPush.decode(body)
    if (entry !== null && entry !== undefined) this.#take(conversation, entry)
    if ((entry?.seq ?? 0) >= (this.#next.get(conversation) ?? Infinity))
      void this.#pull(conversation)
  }

  /** What was seen already, or comes after a hole, is not told. */
  #take(conversation: number, { seq, clientId }: SeenEntry): void {
    if (seq !== this.#next.get(conversation) || !clientId) return
    this.#next.set(conversation, (seq ?? 0) + 1)
    this.#on.entry(conversation, clientId)
  }

  async #pull(conversation: number): Promise<void> {
    if (this.#pulling.has(conversation)) return
    this.#pulling.add(conversation)
    try {
      for (let headSeq = Infinity; (this.#next.get(conversation) ?? Infinity) <= headSeq;) {
        const peer = this.#peer
        if (peer === undefined) return
        const fromSeq = this.#next.get(conversation) ?? 1
        const asked = { target: { conversation }, fromSeq, limit: pageEntriesMax }
        const page = await peer.ask('pull', asked)
        for (const entry of page.entries) this.#take(conversation, entry)
        headSeq = page.entries.length === 0 ? 0 : page.headSeq
      }
    } catch {
      // NOTE the connection was lost: it is pulled when it stands again.
    } finally {
      this.#pulling.delete(conversation)
    }
  }
}

const plain = ({ account, status }: { account?: number | null; status?: number | null }) => ({
  account: account ?? 0,
  status: status ?? 0,
})
