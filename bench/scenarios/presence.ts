import { presenceSubscriptionsMax } from '@parley/protocol'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { crowdSettings, onAll, withParts } from '../lab/parts.ts'
import { readable } from '../lab/readable.ts'
import type { SeedPlan } from '../lab/seed.ts'
import type { BenchServer } from '../lab/server.ts'
import type { PresenceResult } from '../load/presence-load.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

const scenario = 'presence'
const contacts = 20
const minuteSeconds = 60
const calmMs = 5_000

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
  const run = async (server: BenchServer) => {
    const bystander = { endpoint: tcpEndpoint(server), firstUser: users }
    const result = await withBystanders(bench, bystander, () =>
      inParts(bench, server, { users, watched, flipsPerSecond }),
    )
    const { flips, flippingUs, restUs, told, seenMs, faults, bystanders } = result
    const flipsUs = flippingUs - restUs
    const each = watched === contacts ? '' : `, each watching ${watched}`
    const what = `${users} online, ${flipsPerSecond.toFixed(1)} changes/s${each}`
    bench.faults(scenario, faults)
    bench.detail(`${scenario}, ${what}`, result)
    // NOTE few changes are less than what the crowd costs now more, now less.
    if (flipsUs <= 0)
      bench.say('the changes cost less than the difference from one rest to the next')
    else {
      const us = flipsUs / flips
      bench.cpuFigure(scenario, `CPU per change told to ${watched}, ${what}`, us, undefined)
      const perSecond = (told / flipsUs) * 1e6
      bench.rateFigure(scenario, `told per server CPU second, ${what}`, perSecond, undefined)
    }
    bench.figure({ scenario, name: `change to seen p99, ${what}`, value: seenMs.p99, unit: 'ms' })
    bystandersFigure(bench, scenario, what, bystanders.churn, bystanders.rest)
    const ms = (us: number) => readable(us / 1_000)
    bench.say(`${ms(flippingUs)} ms of CPU meanwhile, ${ms(restUs)} in as much time at rest`)
    bench.say(`${flips} changes, told ${told} times in ${result.frames} frames`)
  }
  await bench.withServer(crowdSettings(users), run, planFor(bench, users))
}

/** The bystanders come after the others, and before those who have missed something; they have a conversation. */
function planFor({ plan }: Bench, users: number): SeedPlan {
  return { ...plan, users: Math.max(plan.users, users + 4 + plan.returners) }
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
    await onAll(parts, ({ load, ...range }) =>
      load.run('presenceArrive', {
        endpoint: tcpEndpoint(server),
        ...{ firstUser: range.firstUser, users: range.users, watched },
      }),
    )
    bench.say(`${users} are online`)
    const results = await onAll(parts, ({ load }) =>
      load.run('presenceWork', {
        ...{ serverPid: server.pid, flipsPerSecond: flipsPerSecond / parts.length, calmMs },
        measureMs: bench.full ? 60_000 : 10_000,
      }),
    )
    return together(results)
  })
}

/** All parts look at the same server: its CPU is what the one says that was done last. */
function together(results: readonly PresenceResult[]): PresenceResult {
  const [last] = results.toSorted((a, b) => b.spans.churn.untilMs - a.spans.churn.untilMs)
  if (last === undefined) throw new Error('nobody was there')
  const sum = (pick: (one: PresenceResult) => number) =>
    results.reduce((total, one) => total + pick(one), 0)
  const slowest = results.toSorted((a, b) => b.seenMs.p99 - a.seenMs.p99)[0] ?? last
  return {
    ...last,
    ...{ flips: sum(({ flips }) => flips), told: sum(({ told }) => told) },
    ...{ frames: sum(({ frames }) => frames), seenMs: slowest.seenMs },
    faults: results.flatMap(({ faults }) => faults),
  }
}
