import { setTimeout as sleep } from 'node:timers/promises'
import { sampleCpu, cpuBetween, type CpuSpent } from '../lab/proc.ts'
import { audit } from './audit.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import { Pair, type Measuring } from './pair.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface OneToOneInput {
  endpoint: Endpoint
  /** Of all that belongs to the server. */
  serverPid: number | readonly number[]
  firstUser: number
  /** Online; every even one sends to the next. */
  users: number
  shape: { closed: { window: number } } | { open: { perSecond: number } }
  warmUpMs: number
  measureMs: number
}

export interface OneToOneResult extends Measured {
  ackMs: Percentiles
  endToEndMs: Percentiles
  audited: number
  faults: string[]
}

const settleMsMax = 15_000

export async function oneToOneLoad(input: OneToOneInput): Promise<OneToOneResult> {
  const { endpoint, users, firstUser, shape } = input
  const crowd = new Crowd()
  await crowd.join({ endpoint, firstUser, users, openingMax: 64 })
  const peers = crowd.peers.toSorted((a, b) => a.user - b.user)
  const measuring: Measuring = {
    ...{
      on: false,
      ack: new Samples(),
      endToEnd: new Samples(),
      delivered: 0,
      sent: 0,
      faults: [],
    },
  }
  const pairs = Array.from({ length: users / 2 }, (_, number) => {
    const [sender, receiver] = peers.slice(2 * number, 2 * number + 2)
    if (sender === undefined || receiver === undefined) throw new Error('a pair is not complete')
    return new Pair(number, sender, receiver, measuring)
  })
  for (const pair of pairs) await pair.prepare()

  const stop = 'closed' in shape ? closed(pairs, shape.closed) : open(pairs, shape.open)
  await sleep(input.warmUpMs)
  const measured = await measure(input, measuring)
  stop()
  await settled(pairs, measuring)
  const audited = await audit(pairs, measuring.faults)
  if (crowd.lost > 0) measuring.faults.push(`${crowd.lost} connections were lost`)
  crowd.leave()
  return {
    ...measured,
    ackMs: measuring.ack.percentiles(),
    endToEndMs: measuring.endToEnd.percentiles(),
    audited,
    faults: measuring.faults,
  }
}

export interface Measured {
  measuredMs: number
  delivered: number
  server: CpuSpent
  loadBusy: number
}

/** Counts for as long as was asked, and what both ends used meanwhile. */
export async function measure(
  { serverPid, measureMs }: Pick<OneToOneInput, 'serverPid' | 'measureMs'>,
  measuring: Pick<Measuring, 'on' | 'delivered'>,
): Promise<Measured> {
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  const ownBefore = process.cpuUsage()
  measuring.on = true
  await sleep(measureMs)
  measuring.on = false
  const own = process.cpuUsage(ownBefore)
  const server = cpuBetween(before, sampleCpu(serverPid))
  const measuredMs = performance.now() - startMs
  const { delivered } = measuring
  return { measuredMs, delivered, server, loadBusy: (own.user + own.system) / 1_000 / measuredMs }
}

/** What a shape of load needs of a pair, ours or a peer's. */
export interface Sending {
  readonly inFlight: number
  onAck: () => void
  send(intendedMs: number): void
}

/** Every sender keeps `window` messages without an ack. */
export function closed(pairs: readonly Sending[], { window }: { window: number }): () => void {
  let stopped = false
  for (const pair of pairs) {
    pair.onAck = () => {
      while (!stopped && pair.inFlight < window) pair.send(performance.now())
    }
    pair.onAck()
  }
  return () => (stopped = true)
}

/** Sends arrive as by chance, whatever became of the former ones. */
export function open(pairs: readonly Sending[], { perSecond }: { perSecond: number }): () => void {
  let stopped = false
  let dueMs = performance.now()
  const run = () => {
    if (stopped) return
    for (const nowMs = performance.now(); dueMs <= nowMs;) {
      pairs[Math.floor(Math.random() * pairs.length)]?.send(dueMs)
      dueMs -= (Math.log(1 - Math.random()) * 1_000) / perSecond
    }
    setImmediate(run)
  }
  run()
  return () => (stopped = true)
}

async function settled(pairs: readonly Pair[], { faults }: Measuring): Promise<void> {
  const endMs = performance.now() + settleMsMax
  while (!pairs.every((pair) => pair.isSettled)) {
    if (performance.now() > endMs) {
      const left = pairs.filter((pair) => !pair.isSettled)
      const [pair] = left
      const state = `${pair?.sent} sent, ${pair?.acked} acked, ${pair?.delivered} delivered`
      faults.push(`${left.length} pairs did not settle: ${state}, ${pair?.receipted} receipted`)
      return
    }
    await sleep(20)
  }
}
