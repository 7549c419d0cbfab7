import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Samples, type Percentiles } from '../load/samples.ts'
import { peerUser, PeerCrowd, quiet } from './crowd.ts'
import { firstVisits, type Visitors } from './first-visits.ts'
import { attributeOf } from './stanzas.ts'

export interface PeerLoginResult {
  server: CpuSpent
  tookMs: number
  /** Until so many of a hundred were online. */
  until99Ms: number
  loginMs: Percentiles
  faults: string[]
}

/** All have been there, are killed, and come back with what they know: that is measured, until the server is at rest. */
export async function peerLoginLoad(input: Visitors): Promise<PeerLoginResult> {
  const { at, prefix, users, openingMax, contacts } = input
  const faults: string[] = []
  const known = await firstVisits(input, faults)
  const took = new Samples()
  const onlineMs: number[] = []
  /** By name: who was seen. */
  const seen = new Map<string, Set<string>>()
  using crowd = new PeerCrowd()
  const startMs = performance.now()
  const before = sampleCpu(at.serverPid)
  await crowd.join(users, openingMax, async (number, lost) => {
    const name = `${prefix}${number}`
    const others = new Set<string>()
    seen.set(name, others)
    const fromMs = performance.now()
    const user = peerUser(at, name, {
      lost,
      received: () => faults.push(`${name} had missed something`),
      presence: (stanza) => others.add(attributeOf(stanza, 'from')?.split('@')[0] ?? ''),
    })
    const { contacts: told } = await user.visit(known.get(name), 0)
    took.add(performance.now() - fromMs)
    onlineMs.push(performance.now() - startMs)
    if (told > 0) faults.push(`${name} was told of contacts that it knew`)
    return user
  })
  const tookMs = performance.now() - startMs
  await quiet(at.serverPid)
  const server = cpuBetween(before, sampleCpu(at.serverPid))
  for (const [name, others] of seen) {
    // NOTE a server may tell a user of itself.
    others.delete(name)
    if (others.size !== contacts) faults.push(`${name} saw ${others.size} of ${contacts}`)
  }
  if (crowd.lost > 0) faults.push(`${crowd.lost} connections were lost`)
  const until99Ms = onlineMs[Math.ceil(0.99 * users) - 1] ?? Number.NaN
  return { server, tookMs, until99Ms, loginMs: took.percentiles(), faults }
}
