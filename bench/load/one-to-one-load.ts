import { setTimeout as sleep } from 'node:timers/promises'
import { requestsInFlightMax } from '@parley/protocol'
import { sampleCpu, cpuBetween, type CpuSpent } from '../lab/proc.ts'
import { audit } from './audit.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import { Pair, type Measuring } from './pair.ts'
import { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface OneToOneInput {
  endpoint: Endpoint
  /** Of all that belongs to the server. */
  serverPid: number | readonly number[]
  firstUser: number
  /** Online; every even one sends to the next. */
  users: number
  /** Every second receiver is away while it is measured, and reads its log when it is back. */
  isHalfAway?: boolean
  /** More devices of each user, which are sent to as well. */
  moreDevices?: number
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

export type OneToOneCrowd = Pick<
  OneToOneInput,
  'endpoint' | 'firstUser' | 'users' | 'isHalfAway' | 'moreDevices'
>
export type OneToOneTalk = Omit<OneToOneInput, keyof OneToOneCrowd>

interface Arrived {
  input: OneToOneCrowd
  crowd: Crowd
  pairs: Pair[]
  others: OtherDevice[]
  measuring: Measuring
  samples: { ack: Samples; endToEnd: Samples }
}

let arrived: Arrived | undefined

export async function oneToOneLoad(input: OneToOneInput): Promise<OneToOneResult> {
  await oneToOneArrive(input)
  return oneToOneTalk(input)
}

/** All come online, and each pair has its conversation: so that several processes begin to talk at the same time. */
export async function oneToOneArrive(input: OneToOneCrowd): Promise<void> {
  const { endpoint, users, firstUser } = input
  const crowd = new Crowd()
  await crowd.join({ endpoint, firstUser, users, openingMax: 64 })
  const peers = crowd.peers.toSorted((a, b) => a.user - b.user)
  const samples = { ack: new Samples(), endToEnd: new Samples() }
  const measuring: Measuring = { on: false, ...samples, delivered: 0, sent: 0, faults: [] }
  const pairs = Array.from({ length: users / 2 }, (_, number) => {
    const [sender, receiver] = peers.slice(2 * number, 2 * number + 2)
    if (sender === undefined || receiver === undefined) throw new Error('a pair is not complete')
    return new Pair(firstUser + number, sender, receiver, measuring)
  })
  for (const pair of pairs) await pair.prepare()
  const others = await moreDevices(input, crowd)
  if (input.isHalfAway === true) {
    const away = pairs.filter((_, number) => number % 2 === 0)
    for (const pair of away) pair.isReceiverAway = true
    crowd.drop(away.map(({ receiver }) => receiver))
  }
  arrived = { input, crowd, pairs, others, measuring, samples }
}

/** Those who have come talk, and are measured. Then every log is read, and they go. */
export async function oneToOneTalk(talk: OneToOneTalk): Promise<OneToOneResult> {
  if (arrived === undefined) throw new Error('nobody has arrived')
  const { input, crowd, pairs, others, measuring, samples } = arrived
  arrived = undefined
  const { shape } = talk
  const stop = 'closed' in shape ? closed(pairs, shape.closed) : open(pairs, shape.open)
  await sleep(talk.warmUpMs)
  const measured = await measure(talk, measuring)
  stop()
  await settled(pairs, measuring)
  await comeBack(pairs, input.endpoint)
  const untold = others.filter(({ pushed }) => pushed === 0).length
  if (untold > 0) measuring.faults.push(`${untold} more devices were told nothing`)
  const audited = await audit(pairs, measuring.faults)
  if (crowd.lost > 0) measuring.faults.push(`${crowd.lost} connections were lost`)
  crowd.leave()
  for (const { receiver, isReceiverAway } of pairs) if (isReceiverAway) receiver.destroy()
  return {
    ...measured,
    ackMs: samples.ack.percentiles(),
    endToEndMs: samples.endToEnd.percentiles(),
    audited,
    faults: measuring.faults,
  }
}

interface OtherDevice {
  pushed: number
}

/** The other devices of everybody, which only listen. They stay within the crowd. */
async function moreDevices(input: OneToOneCrowd, crowd: Crowd): Promise<OtherDevice[]> {
  const { endpoint, firstUser, users, moreDevices: each = 0 } = input
  const others: OtherDevice[] = []
  for (let user = firstUser; user < firstUser + users; user += 1) {
    for (let number = 1; number <= each; number += 1) {
      const other: OtherDevice = { pushed: 0 }
      const peer = new Peer(endpoint, user, number)
      await peer.login()
      peer.onPush = () => (other.pushed += 1)
      peer.onClosed = () => (crowd.lost += 1)
      crowd.peers.push(peer)
      others.push(other)
    }
  }
  return others
}

/** Those who were away, to read what they have missed. */
async function comeBack(pairs: readonly Pair[], endpoint: Endpoint): Promise<void> {
  for (const pair of pairs) {
    if (!pair.isReceiverAway) continue
    pair.receiver = new Peer(endpoint, pair.receiver.user)
    await pair.receiver.login()
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

/**
 * Sends arrive as by chance, whatever became of the former ones. One that would be more than a client may have under way
 * waits for its turn, and is late by that.
 */
export function open(pairs: readonly Sending[], { perSecond }: { perSecond: number }): () => void {
  let stopped = false
  let dueMs = performance.now()
  const held = pairs.map((): number[] => [])
  for (const [place, pair] of pairs.entries()) {
    pair.onAck = () => {
      const nextMs = stopped ? undefined : held[place]?.shift()
      if (nextMs !== undefined) pair.send(nextMs)
    }
  }
  const run = () => {
    if (stopped) return
    for (const nowMs = performance.now(); dueMs <= nowMs;) {
      const place = Math.floor(Math.random() * pairs.length)
      const pair = pairs[place]
      if ((pair?.inFlight ?? 0) < requestsInFlightMax) pair?.send(dueMs)
      else held[place]?.push(dueMs)
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
