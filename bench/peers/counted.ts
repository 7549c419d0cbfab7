import { setTimeout as sleep } from 'node:timers/promises'
import {
  closed,
  measure,
  open,
  type OneToOneInput,
  type OneToOneResult,
  type Sending,
} from '../load/one-to-one-load.ts'
import { Samples } from '../load/samples.ts'

export type PeerInput = Pick<
  OneToOneInput,
  'endpoint' | 'users' | 'shape' | 'warmUpMs' | 'measureMs' | 'serverPid'
>

interface Measuring {
  on: boolean
  ack: Samples
  endToEnd: Samples
  delivered: number
  faults: string[]
}

const openingMax = 64
const auditingMax = 16
/** Some need long for what is under way at the end. */
const settleMsMax = 180_000
const faultsMax = 20

/** The account of every message between one who sends and one who receives. */
export class Count {
  readonly number: number
  sent = 0
  acked = 0
  delivered = 0
  readonly #measuring: Measuring
  readonly #intendedMs: number[] = []

  constructor(number: number, measuring: Measuring) {
    this.number = number
    this.#measuring = measuring
  }

  /** @returns which message it is. */
  send(intendedMs: number): number {
    this.#intendedMs[this.sent] = intendedMs
    this.sent += 1
    return this.sent - 1
  }

  ack(index: number): void {
    this.acked += 1
    if (this.#measuring.on) this.#measuring.ack.add(this.#sinceMs(index))
  }

  receive(index: number): void {
    if (index !== this.delivered) this.fault(`message ${index} came instead of ${this.delivered}`)
    this.delivered = index + 1
    if (!this.#measuring.on) return
    this.#measuring.delivered += 1
    this.#measuring.endToEnd.add(this.#sinceMs(index))
  }

  /** Every message that was sent has been acked, and has arrived. */
  get isSettled(): boolean {
    return this.acked === this.sent && this.delivered === this.sent
  }

  fault(what: string): void {
    const { faults } = this.#measuring
    if (faults.length < faultsMax) faults.push(`pair ${this.number}: ${what}`)
  }

  #sinceMs(index: number): number {
    return performance.now() - (this.#intendedMs[index] ?? 0)
  }
}

export interface CountedPair extends Sending {
  readonly count: Count
  prepare(): Promise<void>
  /** Reads what is kept anew. @returns how many messages; undefined where nothing is kept. */
  audit?(): Promise<number>
  end(): void
}

/** Pairs as in our own scenario: sent, acked, delivered, acknowledged by the receiver, and read anew where something is kept. */
export async function countedLoad(
  input: PeerInput,
  pairOf: (count: Count) => CountedPair,
): Promise<OneToOneResult> {
  const { users, shape, warmUpMs } = input
  const measuring: Measuring = {
    ...{ on: false, ack: new Samples(), endToEnd: new Samples(), delivered: 0, faults: [] },
  }
  const pairs: CountedPair[] = []
  try {
    for (let n = 0; n < users / 2; n += openingMax) {
      const some = Array.from({ length: Math.min(openingMax, users / 2 - n) }, (_, at) =>
        pairOf(new Count(n + at, measuring)),
      )
      pairs.push(...some)
      await Promise.all(some.map((pair) => pair.prepare()))
    }
    const stop = 'closed' in shape ? closed(pairs, shape.closed) : open(pairs, shape.open)
    await sleep(warmUpMs)
    const measured = await measure(input, measuring)
    stop()
    await settled(pairs)
    const audited = await auditAll(pairs)
    const { ack, endToEnd, faults } = measuring
    return {
      ...{ ...measured, faults, audited },
      ...{ ackMs: ack.percentiles(), endToEndMs: endToEnd.percentiles() },
    }
  } finally {
    for (const pair of pairs) pair.end()
  }
}

async function settled(pairs: readonly CountedPair[]): Promise<void> {
  const untilMs = performance.now() + settleMsMax
  while (!pairs.every(({ count }) => count.isSettled) && performance.now() < untilMs)
    await sleep(20)
  for (const { count } of pairs) {
    if (!count.isSettled)
      count.fault(`${count.sent} sent, ${count.acked} acked, ${count.delivered} delivered`)
  }
}

/** @returns how many were looked at; where nothing is kept, what was counted at the receivers. */
async function auditAll(pairs: readonly CountedPair[]): Promise<number> {
  const waiting = [...pairs]
  let looked = 0
  const work = async () => {
    for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
      const found = (await pair.audit?.()) ?? pair.count.delivered
      looked += found
    }
  }
  await Promise.all(Array.from({ length: auditingMax }, work))
  return looked
}
