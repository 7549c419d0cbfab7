import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { accessProcessesFor, onAll, withParts } from '../lab/parts.ts'
import { kernelBytes, pssBytes } from '../lab/proc.ts'
import type { BenchServer } from '../lab/server.ts'
import { dayMix, type DayAct } from '../load/day-mix.ts'
import type { DayResult, DayWork } from '../load/day-load.ts'
import { withCertificate } from './idle.ts'

/** What 58im had: so many requests a day. */
const requestsADay = 1e8
const scenario = "58im's day"

interface Size {
  users: number
  /** Undefined: as fast as it goes. */
  perSecond: number | undefined
  measureMs: number
  accessProcesses: number
}

const quick: Size = { users: 2_000, perSecond: 1_000, measureMs: 10_000, accessProcesses: 0 }
/** Each as many requests for those online as the whole has: 5,000 a second with 100,000, for ten minutes. */
const steps: readonly Size[] = [5_000, 20_000, 50_000, 100_000].map((users) => ({
  ...{ users, perSecond: users / 20, measureMs: users === 100_000 ? 600_000 : 60_000 },
  accessProcesses: accessProcessesFor(users),
}))

/** A part of the day's requests without any pause between them: what all of them would cost is computed from it. */
const replay: Size = { users: 5_000, perSecond: undefined, measureMs: 60_000, accessProcesses: 2 }
const replayCell = ['replay', replay] as const
const underWay = 200

/** Many online, and a day's mix of requests at the rate of its peak. `--full` goes by TLS, in steps to the whole of it. */
export async function day(bench: Bench): Promise<void> {
  const shares = Object.entries(dayMix).map(([name, { share }]) => `${name} ${share}`)
  bench.say(`mix in hundredths: ${shares.join(', ')}; heartbeats not counted`)
  const named = [...steps.map((size) => [`${size.users} online`, size] as const), replayCell]
  const asked = named.filter(([name]) => (bench.full ? bench.wants(name) : bench.asksFor(name)))
  if (asked.length === 0 && !bench.full)
    return bench.withServer({}, (server) => run(bench, server, quick))
  for (const [name, size] of asked) {
    const measureMs = bench.full ? size.measureMs : quick.measureMs
    await bench.cell(name, () => secured(bench, { ...size, measureMs }))
  }
}

function paceOf({ perSecond }: Size, parts: number): DayWork['pace'] {
  return perSecond === undefined
    ? { underWay: Math.ceil(underWay / parts) }
    : { perSecond: perSecond / parts }
}

async function secured(bench: Bench, size: Size): Promise<void> {
  await withCertificate(async ({ cert, key }) => {
    const settings = {
      ...{ 'tls-cert': cert, 'tls-key': key, 'heartbeat-ms': '60000' },
      ...{ 'access-processes': String(size.accessProcesses) },
      // NOTE shared out evenly, while the system gives some a little more than others.
      'connections-max': String(2 * size.users),
    }
    const plan = { ...bench.plan, users: Math.max(bench.plan.users, size.users) }
    await bench.withServer(settings, (server) => run(bench, server, size), plan)
  })
}

async function run(bench: Bench, server: BenchServer, size: Size): Promise<void> {
  const results = await inParts(bench, server, size)
  const requests = sum(results, (result) => result.requests)
  // NOTE all parts look at the same server over the same time: one account of its CPU is enough.
  const us = Math.max(...results.map((result) => result.server.us)) / requests
  const rate = size.perSecond === undefined ? 'as fast as it goes' : `${size.perSecond}/s`
  const what = `${size.users} online, ${rate}`
  for (const result of results) {
    bench.faults(scenario, result.faults)
    for (const [name, count] of Object.entries(result.refused))
      bench.faults(scenario, [`${count} times ${name}`])
  }
  bench.detail(`${scenario}, ${what}`, results)
  const done = (requests / size.measureMs) * 1_000
  bench.rateFigure(scenario, `requests, ${what}`, done, undefined)
  const worst = (pick: (result: DayResult) => number) => Math.max(...results.map(pick))
  const acked = sum(results, (result) => result.acked)
  bench.say(`${requests} requests, ${acked} messages acked and read back`)
  const acts = Object.keys(dayMix) as DayAct[]
  const slowest = (act: DayAct) => worst(({ byAct }) => byAct[act]?.answerMs.p99 ?? 0)
  const named = acts.filter((act) => slowest(act) > 0)
  bench.say(`p99 in ms: ${named.map((act) => `${act} ${slowest(act).toFixed(1)}`).join(', ')}`)
  const ms = { scenario, unit: 'ms' }
  const p99 = worst(({ answerMs }) => answerMs.p99)
  const p50 = worst(({ answerMs }) => answerMs.p50)
  bench.figure({ ...ms, name: `p99, ${what}`, value: p99, target: { must: 100, aim: 20 } })
  bench.figure({ ...ms, name: `p50, ${what}`, value: p50 })
  bench.cpuFigure(scenario, `CPU per request, ${what}`, us, undefined)
  const hours = (us * requestsADay) / 3.6e9
  bench.figure({
    scenario,
    name: `CPU of 10^8 requests at the cost of ${what}`,
    value: hours,
    unit: 'hours',
  })
}

/** All of them come before the first of them asks for anything. */
function inParts(bench: Bench, server: BenchServer, size: Size): Promise<DayResult[]> {
  return withParts({ firstUser: 0, users: size.users }, async (parts) => {
    const before = { user: pssBytes(server.pid), kernel: kernelBytes() }
    const startMs = performance.now()
    const arrived = await onAll(parts, ({ load, firstUser, users }) =>
      load.run('dayArrive', { endpoint: tcpEndpoint(server), firstUser, users }),
    )
    const seconds = (performance.now() - startMs) / 1_000
    const each = (pssBytes(server.pid) - before.user) / size.users / 1_024
    const kernel = (kernelBytes() - before.kernel) / size.users / 1_024
    const what = `${size.users} online`
    const away = arrived.reduce((total, { turnedAway }) => total + turnedAway, 0)
    bench.say(
      `${what} after ${seconds.toFixed(0)} s; ${each.toFixed(1)} KiB each, without a collection; ` +
        `the kernel ${kernel.toFixed(1)} KiB for both ends; ${away} had to come again`,
    )
    bench.figure({ scenario, name: `until ${what}`, value: seconds, unit: 's' })
    bench.figure({ scenario, name: `user bytes each, ${what}`, value: each, unit: 'KiB' })
    return onAll(parts, ({ load }) =>
      load.run('dayWork', {
        ...{ serverPid: server.pid, pace: paceOf(size, parts.length) },
        ...{ warmUpMs: 5_000, measureMs: size.measureMs },
      }),
    )
  })
}

function sum(results: readonly DayResult[], pick: (result: DayResult) => number): number {
  return results.reduce((total, result) => total + pick(result), 0)
}
