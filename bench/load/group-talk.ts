import { setTimeout as sleep } from 'node:timers/promises'
import { commands, frameFlags, pageEntriesMax, wire, type Frame } from '@parley/protocol'
import { bodyBytes } from '../lab/body.ts'
import { clientIdAt, indexOf } from './client-id.ts'
import type { Peer } from './peer.ts'
import type { Samples } from './samples.ts'

/** What all groups of a run share. */
export interface GroupsMeasuring {
  delivered: number
  ack: Samples
  /** From a send to its push at the member that gets it last. */
  last: Samples
  fault(text: string): void
}

const settleMsMax = 60_000
const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()
const kind = wire.EntryKind.ENTRY_KIND_TEXT

/** A group, as its sender and everybody who gets what is sent see it. */
export class GroupTalk {
  sent = 0
  acked = 0
  readonly group: number
  onAck: () => void = () => {}
  readonly #sender: Pick<Peer, 'user' | 'ask' | 'request'>
  readonly #measuring: GroupsMeasuring
  /** How many messages each member has got. Nobody else is online. */
  readonly #got: Map<number, number>
  readonly #ackedSeqs: number[] = []
  #delivered = 0
  #firstSeq = 0
  #single: { left: number; done(): void } | undefined

  /** @param receivers users who are online, without the sender. */
  constructor(
    group: number,
    sender: Pick<Peer, 'user' | 'ask' | 'request'>,
    receivers: readonly number[],
    measuring: GroupsMeasuring,
  ) {
    this.group = group
    this.#sender = sender
    this.#got = new Map(receivers.map((user) => [user, 0]))
    this.#measuring = measuring
  }

  async prepare(): Promise<void> {
    const target = { conversation: this.group }
    const { conversation } = await this.#sender.ask('getConversation', { target, entries: 0 })
    this.#firstSeq = (conversation?.headSeq ?? 0) + 1
  }

  /** The seq of what was sent last. */
  get headSeq(): number {
    return this.#firstSeq + this.sent - 1
  }

  send(): void {
    const index = this.sent
    this.sent += 1
    const sentMs = performance.now()
    const clientId = clientIdAt(this.#sender.user, index)
    const request = { target: { conversation: this.group }, clientId, kind, body }
    this.#sender.request(commands.send.id, wire.SendRequest.encode(request).finish(), {
      take: (frame) => this.#acknowledged(index, frame, sentMs),
      gone: ({ message }) => this.#fault(message),
    })
  }

  /** One message, until everybody has it. */
  async one(): Promise<void> {
    const sentMs = performance.now()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#single = { left: this.#got.size, done: resolve }
    this.send()
    const timer = setTimeout(reject, settleMsMax, new Error('a message did not reach everybody'))
    try {
      await promise
      this.#measuring.last.add(performance.now() - sentMs)
    } catch (thrown) {
      this.#fault((thrown as Error).message)
    } finally {
      clearTimeout(timer)
      this.#single = undefined
    }
  }

  /** Of a push of this group to one of its members. */
  received(user: number, clientId: Uint8Array): void {
    const index = indexOf(clientId)
    const expected = this.#got.get(user)
    if (expected === undefined) return this.#fault(`user ${user} got what was not for it`)
    if (index !== expected) this.#fault(`user ${user} got ${index} instead of ${expected}`)
    this.#got.set(user, index + 1)
    this.#delivered += 1
    this.#measuring.delivered += 1
    const single = this.#single
    if (single === undefined) return
    single.left -= 1
    if (single.left === 0) single.done()
  }

  async settled(): Promise<void> {
    const endMs = performance.now() + settleMsMax
    while (this.acked < this.sent || this.#delivered < this.sent * this.#got.size) {
      if (performance.now() > endMs)
        return this.#fault(
          `did not settle: ${this.sent} sent, ${this.acked} acked, ${this.#delivered} delivered`,
        )
      await sleep(20)
    }
  }

  /** The log, as a member reads it: all that was acked, once and in order. */
  async audit(reader: Pick<Peer, 'ask'>): Promise<void> {
    const target = { conversation: this.group }
    const missing = new Set(this.#ackedSeqs)
    let fromSeq = this.#firstSeq
    for (let index = 0; ;) {
      const { entries } = await reader.ask('pull', { target, fromSeq, limit: pageEntriesMax })
      if (entries.length === 0) break
      for (const { seq, clientId } of entries) {
        if (seq !== fromSeq || !clientId || indexOf(clientId) !== index)
          this.#fault(`entry ${String(seq)} where ${fromSeq} belongs`)
        missing.delete(seq ?? 0)
        fromSeq += 1
        index += 1
      }
    }
    if (missing.size > 0) this.#fault(`${missing.size} acked entries are not there`)
    if (fromSeq - this.#firstSeq !== this.sent) this.#fault('the log holds another number')
  }

  #fault(text: string): void {
    this.#measuring.fault(`group ${this.group}: ${text}`)
  }

  #acknowledged(index: number, frame: Frame, sentMs: number): void {
    if ((frame.flags & frameFlags.error) !== 0)
      return this.#fault(`refused: ${wire.ErrorBody.decode(frame.body).name}`)
    const { seq } = wire.SendReply.decode(frame.body)
    if (seq !== this.#firstSeq + index) this.#fault(`seq ${seq} for message ${index}`)
    this.#ackedSeqs.push(seq)
    this.acked += 1
    this.#measuring.ack.add(performance.now() - sentMs)
    this.onAck()
  }
}
