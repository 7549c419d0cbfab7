// One cell of the messages or one other cost, measured once, as a line of JSON: what compare.ts alternates.
//
//   node bench/cell.ts w1|open|deep|login|return
import { tcpEndpoint, Bench } from './lab/bench.ts'
import { measureFloor } from './lab/floor.ts'
import { startLoad } from './lab/load.ts'
import type { CpuSpent } from './lab/proc.ts'
import { newReport } from './lab/report.ts'
import { firstReturner } from './lab/seed.ts'
import type { OneToOneInput } from './load/one-to-one-load.ts'

export interface CellResult {
  echoUs: number
  /** Messages or logins that the server's CPU is divided by. */
  count: number
  tookMs: number
  server: CpuSpent
  latencyMs: { p50: number; p99: number }
  faults: string[]
}

type Run = (bench: Bench) => Promise<Omit<CellResult, 'echoUs'>>

const warmUpMs = 3_000
const measureMs = 4_000

const runs: Record<string, Run> = {
  w1: (bench) => messages(bench, 200, { closed: { window: 1 } }),
  open: (bench) => messages(bench, 200, { open: { perSecond: 1_500 } }),
  deep: (bench) => messages(bench, 400, { closed: { window: 16 } }),
  login: (bench) =>
    bench.withServer({}, async (server) => {
      const { ringUsers: users, ringNeighbours } = bench.plan
      const conversationsExpected = 2 * ringNeighbours
      const result = await bench.load.run('loginLoad', {
        ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, users, openingMax: 256 },
        conversationsExpected,
      })
      return { ...result, count: result.logins, latencyMs: result.loginMs }
    }),
  return: (bench) =>
    bench.withServer({}, async (server) => {
      const { plan } = bench
      const result = await bench.load.run('returnLoad', {
        ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, openingMax: 64 },
        ...{ firstUser: firstReturner(plan), users: plan.returners },
        messagesEach: plan.missedMessages,
        warmUp: { firstUser: 0, users: plan.ringUsers },
      })
      return { ...result, count: result.messages, latencyMs: result.returnMs }
    }),
}

function messages(bench: Bench, users: number, shape: OneToOneInput['shape']) {
  return bench.withServer({}, async (server) => {
    const result = await bench.load.run('oneToOneLoad', {
      ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, users, shape },
      ...{ firstUser: bench.plan.ringUsers, warmUpMs, measureMs },
    })
    const { delivered: count, measuredMs: tookMs, endToEndMs: latencyMs } = result
    return { ...result, count, tookMs, latencyMs }
  })
}

const [name = 'w1', profileFolder] = process.argv.slice(2)
const run = runs[name]
if (run === undefined) throw new Error(`no cell is called ${name}`)
const load = startLoad()
try {
  const report = newReport('quick', await measureFloor(load))
  const bench = new Bench(load, report, { full: false, profileFolder })
  const { count, tookMs, server, latencyMs, faults } = await run(bench)
  const { echoUs } = report.floor
  const result: CellResult = { echoUs, count, tookMs, server, latencyMs, faults }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await load.stop()
}
