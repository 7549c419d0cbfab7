import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { startLoad } from '../lab/load.ts'
import type { BenchServer } from '../lab/server.ts'
import { dayMix } from '../load/day-mix.ts'
import type { DayResult } from '../load/day-load.ts'
import { withCertificate } from './idle.ts'

/** What 58im had: so many requests a day. */
const requestsADay = 1e8
const usersPerLoad = 16_000
const scenario = "58im's day"

interface Size {
  users: number
  perSecond: number
  measureMs: number
  accessProcesses: number
}

const quick: Size = { users: 2_000, perSecond: 1_000, measureMs: 10_000, accessProcesses: 0 }
const full: Size = { users: 100_000, perSecond: 5_000, measureMs: 600_000, accessProcesses: 7 }

/** Many online, and a day's mix of requests at the rate of its peak. `--full` is the whole of it, by TLS. */
export async function day(bench: Bench): Promise<void> {
  const size = bench.full ? full : quick
  const shares = Object.entries(dayMix).map(([name, { share }]) => `${name} ${share}`)
  bench.say(`mix in hundredths: ${shares.join(', ')}; heartbeats not counted`)
  if (size.accessProcesses === 0) return bench.withServer({}, (server) => run(bench, server, size))
  await withCertificate(async ({ cert, key }) => {
    const tls = { 'tls-cert': cert, 'tls-key': key }
    const several = { 'access-processes': String(size.accessProcesses), ...tls }
    await bench.withServer(several, (server) => run(bench, server, size))
  })
}

async function run(bench: Bench, server: BenchServer, size: Size): Promise<void> {
  const results = await inParts(server, size)
  const requests = sum(results, (result) => result.requests)
  // NOTE all parts look at the same server over the same time: one account of its CPU is enough.
  const us = Math.max(...results.map((result) => result.server.us)) / requests
  const what = `${size.users} online, ${size.perSecond}/s`
  for (const result of results) {
    bench.faults(scenario, result.faults)
    for (const [name, count] of Object.entries(result.refused))
      bench.faults(scenario, [`${count} times ${name}`])
  }
  bench.detail(`${scenario}, ${what}`, results)
  const done = (requests / size.measureMs) * 1_000
  bench.rateFigure(scenario, `requests, ${what}`, done, undefined)
  const worst = (pick: (result: DayResult) => number) => Math.max(...results.map(pick))
  const ms = { scenario, unit: 'ms' }
  const p99 = worst(({ answerMs }) => answerMs.p99)
  const p50 = worst(({ answerMs }) => answerMs.p50)
  bench.figure({ ...ms, name: `p99, ${what}`, value: p99, target: { must: 100, aim: 20 } })
  bench.figure({ ...ms, name: `p50, ${what}`, value: p50 })
  bench.cpuFigure(scenario, `CPU per request, ${what}`, us, undefined)
  const hours = (us * requestsADay) / 3.6e9
  bench.figure({ scenario, name: 'CPU of 10^8 requests at that cost', value: hours, unit: 'hours' })
}

/** One process may have some 20,000 connections. */
async function inParts(server: BenchServer, size: Size): Promise<DayResult[]> {
  const parts = Math.ceil(size.users / usersPerLoad)
  const loads = Array.from({ length: parts }, startLoad)
  try {
    return await Promise.all(
      loads.map((load, part) => {
        const users = Math.ceil(size.users / parts)
        const from = { firstUser: part * users, users: Math.min(users, size.users - part * users) }
        return load.run('dayLoad', {
          // NOTE one address has some 28,000 ports.
          endpoint: { ...tcpEndpoint(server), localAddress: `127.0.0.${part + 1}` },
          ...{ ...from, serverPid: server.pid, perSecond: size.perSecond / parts },
          ...{ warmUpMs: 5_000, measureMs: size.measureMs },
        })
      }),
    )
  } finally {
    await Promise.all(loads.map((load) => load.stop()))
  }
}

function sum(results: readonly DayResult[], pick: (result: DayResult) => number): number {
  return results.reduce((all, result) => all + pick(result), 0)
}
