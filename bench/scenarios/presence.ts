import { presenceSubscriptionsMax } from '@parley/protocol'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { startLoad } from '../lab/load.ts'
import type { BenchServer } from '../lab/server.ts'
import type { PresenceResult } from '../load/presence-load.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

const scenario = 'presence'
const contacts = 20
const minuteSeconds = 60

interface Size {
  users: number
  /** Processes that make load, of as many users each. */
  loads: number
  accessProcesses: number
}

const small: Size = { users: 2_000, loads: 1, accessProcesses: 0 }
/** NOTE a process may have some 20,000 files, on either side. */
const large: Size = { users: 20_000, loads: 2, accessProcesses: 2 }

/**
 * B6: 5 % of those online change their status in a minute, and ten times that; each is on the screen of 20 others, or of as many as a
 * session may watch: there is no telling everybody, and that comes nearest to it.
 */
export async function presence(bench: Bench): Promise<void> {
  for (const size of [small, large]) {
    for (const watched of [contacts, Math.min(size.users - 1, presenceSubscriptionsMax)]) {
      for (const share of [0.05, 0.5]) {
        const name = nameOf(size, watched, share)
        const isUsual = bench.full ? size === large : size === small && watched === contacts
        if (isUsual ? bench.wants(name) : bench.asksFor(name))
          await bench.cell(name, () => churn(bench, size, watched, share))
      }
    }
  }
}

function nameOf(size: Size, watched: number, share: number): string {
  const online = size === small ? '' : `${size.users} online, `
  return `${online}${100 * share} % in a minute${watched === contacts ? '' : `, each watching ${watched}`}`
}

async function churn(bench: Bench, size: Size, watched: number, share: number): Promise<void> {
  const { users, accessProcesses } = size
  const flipsPerSecond = (share * users) / minuteSeconds
  const settings: Record<string, string> = {}
  if (accessProcesses > 0) {
    settings['access-processes'] = String(accessProcesses)
    // NOTE shared out evenly, while the system gives some a little more than others.
    settings['connections-max'] = String(2 * users)
  }
  await bench.withServer(settings, async (server) => {
    const bystander = { endpoint: tcpEndpoint(server), firstUser: users }
    const result = await withBystanders(bench, bystander, () =>
      inParts(bench, server, size, watched, flipsPerSecond),
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

/** All of them come before the first of them changes anything. */
async function inParts(
  bench: Bench,
  server: BenchServer,
  size: Size,
  watched: number,
  flipsPerSecond: number,
): Promise<PresenceResult> {
  const loads = Array.from({ length: size.loads }, startLoad)
  const users = size.users / size.loads
  try {
    await Promise.all(
      loads.map((load, part) =>
        load.run('presenceArrive', {
          // NOTE one address has some 28,000 ports.
          endpoint: { ...tcpEndpoint(server), localAddress: `127.0.0.${part + 1}` },
          ...{ firstUser: part * users, users, watched },
        }),
      ),
    )
    bench.say(`${size.users} are online`)
    const results = await Promise.all(
      loads.map((load) =>
        load.run('presenceWork', {
          ...{ serverPid: server.pid, flipsPerSecond: flipsPerSecond / size.loads },
          measureMs: bench.full ? 60_000 : 10_000,
        }),
      ),
    )
    return together(results)
  } finally {
    await Promise.all(loads.map((load) => load.stop()))
  }
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
