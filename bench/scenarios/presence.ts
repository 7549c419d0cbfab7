import { presenceSubscriptionsMax } from '@parley/protocol'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { crowdSettings, onAll, withParts } from '../lab/parts.ts'
import type { BenchServer } from '../lab/server.ts'
import type { PresenceResult } from '../load/presence-load.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

const scenario = 'presence'
const contacts = 20
const minuteSeconds = 60

const small = 2_000
const large = 20_000

/**
 * B6: 5 % of those online change their status in a minute, and ten times that; each is on the screen of 20 others, or of as many as a
 * session may watch: there is no telling everybody, and that comes nearest to it.
 */
export async function presence(bench: Bench): Promise<void> {
  for (const size of [small, large]) {
    for (const watched of [contacts, Math.min(size - 1, presenceSubscriptionsMax)]) {
      for (const share of [0.05, 0.5]) {
        const name = nameOf(size, watched, share)
        const isUsual = bench.full ? size === large : size === small && watched === contacts
        if (isUsual ? bench.wants(name) : bench.asksFor(name))
          await bench.cell(name, () => churn(bench, size, watched, share))
      }
    }
  }
}

function nameOf(users: number, watched: number, share: number): string {
  const online = users === small ? '' : `${users} online, `
  return `${online}${100 * share} % in a minute${watched === contacts ? '' : `, each watching ${watched}`}`
}

async function churn(bench: Bench, users: number, watched: number, share: number): Promise<void> {
  const flipsPerSecond = (share * users) / minuteSeconds
  await bench.withServer(crowdSettings(users), async (server) => {
    const bystander = { endpoint: tcpEndpoint(server), firstUser: users }
    const result = await withBystanders(bench, bystander, () =>
      inParts(bench, server, { users, watched, flipsPerSecond }),
    )
    const { flips, flipsUs, told, seenMs, faults, bystanders } = result
    const each = watched === contacts ? '' : `, each watching ${watched}`
    const what = `${users} online, ${flipsPerSecond.toFixed(1)} changes/s${each}`
    bench.faults(scenario, faults)
    bench.detail(`${scenario}, ${what}`, result)
    const us = flipsUs / flips
    bench.cpuFigure(scenario, `CPU per change told to ${watched}, ${what}`, us, undefined)
    const perSecond = (told / flipsUs) * 1e6
    bench.rateFigure(scenario, `told per server CPU second, ${what}`, perSecond, undefined)
    bench.figure({ scenario, name: `change to seen p99, ${what}`, value: seenMs.p99, unit: 'ms' })
    bystandersFigure(bench, scenario, `${what}, at rest`, bystanders.rest)
    bystandersFigure(bench, scenario, what, bystanders.churn)
    bench.say(`${flips} changes, told ${told} times in ${result.frames} frames`)
  })
}

interface Crowd {
  users: number
  watched: number
  flipsPerSecond: number
}

/** All of them come before the first of them changes anything. */
function inParts(
  bench: Bench,
  server: BenchServer,
  { users, watched, flipsPerSecond }: Crowd,
): Promise<PresenceResult> {
  return withParts({ firstUser: 0, users }, async (parts) => {
    await onAll(parts, ({ load, from, ...range }) =>
      load.run('presenceArrive', {
        endpoint: from(tcpEndpoint(server)),
        ...{ firstUser: range.firstUser, users: range.users, watched },
      }),
    )
    bench.say(`${users} are online`)
    const results = await onAll(parts, ({ load }) =>
      load.run('presenceWork', {
        ...{ serverPid: server.pid, flipsPerSecond: flipsPerSecond / parts.length },
        measureMs: bench.full ? 60_000 : 10_000,
      }),
    )
    return together(results)
  })
}

/** NOTE all parts look at the same server over the same time: one account of its CPU is enough. */
function together(results: readonly PresenceResult[]): PresenceResult {
  const [first, ...others] = results
  if (first === undefined) throw new Error('nobody was there')
  return others.reduce(
    (sum, one) => ({
      ...{ flips: sum.flips + one.flips, told: sum.told + one.told, spans: sum.spans },
      ...{ frames: sum.frames + one.frames, flipsUs: Math.max(sum.flipsUs, one.flipsUs) },
      seenMs: sum.seenMs.p99 > one.seenMs.p99 ? sum.seenMs : one.seenMs,
      faults: [...sum.faults, ...one.faults],
    }),
    first,
  )
}
