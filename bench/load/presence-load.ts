import { setTimeout as sleep } from 'node:timers/promises'
import { pushes, wire } from '@parley/protocol'
import { accountId } from '../lab/accounts.ts'
import { cpuBetween, sampleCpu } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface PresenceInput {
  endpoint: Endpoint
  serverPid: number
  users: number
  /** Each has so many others on its screen, all of whom are online. */
  contacts: number
  flipsPerSecond: number
  measureMs: number
}

export interface PresenceResult {
  flips: number
  /** One account told to one session. */
  told: number
  /** Of the flips alone: what the same crowd costs at rest is taken off. */
  flipsUs: number
  seenMs: Percentiles
  faults: string[]
}

const openingMax = 64
/** Changes are gathered for a second, and told in rounds. */
const settleMs = 8_000
const { PRESENCE_STATUS_BUSY: busy, PRESENCE_STATUS_ONLINE: online } = wire.PresenceStatus

/** Everybody is online and looks at some others; some change what they show. */
export async function presenceLoad(input: PresenceInput): Promise<PresenceResult> {
  const { endpoint, serverPid, users, contacts, flipsPerSecond, measureMs } = input
  const crowd = new Crowd()
  const faults: string[] = []
  const seen = new Samples()
  const statuses = new Map<number, { status: number; flippedMs: number }>()
  const shown = new Map<string, number>()
  let told = 0
  await crowd.join({ endpoint, firstUser: 0, users, openingMax }, async (peer) => {
    await peer.login()
    peer.onPush = (command, body) => {
      if (command !== pushes.presence.id) return
      for (const { account, status } of wire.PresencePush.decode(body).presences) {
        told += 1
        shown.set(`${peer.user} ${account}`, status ?? 0)
        const flip = statuses.get(account ?? 0)
        if (flip !== undefined && flip.status === status)
          seen.add(performance.now() - flip.flippedMs)
      }
    }
    const accounts = contactsOf(peer.user, users, contacts)
    const { presences } = await peer.ask('subscribePresence', { accounts })
    for (const { account, status } of presences) shown.set(`${peer.user} ${account}`, status ?? 0)
  })
  await sleep(settleMs)
  const rest = await spent(serverPid, measureMs, () => sleep(measureMs))
  told = 0
  let flips = 0
  const all = await spent(serverPid, measureMs + settleMs, async () => {
    const everyMs = 1_000 / flipsPerSecond
    const untilMs = performance.now() + measureMs
    for (let dueMs = performance.now(); dueMs < untilMs; dueMs += everyMs) {
      await sleep(Math.max(0, dueMs - performance.now()))
      const peer = crowd.peers[Math.floor(Math.random() * users)]
      if (peer === undefined) continue
      flips += 1
      await flip(peer, statuses)
    }
    await sleep(settleMs)
  })
  for (const { user } of crowd.peers) {
    for (const account of contactsOf(user, users, contacts)) {
      const is = statuses.get(account)?.status ?? online
      if (shown.get(`${user} ${account}`) !== is)
        faults.push(`user ${user} does not see ${account}`)
    }
  }
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  crowd.leave()
  const restUs = (rest * (measureMs + settleMs)) / measureMs
  return { flips, told, flipsUs: all - restUs, seenMs: seen.percentiles(), faults }
}

async function flip(
  peer: Peer,
  statuses: Map<number, { status: number; flippedMs: number }>,
): Promise<void> {
  const account = accountId(peer.user)
  const status = statuses.get(account)?.status === busy ? online : busy
  statuses.set(account, { status, flippedMs: performance.now() })
  await peer.ask('setAccountSettings', { settings: { status } })
}

async function spent(pid: number, forMs: number, run: () => Promise<unknown>): Promise<number> {
  const before = sampleCpu(pid)
  const startMs = performance.now()
  await run()
  const tookMs = performance.now() - startMs
  // NOTE scaled to the time that was meant, so that both can be compared.
  return (cpuBetween(before, sampleCpu(pid)).us * forMs) / tookMs
}

function contactsOf(user: number, users: number, contacts: number): number[] {
  return Array.from({ length: contacts }, (_, step) => accountId((user + 1 + step) % users))
}
