import { setTimeout as sleep } from 'node:timers/promises'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { measureFloor } from '../lab/floor.ts'
import { cpuBetween, pssBytes, sampleCpu } from '../lab/proc.ts'
import { quietPlan, removeFolder, seededFolder, type SeedPlan } from '../lab/seed.ts'
import { startBenchServer, type BenchServer } from '../lab/server.ts'
import type { SoakLoadResult } from '../load/soak-load.ts'
import { freePort } from '../peers/private.ts'

const scenario = 'soak'
const users = 200
const group = 1_000
const mib = 1_048_576

interface Length {
  /** The server is killed at the end of each but the last. */
  epochs: number
  epochMs: number
}

const quick: Length = { epochs: 3, epochMs: 20_000 }
/** NOTE below an hour with what is before and after. */
const full: Length = { epochs: 5, epochMs: 600_000 }
/** About half of what one core does of it together; what was used is a figure. */
const rates = { messagesPerSecond: 1_000, postsPerSecond: 20, flipsPerSecond: 2 }
const watchedEach = 20

interface Epoch {
  /** After a collection, a tenth into the epoch and at its end. */
  firstBytes: number
  lastBytes: number
  usedShare: number
  startMs: number
}

/** B8: messages, a group and presence together, the server killed again and again; nothing acked is lost, nothing grows. */
export async function soak(bench: Bench): Promise<void> {
  await bench.cell('soak', () => measure(bench))
}

async function measure(bench: Bench): Promise<void> {
  const plan: SeedPlan = {
    ...{ ...quietPlan, users: bench.plan.users, messagesPerPair: bench.plan.messagesPerPair },
    groups: [{ id: group, firstUser: 0, members: users }],
  }
  const data = await seededFolder(plan, (text) => bench.say(text))
  bench.report.floor = await measureFloor(bench.load)
  bench.report.floors.push(bench.report.floor)
  const length = bench.full ? full : quick
  const settings = { 'tcp-port': String(await freePort()) }
  const start = () => startBenchServer({ data, settings })
  let server = await start()
  try {
    const loaded = bench.load.run('soakLoad', {
      ...{ endpoint: tcpEndpoint(server), users, group, watchedEach, ...rates },
      forMs: length.epochs * length.epochMs,
    })
    // NOTE a fault of the load is told when it is waited for.
    loaded.catch(() => {})
    const epochs: Epoch[] = []
    let startMs = 0
    for (let count = 1; ; count += 1) {
      epochs.push({ ...(await watch(server, length.epochMs)), startMs })
      if (count === length.epochs) break
      await server.kill()
      const fromMs = performance.now()
      server = await start()
      startMs = performance.now() - fromMs
    }
    tell(bench, length, await loaded, epochs)
  } finally {
    await server.stop()
    removeFolder(data)
  }
}

async function watch(server: BenchServer, forMs: number): Promise<Omit<Epoch, 'startMs'>> {
  const untilMs = performance.now() + forMs
  await sleep(forMs / 10)
  await server.collectGarbage()
  const firstBytes = pssBytes(server.pid)
  const before = sampleCpu(server.pid)
  const startMs = performance.now()
  // NOTE the last look takes a collection, which waits a second for itself.
  await sleep(Math.max(0, untilMs - performance.now() - 1_500))
  const { us } = cpuBetween(before, sampleCpu(server.pid))
  const usedShare = us / 1_000 / (performance.now() - startMs)
  await server.collectGarbage()
  return { firstBytes, lastBytes: pssBytes(server.pid), usedShare }
}

function tell(
  bench: Bench,
  length: Length,
  result: SoakLoadResult,
  epochs: readonly Epoch[],
): void {
  const { acked, audited, outages, calmMs, endToEndMs, postsDelivered, flips } = result
  bench.faults(scenario, result.faults)
  if (outages.length < length.epochs - 1)
    bench.faults(scenario, [`${outages.length} outages for ${length.epochs - 1} kills`])
  bench.detail(scenario, { ...result, epochs, rates })
  bench.say(
    `${acked} acked, ${audited} read back, ${postsDelivered} posts delivered, ${flips} flips`,
  )
  const ms = { scenario, unit: 'ms' }
  bench.figure({ ...ms, name: 'end to end p99 while nothing was down', value: calmMs.p99 })
  bench.figure({ ...ms, name: 'worst pause while nothing was down', value: calmMs.max })
  bench.figure({ ...ms, name: 'worst wait over a kill', value: endToEndMs.max })
  const worst = (values: number[]) => Math.max(...values)
  const until99 = worst(outages.map(({ until99Ms }) => until99Ms))
  bench.figure({ ...ms, name: 'kill until 99 % are back', value: until99 })
  const started = worst(epochs.map(({ startMs }) => startMs))
  bench.figure({ ...ms, name: 'start on the store that was left', value: started })
  const used = epochs.reduce((sum, { usedShare }) => sum + usedShare, 0) / epochs.length
  bench.figure({ scenario, name: 'server CPU used', value: 100 * used, unit: '% of a core' })
  const grown = epochs.map(({ firstBytes, lastBytes }) => (lastBytes - firstBytes) / mib)
  const perHour = (worst(grown) * 3_600_000) / (0.9 * length.epochMs)
  const note = `in the worst of ${epochs.length} parts of ${length.epochMs / 1_000} s, per hour`
  bench.figure({ scenario, name: 'memory gained', value: perHour, unit: 'MiB', note })
}
