import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Crowd } from './crowd.ts'
import type { Endpoint } from './endpoint.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface LoginInput {
  endpoint: Endpoint
  serverPid: number
  users: number
  /** How many of them open at once. */
  openingMax: number
  conversationsExpected: number
}

export interface LoginResult {
  logins: number
  server: CpuSpent
  tookMs: number
  loginMs: Percentiles
  replyBytes: number
  faults: string[]
}

/** Each user syncs once from nothing; then all are gone, and come back with what they knew: that is measured. */
export async function loginLoad(input: LoginInput): Promise<LoginResult> {
  const { endpoint, users, openingMax, serverPid } = input
  const faults: string[] = []
  const tokens = new Map<number, Uint8Array>()
  const first = new Crowd()
  await first.join({ endpoint, firstUser: 0, users, openingMax }, async (peer) => {
    await peer.login()
    const { conversations, token } = await peer.ask('sync', {})
    if (conversations.length !== input.conversationsExpected)
      faults.push(`user ${peer.user} has ${conversations.length} conversations`)
    tokens.set(peer.user, token)
  })
  first.leave()
  await new Promise((resolve) => setTimeout(resolve, 1_000))

  const took = new Samples()
  let replyBytes = 0
  const crowd = new Crowd()
  const startMs = performance.now()
  const before = sampleCpu(serverPid)
  await crowd.join({ endpoint, firstUser: 0, users, openingMax }, async (peer) => {
    const fromMs = performance.now()
    await peer.login()
    const reply = await peer.ask('sync', { token: tokens.get(peer.user) ?? new Uint8Array(0) })
    took.add(performance.now() - fromMs)
    if (reply.full || reply.conversations.length > 0) faults.push('something had changed')
    replyBytes += reply.generation.length + reply.token.length
  })
  const server = cpuBetween(before, sampleCpu(serverPid))
  const tookMs = performance.now() - startMs
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  crowd.leave()
  const loginMs = took.percentiles()
  return { logins: users, server, tookMs, loginMs, replyBytes: replyBytes / users, faults }
}
