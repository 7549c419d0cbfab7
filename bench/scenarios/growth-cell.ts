import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { pssBytes, sampleCpu } from '../lab/proc.ts'
import { median } from '../lab/rounds.ts'
import { openStock, type DiskBytes, type SeedStock } from '../lab/seed-stock.ts'
import type { BenchServer } from '../lab/server.ts'
import type { OneToOneResult } from '../load/one-to-one-load.ts'
import type { GrowthCell, Side } from './growth-cells.ts'

const scenario = 'growth'
const mib = 1_048_576
/** Of what the small side takes with a window. */
const loadShare = 0.6
/** Logins of all who are measured together, one at a time. */
const logins = 1_000

const quick = { rounds: 1, warmUpMs: 3_000, measureMs: 5_000 }
const full = { rounds: 3, warmUpMs: 5_000, measureMs: 20_000 }
const cpuTarget = { must: 1.15, aim: 1.05 }
const p99Target = { must: 1.3, aim: 1.3 }

/** What one server over one store was seen to do. */
interface Seen {
  echoUs: number
  startMs: number
  startCpuMs: number
  /** Of the server that has just started, after a collection. */
  memoryBytes: number
  firstSyncMs: number
  loginMs: number
  loginUs: number
  closedUs: number
  closedPerSecond: number
  openUs: number
  openP50Ms: number
  openP99Ms: number
}

interface Sided {
  small: Seen[]
  large: Seen[]
}

/** The same over a store and over a larger one, in turns; each time a fresh server on a fresh copy. */
export async function growthCell(bench: Bench, cell: GrowthCell): Promise<void> {
  const { rounds } = bench.full ? full : quick
  const say = (text: string) => bench.say(text)
  makeSureOfRoom(cell)
  const small = await openStock(cell.small.plan, say)
  const isSame = cell.large.plan === cell.small.plan
  const stocks = { small, large: isSame ? small : await openStock(cell.large.plan, say) }
  const seen: Sided = { small: [], large: [] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = ['small', 'large'] as const
      for (const size of round % 2 === 0 ? order : order.toReversed()) {
        const perSecond = seen.small[0] && loadShare * seen.small[0].closedPerSecond
        seen[size].push(await look(bench, cell[size], stocks[size], perSecond))
        const [latest] = seen[size].slice(-1)
        bench.say(`${cell.name}, ${size}: ${latest && described(latest)}`)
      }
    }
  } finally {
    stocks.small.remove()
    stocks.large.remove()
  }
  const disk = { small: stocks.small.disk, large: stocks.large.disk }
  bench.detail(`${scenario}, ${cell.name}`, { ...seen, disk })
  tell(bench, cell, seen, disk)
}

function makeSureOfRoom({ name, hugeBytes = 0 }: GrowthCell): void {
  const { bavail, bsize } = statfsSync(tmpdir())
  const free = bavail * bsize
  if (free < hugeBytes)
    throw new Error(`${name} takes ${hugeBytes / 1e9} GB in ${tmpdir()}; ${free / 1e9} are free`)
}

/** @param perSecond of the open load; undefined: a share of what was just seen. */
function look(
  bench: Bench,
  side: Side,
  stock: SeedStock,
  perSecond: number | undefined,
): Promise<Seen> {
  return bench.overFolder(stock.folder(), {}, async (server) => {
    const startCpuMs = sampleCpu(server.pid).statUs / 1_000
    await server.collectGarbage()
    const memoryBytes = pssBytes(server.pid)
    const closed = await sent(bench, server, side, { closed: { window: side.window } })
    const closedPerSecond = (closed.delivered / closed.measuredMs) * 1_000
    const rate = perSecond ?? loadShare * closedPerSecond
    const open = await sent(bench, server, side, { open: { perSecond: rate } })
    return {
      ...{ echoUs: bench.report.floor.echoUs, memoryBytes },
      ...{ startMs: server.startMs, startCpuMs },
      // NOTE last: by now the server has compiled itself.
      ...(await loggedIn(bench, server, side)),
      ...{ closedUs: closed.server.us / closed.delivered, closedPerSecond },
      ...{ openUs: open.server.us / open.delivered },
      ...{ openP50Ms: open.endToEndMs.p50, openP99Ms: open.endToEndMs.p99 },
    }
  })
}

async function loggedIn(bench: Bench, server: BenchServer, { firstUser, users }: Side) {
  const result = await bench.load.run('loginLoad', {
    ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, firstUser, users },
    ...{ times: Math.ceil(logins / users), openingMax: 1 },
  })
  bench.faults(scenario, result.faults)
  return {
    firstSyncMs: result.firstMs.p50,
    loginMs: result.loginMs.p50,
    loginUs: result.server.us / result.logins,
  }
}

async function sent(
  bench: Bench,
  server: BenchServer,
  { firstUser, users }: Side,
  shape: { closed: { window: number } } | { open: { perSecond: number } },
): Promise<OneToOneResult> {
  const { warmUpMs, measureMs } = bench.full ? full : quick
  const result = await bench.load.run('oneToOneLoad', {
    ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, firstUser, users },
    ...{ shape, warmUpMs, measureMs },
  })
  bench.faults(scenario, result.faults)
  return result
}

function tell(
  bench: Bench,
  cell: GrowthCell,
  seen: Sided,
  disk: { small: DiskBytes; large: DiskBytes },
): void {
  const { name, decades } = cell
  const of = (pick: (one: Seen) => number) => ({
    small: median(seen.small.map(pick)),
    large: median(seen.large.map(pick)),
  })
  const ratio = (what: string, pick: (one: Seen) => number, target: typeof cpuTarget) => {
    // NOTE of each round by itself: its two sides saw the same machine.
    const all = median(
      seen.large.map((one, at) => pick(one) / (seen.small[at] ? pick(seen.small[at]) : NaN)),
    )
    const value = all ** (1 / decades)
    const note = `${all.toFixed(2)} in all`
    bench.figure({ scenario, name: `${what} per tenfold, ${name}`, value, unit: '×', target, note })
  }
  ratio('CPU per message as fast as it goes', (one) => one.closedUs / one.echoUs, cpuTarget)
  ratio('CPU per message', (one) => one.openUs / one.echoUs, cpuTarget)
  ratio('end to end p99', (one) => one.openP99Ms, p99Target)

  const plain = (what: string, unit: string, digits: number, pick: (one: Seen) => number) => {
    const { small, large } = of(pick)
    const note = `${small.toFixed(digits)} before it grew`
    bench.figure({ scenario, name: `${what}, ${name}`, value: large, unit, note })
  }
  plain('CPU per message as fast as it goes', 'µs', 0, (one) => one.closedUs)
  plain('CPU per message', 'µs', 0, (one) => one.openUs)
  plain('end to end p50', 'ms', 2, (one) => one.openP50Ms)
  plain('end to end p99', 'ms', 1, (one) => one.openP99Ms)
  plain('login with a sync that finds nothing, p50', 'ms', 2, (one) => one.loginMs)
  plain('CPU of such a login', 'µs', 0, (one) => one.loginUs)
  plain('login with a sync from nothing, p50', 'ms', 2, (one) => one.firstSyncMs)
  plain('start until it listens', 'ms', 0, (one) => one.startMs)
  plain('CPU of a start', 'ms', 0, (one) => one.startCpuMs)
  plain('memory just started', 'MiB', 0, (one) => one.memoryBytes / mib)
  if (cell.of === 'length') return
  const each = (what: string, bytes: { small: number; large: number }) => {
    const value = (bytes.large - bytes.small) / cell.more
    bench.figure({ scenario, name: `${what} of each ${cell.of}, ${name}`, value, unit: 'B' })
  }
  each(
    'memory',
    of((one) => one.memoryBytes),
  )
  each('disk without the search index', { small: disk.small.store, large: disk.large.store })
  const whole = ({ store, search }: DiskBytes) => store + search
  each('disk with the search index', { small: whole(disk.small), large: whole(disk.large) })
}

function described(seen: Seen): string {
  const { echoUs, closedUs, openUs, openP99Ms, startMs, loginMs } = seen
  return (
    `${closedUs.toFixed(0)} and ${openUs.toFixed(0)} µs a message (echo ${echoUs.toFixed(1)}), ` +
    `p99 ${openP99Ms.toFixed(1)} ms, login ${loginMs.toFixed(1)} ms, start ${startMs.toFixed(0)} ms`
  )
}
