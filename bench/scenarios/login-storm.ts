import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { crowdSettings, onAll, withParts } from '../lab/parts.ts'
import type { BenchServer } from '../lab/server.ts'
import { untilIndexed } from '../lab/until-indexed.ts'
import type { StormResult } from '../load/storm-load.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

/** Of all processes that make load together. */
const openingMax = 256
const scenario = 'login storm'
const many = 20_000
/** Of a login with nothing missed, and of each message that it finds (100,000 and 200,000 a second): those written to it, and its own. */
const loginUs = { must: 300, aim: 150 }
const missedUs = { must: 10, aim: 5 }

/** B2: all devices are killed and come back at once, with nothing missed and with 20 messages each. */
export async function loginStorm(bench: Bench): Promise<void> {
  for (const missedEach of [0, 20]) {
    const name = `${missedEach} missed each`
    if (bench.wants(name))
      await bench.cell(name, () => storm(bench, bench.plan.ringUsers, missedEach))
    const large = `${many}, ${name}`
    const isWanted = bench.full ? bench.isFirstRound && bench.wants(large) : bench.asksFor(large)
    if (isWanted) await bench.cell(large, () => storm(bench, many, missedEach))
  }
}

function storm(bench: Bench, users: number, missedEach: number): Promise<void> {
  const most = users + bench.plan.returners + 4
  const plan = { ...bench.plan, ringUsers: users, users: Math.max(bench.plan.users, most) }
  return bench.withServer(
    crowdSettings(users),
    async (server) => {
      const bystander = { endpoint: tcpEndpoint(server), firstUser: users }
      const result = await withBystanders(bench, bystander, () =>
        inParts(server, users, missedEach),
      )
      const what = `${users} at once, ${missedEach} missed each`
      bench.faults(scenario, result.faults)
      bench.detail(`${scenario}, ${what}`, result)
      const us = result.server.us / users
      const target = (which: 'must' | 'aim') => loginUs[which] + 2 * missedEach * missedUs[which]
      const targets = { must: target('must'), aim: target('aim') }
      bench.cpuFigure(scenario, `CPU per login, ${what}`, us, targets)
      bench.rateFigure(scenario, `logins per server CPU second, ${what}`, 1e6 / us, undefined)
      const seconds = result.until99Ms / 1_000
      bench.figure({ scenario, name: `until 99 % are online, ${what}`, value: seconds, unit: 's' })
      const ms = { scenario, unit: 'ms' }
      bench.figure({ ...ms, name: `login p99, ${what}`, value: result.loginMs.p99 })
      bystandersFigure(bench, scenario, what, result.bystanders.storm)
    },
    plan,
  )
}

/** All have gone, and been written to, before the first comes back. */
function inParts(server: BenchServer, users: number, missedEach: number): Promise<StormResult> {
  return withParts({ firstUser: 0, users }, async (parts) => {
    await onAll(parts, ({ load, ...range }) =>
      load.run('stormLeave', {
        ...{ endpoint: tcpEndpoint(server), firstUser: range.firstUser, users: range.users },
        ...{ everybody: users, openingMax: Math.ceil(openingMax / parts.length), missedEach },
      }),
    )
    // NOTE what they are written to is taken up for search, which no login is to blame for.
    await untilIndexed(server)
    const results = await onAll(parts, ({ load }) =>
      load.run('stormReturn', { serverPid: server.pid }),
    )
    return together(results)
  })
}

/** NOTE all parts look at the same server over the same time: one account of its CPU is enough; of times the worst. */
function together(results: readonly StormResult[]): StormResult {
  const [first, ...others] = results
  if (first === undefined) throw new Error('nobody was there')
  return others.reduce(
    (all, one) => ({
      server: all.server.us > one.server.us ? all.server : one.server,
      tookMs: Math.max(all.tookMs, one.tookMs),
      until99Ms: Math.max(all.until99Ms, one.until99Ms),
      loginMs: all.loginMs.p99 > one.loginMs.p99 ? all.loginMs : one.loginMs,
      spans: {
        storm: {
          fromMs: Math.min(all.spans.storm.fromMs, one.spans.storm.fromMs),
          untilMs: Math.max(all.spans.storm.untilMs, one.spans.storm.untilMs),
        },
      },
      applied: all.applied + one.applied,
      faults: [...all.faults, ...one.faults],
    }),
    first,
  )
}
