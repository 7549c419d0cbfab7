import { setTimeout as sleep } from 'node:timers/promises'
import type { RealServer } from '../soak/real-server.ts'
import { runSoak, soakProblems } from '../soak/run-soak.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import type { Fault, FaultKind, FaultTally, FaultyLoopback } from './faulty-loopback.ts'

export interface DisturbedInput {
  server: RealServer
  loopback: FaultyLoopback
  accounts: number
  /** So many faults, one after the other and some at once. */
  faults: number
  seed: number
  log(text: string): void
}

export interface Disturbed {
  acked: number
  faults: number
  /** Packets that met one, by kind. */
  packets: FaultTally
  problems: string[]
}

/** Each kind once before any comes again. */
const kinds: readonly FaultKind[] = ['loss', 'up', 'down', 'pause', 'reset', 'trickle']
/** A fault begins about this often … */
const everyMs = 500
/** … and lasts at most so long. Some outlast what both sides wait for a sign of life, others do not. */
const lastsMsMax = 9_000
const lossPercentMax = 40
/** How many of the devices meet the same fault. */
const shareMax = 0.5
/** Each line of a device waits about this long between two messages. */
const paceMs = 400
const messagesMin = 200

/** Real devices that talk over three transports while their network fails, each at an address of its own. */
export async function disturbedSoak(input: DisturbedInput): Promise<Disturbed> {
  const { server, loopback, accounts, seed, log } = input
  const before = await loopback.tally()
  let begun = 0
  const result = await runSoak({
    ...{ accounts, seed, server, log, kills: 0, messages: messagesMin, paceMs },
    transports: ['tcp', 'ws', 'http'],
    placeOf: (url, index) => moved(url, placeOf(index)),
    disturb: async () => {
      begun = await disturb(input)
    },
  })
  const after = await loopback.tally()
  const packets = Object.fromEntries(
    kinds.map((kind) => [kind, after[kind] - before[kind]]),
  ) as FaultTally
  const idle = kinds.filter((kind) => packets[kind] === 0)
  const problems = soakProblems(result)
  if (idle.length > 0) problems.push(`no packet met ${idle.join(', ')}: this proves nothing`)
  return { acked: result.acked, faults: begun, packets, problems }
}

/** Resolves when the last fault is over. */
async function disturb({ loopback, accounts, faults, seed, log }: DisturbedInput): Promise<number> {
  const random = new SeededRandom(`network ${seed}`)
  const standing = new Set<Fault[]>()
  const apply = () => loopback.set([...standing].flat())
  const ends: Promise<void>[] = []
  for (let at = 0; at < faults; at += 1) {
    const kind = kinds[at % kinds.length] ?? 'loss'
    const percent = 1 + Math.floor(random.unit() * lossPercentMax)
    const share = random.unit() * shareMax
    const first = Math.floor(random.unit() * accounts)
    const those = Array.from({ length: accounts }, (_, index) => index).filter(
      (index) => index === first || random.chance(share),
    )
    const lastsMs = 200 + random.unit() * lastsMsMax
    const fault = those.map((index) => ({ kind, percent, place: placeOf(index) }))
    standing.add(fault)
    await apply()
    log(`${kind} for ${those.length} devices, ${Math.round(lastsMs)} ms`)
    ends.push(
      sleep(lastsMs).then(() => {
        standing.delete(fault)
        return apply()
      }),
    )
    await sleep(random.unit() * 2 * everyMs)
  }
  await Promise.all(ends)
  return faults
}

/** Where a device finds the server: all of 127.0.0.0/8 is this machine. */
function placeOf(index: number): string {
  return `127.0.${2 + (index >> 7)}.${1 + (index & 127)}`
}

function moved(url: string, host: string): string {
  return url.replace(/\/\/[^:]+:/, `//${host}:`)
}
