import { setTimeout as sleep } from 'node:timers/promises'
import { commands, frameFlags, pageEntriesMax, pushes, wire, type Frame } from '@parley/protocol'
import { bodyBytes } from '../lab/body.ts'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { clientIdAt, indexOf } from './client-id.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface FanOutInput {
  endpoint: Endpoint
  serverPid: number
  group: number
  /** Users from 0 on, all of them in the group and online. The first one sends. */
  members: number
  /** As many as it can for so long, then one after the other, each when the last one has reached everybody. */
  warmUpMs: number
  measureMs: number
  window: number
  single: number
}

export interface FanOutResult {
  deliveries: number
  measuredMs: number
  server: CpuSpent
  loadBusy: number
  ackMs: Percentiles
  /** From a send to its push at the member that gets it last. */
  lastMs: Percentiles
  messages: number
  faults: string[]
}

const settleMsMax = 60_000
const faultsMax = 20
const body = wire.EntryBody.encode({ text: 'x'.repeat(bodyBytes) }).finish()

/** One sender, many who get it; every member's pushes are counted, each message once and in order. */
export async function fanOutLoad(input: FanOutInput): Promise<FanOutResult> {
  const { endpoint, members } = input
  const crowd = new Crowd()
  await crowd.join({ endpoint, firstUser: 0, users: members, openingMax: 64 })
  const talk = new Talk(
    crowd.peers.toSorted((a, b) => a.user - b.user),
    input.group,
  )
  try {
    await talk.prepare()
    const measured = await flood(talk, input)
    for (let count = 0; count < input.single; count += 1) await talk.one()
    await talk.settled()
    await talk.audit()
    if (crowd.lost > 0) talk.fault(`${crowd.lost} connections were lost`)
    return {
      ...measured,
      ackMs: talk.ack.percentiles(),
      lastMs: talk.last.percentiles(),
      messages: talk.sent,
      faults: talk.faults,
    }
  } finally {
    crowd.leave()
  }
}

async function flood(talk: Talk, { serverPid, warmUpMs, measureMs, window }: FanOutInput) {
  talk.onAck = () => {
    while (talk.sent - talk.acked < window) talk.send()
  }
  talk.onAck()
  await sleep(warmUpMs)
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  const ownBefore = process.cpuUsage()
  const deliveredBefore = talk.delivered
  await sleep(measureMs)
  const own = process.cpuUsage(ownBefore)
  const server = cpuBetween(before, sampleCpu(serverPid))
  const measuredMs = performance.now() - startMs
  const deliveries = talk.delivered - deliveredBefore
  talk.onAck = () => {}
  await talk.settled()
  return {
    ...{ deliveries, measuredMs, server },
    loadBusy: (own.user + own.system) / 1_000 / measuredMs,
  }
}

/** A group, as its sender and everybody who gets what is sent see it. */
class Talk {
  sent = 0
  acked = 0
  delivered = 0
  readonly ack = new Samples()
  readonly last = new Samples()
  readonly faults: string[] = []
  onAck: () => void = () => {}
  readonly #sender: Peer
  readonly #receivers: readonly Peer[]
  readonly #group: number
  /** How many messages each receiver has got. */
  readonly #got: Uint32Array
  readonly #ackedSeqs: number[] = []
  #firstSeq = 0
  #single: { left: number; done(): void } | undefined

  constructor(peers: readonly Peer[], group: number) {
    const [sender, ...receivers] = peers
    if (sender === undefined) throw new Error('nobody is there')
    this.#sender = sender
    this.#receivers = receivers
    this.#group = group
    this.#got = new Uint32Array(receivers.length)
  }

  async prepare(): Promise<void> {
    const target = { conversation: this.#group }
    const { conversation } = await this.#sender.ask('getConversation', { target, entries: 0 })
    this.#firstSeq = Number(conversation?.headSeq ?? 0) + 1
    for (const [at, peer] of this.#receivers.entries()) {
      peer.onPush = (command, bytes) => this.#received(at, command, bytes)
    }
  }

  send(): void {
    const index = this.sent
    this.sent += 1
    const sentMs = performance.now()
    const request = {
      ...{ target: { conversation: this.#group }, clientId: clientIdAt(0, index) },
      ...{ kind: wire.EntryKind.ENTRY_KIND_TEXT, body },
    }
    this.#sender.request(commands.send.id, wire.SendRequest.encode(request).finish(), {
      take: (frame) => this.#acknowledged(index, frame, sentMs),
      gone: ({ message }) => this.fault(message),
    })
  }

  /** One message, until everybody has it. */
  async one(): Promise<void> {
    const sentMs = performance.now()
    await new Promise<void>((done) => {
      this.#single = { left: this.#receivers.length, done }
      this.send()
    })
    this.#single = undefined
    this.last.add(performance.now() - sentMs)
  }

  async settled(): Promise<void> {
    const endMs = performance.now() + settleMsMax
    while (this.acked < this.sent || this.delivered < this.sent * this.#receivers.length) {
      if (performance.now() > endMs)
        return this.fault(
          `did not settle: ${this.sent} sent, ${this.acked} acked, ${this.delivered} delivered`,
        )
      await sleep(20)
    }
  }

  /** The log, as the last member reads it: all that was acked, once and in order. */
  async audit(): Promise<void> {
    const reader = this.#receivers.at(-1)
    const target = { conversation: this.#group }
    const seqs = new Set(this.#ackedSeqs)
    let fromSeq = this.#firstSeq
    for (let index = 0; ;) {
      const request = { target, fromSeq, limit: pageEntriesMax }
      const page = await reader?.ask('pull', request)
      if (page === undefined || page.entries.length === 0) break
      for (const { seq, clientId } of page.entries) {
        if (Number(seq) !== fromSeq || !clientId || indexOf(clientId) !== index)
          this.fault(`entry ${String(seq)} where ${fromSeq} belongs`)
        seqs.delete(Number(seq))
        fromSeq += 1
        index += 1
      }
    }
    if (seqs.size > 0) this.fault(`${seqs.size} acked entries are not there`)
    if (fromSeq - this.#firstSeq !== this.sent) this.fault('the log holds another number')
  }

  fault(text: string): void {
    if (this.faults.length < faultsMax) this.faults.push(text)
  }

  #acknowledged(index: number, frame: Frame, sentMs: number): void {
    if ((frame.flags & frameFlags.error) !== 0)
      return this.fault(`refused: ${wire.ErrorBody.decode(frame.body).name}`)
    const { seq } = wire.SendReply.decode(frame.body)
    if (seq !== this.#firstSeq + index) this.fault(`seq ${seq} for message ${index}`)
    this.#ackedSeqs.push(seq)
    this.acked += 1
    this.ack.add(performance.now() - sentMs)
    this.onAck()
  }

  #received(at: number, command: number, bytes: Uint8Array): void {
    if (command !== pushes.entry.id) return
    const { entry } = wire.EntryPush.decode(bytes)
    const index = entry?.clientId ? indexOf(entry.clientId) : -1
    const expected = this.#got[at] ?? 0
    if (index !== expected) this.fault(`member ${at} got ${index} instead of ${expected}`)
    this.#got[at] = index + 1
    this.delivered += 1
    const single = this.#single
    if (single === undefined) return
    single.left -= 1
    if (single.left === 0) single.done()
  }
}
