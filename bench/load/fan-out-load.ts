import { setTimeout as sleep } from 'node:timers/promises'
import { pushes, wire } from '@parley/protocol'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import { GroupTalk, type GroupsMeasuring } from './group-talk.ts'
import { comeBack } from './groups-come-back.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'
import { spanSince, type Span } from './timed-samples.ts'

export interface FanOutInput {
  endpoint: Endpoint
  serverPid: number
  groups: readonly LoadedGroup[]
  /** Nothing for so long, as many as they can, then one in each group at once, again when all of these have reached everybody. */
  restMs: number
  warmUpMs: number
  measureMs: number
  /** Messages without an ack, of each group. */
  window: number
  single: number
}

export interface LoadedGroup {
  group: number
  /** Users from here on are its members, the first `online` of them online, the others away. */
  firstUser: number
  members: number
  online: number
  /** One of those online. */
  sender: number
}

export interface FanOutResult {
  deliveries: number
  /** That were acked while it was measured. */
  messages: number
  measuredMs: number
  server: CpuSpent
  loadBusy: number
  ackMs: Percentiles
  /** From a send to its push at the member that gets it last. */
  lastMs: Percentiles
  spans: { rest: Span; flood: Span }
  sent: number
  /** Members who were away and have read the whole log of each of their groups. */
  cameBack: number
  faults: string[]
}

const openingMax = 64
const faultsMax = 20

/**
 * One sender for each group, many who get it; every member's pushes are counted, each message once and in order, and every log is
 * read, by one who was online and by some who were away.
 */
export async function fanOutLoad(input: FanOutInput): Promise<FanOutResult> {
  const { endpoint, groups } = input
  const faults: string[] = []
  const measuring: GroupsMeasuring = {
    ...{ delivered: 0, ack: new Samples(), last: new Samples() },
    fault: (text) => void (faults.length < faultsMax && faults.push(text)),
  }
  const crowd = new Crowd()
  try {
    const online = await arrive(crowd, endpoint, groups)
    const talks = groups.map((one) => talkOf(one, online, measuring))
    listen(crowd.peers, talks, measuring)
    for (const talk of talks) await talk.prepare()
    const restMs = performance.now()
    await sleep(input.restMs)
    const rest = spanSince(restMs)
    const measured = await flood(talks, measuring, input)
    // NOTE after a fault it is void: nothing is waited for any longer.
    for (let count = 0; count < input.single && faults.length === 0; count += 1)
      await Promise.all(talks.map((talk) => talk.one()))
    if (faults.length === 0) await Promise.all(talks.map((talk) => talk.settled()))
    for (const [at, { firstUser, online: there }] of groups.entries()) {
      const reader = online.get(firstUser + there - 1)
      if (reader !== undefined) await talks[at]?.audit(reader)
    }
    const cameBack = await comeBack(input, talks, measuring)
    if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
    return {
      ...{ ...measured, spans: { rest, flood: measured.span } },
      ackMs: measuring.ack.percentiles(),
      lastMs: measuring.last.percentiles(),
      sent: talks.reduce((sum, { sent }) => sum + sent, 0),
      ...{ cameBack, faults },
    }
  } finally {
    crowd.leave()
  }
}

/** @returns who is online, by user. Groups have the same members, or none in common. */
async function arrive(
  crowd: Crowd,
  endpoint: Endpoint,
  groups: readonly LoadedGroup[],
): Promise<Map<number, Peer>> {
  const crowds = new Map(groups.map(({ firstUser, online }) => [firstUser, online]))
  for (const [firstUser, users] of crowds)
    await crowd.join({ endpoint, firstUser, users, openingMax })
  return new Map(crowd.peers.map((peer) => [peer.user, peer]))
}

function talkOf(
  { group, firstUser, online: there, sender }: LoadedGroup,
  online: ReadonlyMap<number, Peer>,
  measuring: GroupsMeasuring,
): GroupTalk {
  const users = Array.from({ length: there }, (_, at) => firstUser + at)
  const sends = online.get(sender)
  if (sends === undefined) throw new Error('nobody is there to send')
  const receivers = users.filter((user) => user !== sender)
  return new GroupTalk(group, sends, receivers, measuring)
}

function listen(
  peers: readonly Peer[],
  talks: readonly GroupTalk[],
  { fault }: GroupsMeasuring,
): void {
  const byGroup = new Map(talks.map((talk) => [talk.group, talk]))
  for (const peer of peers) {
    peer.onPush = (command, bytes) => {
      if (command !== pushes.entry.id) return
      const { conversation, entry } = wire.EntryPush.decode(bytes)
      const talk = byGroup.get(conversation)
      if (talk === undefined || !entry?.clientId) fault(`user ${peer.user} got a wrong push`)
      else talk.received(peer.user, entry.clientId)
    }
  }
}

async function flood(
  talks: readonly GroupTalk[],
  measuring: GroupsMeasuring,
  { serverPid, warmUpMs, measureMs, window }: FanOutInput,
) {
  const acked = () => talks.reduce((sum, talk) => sum + talk.acked, 0)
  for (const talk of talks) {
    talk.onAck = () => {
      while (talk.sent - talk.acked < window) talk.send()
    }
    talk.onAck()
  }
  await sleep(warmUpMs)
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  const ownBefore = process.cpuUsage()
  const deliveredBefore = measuring.delivered
  const ackedBefore = acked()
  await sleep(measureMs)
  const own = process.cpuUsage(ownBefore)
  const server = cpuBetween(before, sampleCpu(serverPid))
  const measuredMs = performance.now() - startMs
  const deliveries = measuring.delivered - deliveredBefore
  const messages = acked() - ackedBefore
  const span = spanSince(startMs)
  for (const talk of talks) talk.onAck = () => {}
  await Promise.all(talks.map((talk) => talk.settled()))
  return {
    ...{ deliveries, messages, measuredMs, server, span },
    loadBusy: (own.user + own.system) / 1_000 / measuredMs,
  }
}
