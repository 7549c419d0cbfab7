import { setTimeout as sleep } from 'node:timers/promises'
import { requestsInFlightMax } from '@parley/protocol'
import { audit } from './audit.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import { Pair, type Measuring } from './pair.ts'
import { Samples, type Percentiles } from './samples.ts'
import { epochMs, TimedSamples, type Span } from './timed-samples.ts'

export interface BystandersInput {
  endpoint: Endpoint
  /** It writes to the next one, with whom it has a conversation. */
  firstUser: number
}

export interface BystandersResult {
  /** Send to push, of the messages of each span that was asked about. */
  endToEndMs: Record<string, Percentiles>
  faults: string[]
}

const everyMs = 50
/** Timers are this late by themselves: that is not counted. */
const timerGrainMs = 2
/** Below what a server takes of one connection at once. */
const inFlightMax = requestsInFlightMax / 2
const settleMsMax = 30_000
const lookEveryMs = 20

let bystanders: Bystanders | undefined

/**
 * Two who have nothing to do with what is measured write to each other, slowly, until they are asked what they noticed of it. In a
 * process of their own: in that of the load they would wait for its work, too.
 */
export async function bystandersCome(input: BystandersInput): Promise<void> {
  bystanders = await Bystanders.come(input)
}

/** They settle, their log is audited, and they go. */
export async function bystandersTell({
  spans,
}: {
  spans: Readonly<Record<string, Span>>
}): Promise<BystandersResult> {
  if (bystanders === undefined) throw new Error('nobody stands by')
  try {
    return await bystanders.tell(spans)
  } finally {
    bystanders.go()
    bystanders = undefined
  }
}

class Bystanders {
  readonly #crowd: Crowd
  readonly #pair: Pair
  readonly #samples: TimedSamples
  readonly #faults: string[]
  #dueMs = performance.now()
  #lastMs = Number.POSITIVE_INFINITY
  #timer: NodeJS.Timeout | undefined

  private constructor(crowd: Crowd, pair: Pair, samples: TimedSamples, faults: string[]) {
    this.#crowd = crowd
    this.#pair = pair
    this.#samples = samples
    this.#faults = faults
    pair.onAck = () => this.#sendDue()
    this.#sendDue()
  }

  static async come({ endpoint, firstUser }: BystandersInput): Promise<Bystanders> {
    const crowd = new Crowd()
    await crowd.join({ endpoint, firstUser, users: 2, openingMax: 1 })
    const [sender, receiver] = crowd.peers
    if (sender === undefined || receiver === undefined) throw new Error('nobody stands by')
    const samples = new TimedSamples()
    const endToEnd = { add: (tookMs: number) => samples.add(tookMs, epochMs() - tookMs) }
    const faults: string[] = []
    const counts = { on: true, delivered: 0, sent: 0 }
    const measuring: Measuring = { ...counts, ack: new Samples(), endToEnd, faults }
    const pair = new Pair(0, sender, receiver, measuring)
    await pair.prepare()
    return new Bystanders(crowd, pair, samples, faults)
  }

  /** NOTE what is due is sent as of its time: nothing is hidden by being late, or by waiting for acks. */
  #sendDue(): void {
    const pair = this.#pair
    clearTimeout(this.#timer)
    for (; this.#dueMs <= Math.min(performance.now(), this.#lastMs); this.#dueMs += everyMs) {
      // NOTE an ack sends the next one.
      if (pair.inFlight >= inFlightMax) return
      pair.send(Math.min(performance.now(), this.#dueMs + timerGrainMs))
    }
    if (this.#dueMs > this.#lastMs) return
    this.#timer = setTimeout(() => this.#sendDue(), Math.max(0, this.#dueMs - performance.now()))
  }

  async tell(spans: Readonly<Record<string, Span>>): Promise<BystandersResult> {
    const faults = this.#faults
    this.#lastMs = performance.now()
    const untilMs = this.#lastMs + settleMsMax
    const isDone = () => this.#dueMs > this.#lastMs && this.#pair.isSettled
    while (!isDone() && performance.now() < untilMs) await sleep(lookEveryMs)
    if (!isDone()) faults.push('the bystanders did not settle')
    await audit([this.#pair], faults)
    if (this.#crowd.lost > 0) faults.push('a bystander lost its connection')
    const during = Object.entries(spans).map(
      ([name, span]) => [name, this.#samples.during(span)] as const,
    )
    for (const [name, { count }] of during)
      if (count === 0) faults.push(`no message between the bystanders during ${name}`)
    return { endToEndMs: Object.fromEntries(during), faults }
  }

  go(): void {
    clearTimeout(this.#timer)
    this.#crowd.leave()
  }
}
