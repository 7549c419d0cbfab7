import { pageEntriesMax, type ReplyRead } from '@parley/protocol'
import { cpuBetween, residentBytes, restartPeak, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface ReturnInput {
  endpoint: Endpoint
  serverPid: number
  firstUser: number
  users: number
  openingMax: number
  messagesEach: number
  /** How often they come, once unless said: each time as for the first time, since nothing says what they have got. */
  times?: number
  /** Others who come back before, not counted: a server that has just started spends most on compiling itself. */
  warmUp?: { firstUser: number; users: number }
}

export interface ReturnResult {
  messages: number
  server: CpuSpent
  loadBusy: number
  tookMs: number
  /** Connect to the last message applied. */
  returnMs: Percentiles
  /** Resident memory of the server before they came, and at most while they did. */
  residentBytes: { before: number; peak: number }
  faults: string[]
}

const newestAtOnce = 50

/** Users come back and read everything that they have missed. */
export async function returnLoad(input: ReturnInput): Promise<ReturnResult> {
  const { endpoint, firstUser, users, openingMax, serverPid, messagesEach, times = 1 } = input
  await warmUp(input)
  const faults: string[] = []
  const took = new Samples()
  let messages = 0
  restartPeak(serverPid)
  const { now: residentBefore } = residentBytes(serverPid)
  const startMs = performance.now()
  const ownBefore = process.cpuUsage()
  const before = sampleCpu(serverPid)
  for (let time = 0; time < times; time += 1) {
    const crowd = new Crowd()
    await crowd.join({ endpoint, firstUser, users, openingMax }, async (peer) => {
      const fromMs = performance.now()
      await peer.login()
      const applied = await catchUp(peer, faults)
      took.add(performance.now() - fromMs)
      if (applied !== messagesEach) faults.push(`user ${peer.user} applied ${applied}`)
      messages += applied
    })
    crowd.leave()
  }
  const server = cpuBetween(before, sampleCpu(serverPid))
  const tookMs = performance.now() - startMs
  const own = process.cpuUsage(ownBefore)
  const loadBusy = (own.user + own.system) / 1_000 / tookMs
  const { peak } = residentBytes(serverPid)
  return {
    ...{ messages, server, loadBusy, tookMs, returnMs: took.percentiles(), faults },
    residentBytes: { before: residentBefore, peak },
  }
}

async function warmUp({ endpoint, openingMax, warmUp }: ReturnInput): Promise<void> {
  if (warmUp === undefined) return
  const crowd = new Crowd()
  const faults: string[] = []
  await crowd.join({ endpoint, ...warmUp, openingMax }, async (peer) => {
    await peer.login()
    await catchUp(peer, faults)
  })
  crowd.leave()
  if (faults.length > 0) throw new Error(`warming up: ${faults[0]}`)
}

async function catchUp(peer: Peer, faults: string[]): Promise<number> {
  let applied = 0
  for (let page: Uint8Array | undefined; ;) {
    const asked = page === undefined ? {} : { page }
    const reply = await peer.ask('sync', { entriesPerConversation: newestAtOnce, ...asked })
    const rest = reply.conversations.map((view) => pullBefore(peer, view, faults))
    for (const { entries } of reply.conversations) applied += entries?.length ?? 0
    for (const pulled of await Promise.all(rest)) applied += pulled
    if (reply.nextPage.length === 0) return applied
    page = reply.nextPage
  }
}

/** What lies before the entries that came with the sync. */
async function pullBefore(
  peer: Peer,
  view: ReplyRead<'sync'>['conversations'][number],
  faults: string[],
): Promise<number> {
  const { conversation } = view
  let upTo = (view.entries?.[0]?.seq ?? (view.headSeq ?? 0) + 1) - 1
  let applied = 0
  while (upTo >= (view.firstSeq ?? 1)) {
    const asked = { target: { conversation }, fromSeq: upTo, limit: pageEntriesMax, backward: true }
    const { entries } = await peer.ask('pull', asked)
    const [first] = entries
    if (first === undefined || entries.at(-1)?.seq !== upTo) {
      faults.push(`a page up to ${upTo} of conversation ${conversation} does not join`)
      return applied
    }
    applied += entries.length
    upTo = (first.seq ?? 1) - 1
  }
  return applied
}
