import { setTimeout as sleep } from 'node:timers/promises'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Samples } from '../load/samples.ts'

const settleMsMax = 60_000
const faultsMax = 20

/** One who sends and many who receive: each message is acked once, and is at every receiver once and in order. */
export class Tally {
  sent = 0
  acked = 0
  delivered = 0
  readonly ack = new Samples()
  /** From a send to the receiver that gets it last, where one message is sent after the other. */
  readonly last = new Samples()
  readonly faults: string[] = []
  onAck: () => void = () => {}
  readonly #send: (index: number) => void
  /** How many messages each receiver has got. */
  readonly #got: Uint32Array
  readonly #sentMs: number[] = []
  #single: { left: number; done(): void } | undefined

  constructor(receivers: number, send: (index: number) => void) {
    this.#send = send
    this.#got = new Uint32Array(receivers)
  }

  send(): void {
    const index = this.sent
    this.sent += 1
    this.#sentMs[index] = performance.now()
    this.#send(index)
  }

  acknowledge(index: number): void {
    if (index !== this.acked) this.fault(`message ${index} was acked instead of ${this.acked}`)
    this.acked += 1
    this.ack.add(performance.now() - (this.#sentMs[index] ?? 0))
    this.onAck()
  }

  receive(at: number, index: number): void {
    const expected = this.#got[at] ?? 0
    if (index !== expected) this.fault(`member ${at} got ${index} instead of ${expected}`)
    this.#got[at] = index + 1
    this.delivered += 1
    const single = this.#single
    if (single === undefined) return
    single.left -= 1
    if (single.left === 0) single.done()
  }

  /** One message, until everybody has it. */
  async one(): Promise<void> {
    const sentMs = performance.now()
    await new Promise<void>((done) => {
      this.#single = { left: this.#got.length, done }
      this.send()
    })
    this.#single = undefined
    this.last.add(performance.now() - sentMs)
  }

  async settled(): Promise<void> {
    const endMs = performance.now() + settleMsMax
    while (this.acked < this.sent || this.delivered < this.sent * this.#got.length) {
      if (performance.now() > endMs)
        return this.fault(
          `did not settle: ${this.sent} sent, ${this.acked} acked, ${this.delivered} delivered`,
        )
      await sleep(20)
    }
  }

  fault(text: string): void {
    if (this.faults.length < faultsMax) this.faults.push(text)
  }
}

export interface FloodInput {
  serverPid: number | readonly number[]
  /** As many as it can for so long, then one after the other, each when the last one has reached everybody. */
  warmUpMs: number
  measureMs: number
  window: number
  single: number
}

export interface Flooded {
  deliveries: number
  measuredMs: number
  server: CpuSpent
  loadBusy: number
}

/** As many messages as can be with so many of them without an ack, then one after the other. All of them have arrived. */
export async function flood(tally: Tally, input: FloodInput): Promise<Flooded> {
  const { serverPid, warmUpMs, measureMs, window, single } = input
  tally.onAck = () => {
    while (tally.sent - tally.acked < window) tally.send()
  }
  tally.onAck()
  await sleep(warmUpMs)
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  const ownBefore = process.cpuUsage()
  const deliveredBefore = tally.delivered
  await sleep(measureMs)
  const own = process.cpuUsage(ownBefore)
  const server = cpuBetween(before, sampleCpu(serverPid))
  const measuredMs = performance.now() - startMs
  const deliveries = tally.delivered - deliveredBefore
  tally.onAck = () => {}
  await tally.settled()
  for (let count = 0; count < single; count += 1) await tally.one()
  await tally.settled()
  const loadBusy = (own.user + own.system) / 1_000 / measuredMs
  return { deliveries, measuredMs, server, loadBusy }
}
