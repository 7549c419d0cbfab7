import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import type { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface LoginInput {
  endpoint: Endpoint
  serverPid: number
  /** 0 unless said. */
  firstUser?: number
  users: number
  /** How often each of them comes back: once unless said. */
  times?: number
  /** How many of them open at once. */
  openingMax: number
  /** Undefined: some have more than others. */
  conversationsExpected?: number
}

export interface LoginResult {
  logins: number
  server: CpuSpent
  tookMs: number
  /** With a sync from nothing, all its pages. */
  firstMs: Percentiles
  loginMs: Percentiles
  replyBytes: number
  faults: string[]
}

/** Each user syncs once from nothing; then all are gone, and come back with what they knew: that is measured. */
export async function loginLoad(input: LoginInput): Promise<LoginResult> {
  const { endpoint, firstUser = 0, users, times = 1, openingMax, serverPid } = input
  const all = { endpoint, firstUser, users, openingMax }
  const faults: string[] = []
  const tokens = new Map<number, Uint8Array>()
  const firstTook = new Samples()
  const first = new Crowd()
  await first.join(all, async (peer) => {
    const fromMs = performance.now()
    await peer.login()
    const { conversations, token } = await syncedFromNothing(peer)
    firstTook.add(performance.now() - fromMs)
    if (conversations !== (input.conversationsExpected ?? conversations))
      faults.push(`user ${peer.user} has ${conversations} conversations`)
    tokens.set(peer.user, token)
  })
  first.leave()
  await new Promise((resolve) => setTimeout(resolve, 1_000))

  const took = new Samples()
  let replyBytes = 0
  const crowds: Crowd[] = []
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  for (let time = 0; time < times; time += 1) {
    crowds.at(-1)?.leave()
    const crowd = new Crowd()
    crowds.push(crowd)
    await crowd.join(all, async (peer) => {
      const fromMs = performance.now()
      await peer.login()
      const reply = await peer.ask('sync', { token: tokens.get(peer.user) ?? new Uint8Array(0) })
      took.add(performance.now() - fromMs)
      if (reply.full || reply.conversations.length > 0) faults.push('something had changed')
      replyBytes += reply.generation.length + reply.token.length
    })
  }
  const server = cpuBetween(before, sampleCpu(serverPid))
  const tookMs = performance.now() - startMs
  crowds.at(-1)?.leave()
  const lost = crowds.reduce((sum, crowd) => sum + crowd.lost, 0)
  if (lost > 0) faults.push(`${lost} connections were lost`)
  const logins = users * times
  return {
    ...{ logins, server, tookMs, replyBytes: replyBytes / logins, faults },
    ...{ firstMs: firstTook.percentiles(), loginMs: took.percentiles() },
  }
}

async function syncedFromNothing(
  peer: Peer,
): Promise<{ conversations: number; token: Uint8Array }> {
  let conversations = 0
  for (let page: Uint8Array | undefined; ;) {
    const reply = await peer.ask('sync', page === undefined ? {} : { page })
    conversations += reply.conversations.length
    if (reply.nextPage.length === 0) return { conversations, token: reply.token }
    page = reply.nextPage
  }
}
