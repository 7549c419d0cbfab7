import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import {
  accessProcessesFor,
  crowdSettings,
  onAll,
  usersPerProcess,
  withParts,
} from '../lab/parts.ts'
import type { SeedPlan } from '../lab/seed.ts'
import type { BenchServer } from '../lab/server.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'
import type { Percentiles } from '../load/samples.ts'
import { withCertificate } from './idle.ts'
import { shapeName } from './shape-name.ts'

const scenario = '1:1 cells'
const depths = [1, 4, 16]
const sizes = [20, 200, 2_000, 20_000]
const variantOf = { users: 200, shape: { closed: { window: 1 } } } as const
/** What is taken to be all that the server can do, and shares of it as open load. */
const capacityOf = { users: 400, shape: { closed: { window: 16 } } } as const
const shares = [0.25, 0.5, 0.7, 0.9]

interface Cell {
  name: string
  users: number
  shape: OneToOneInput['shape']
  more?: Pick<OneToOneInput, 'isHalfAway' | 'moreDevices'>
  isTls?: boolean
}

/** B3 whole: every number of users with every depth, what may be otherwise, and shares of the capacity as open load. */
export async function oneToOneCells(bench: Bench): Promise<void> {
  const plain = sizes.flatMap((users) =>
    depths.map((window) => {
      const shape = { closed: { window } }
      return { name: shapeName(users, shape), users, shape }
    }),
  )
  const variants: Cell[] = [
    { ...variantOf, name: 'half of the receivers away', more: { isHalfAway: true } },
    { ...variantOf, name: 'three devices each', more: { moreDevices: 2 } },
    { ...variantOf, name: 'TLS', isTls: true },
  ]
  for (const one of [...plain, ...variants]) {
    if (bench.wants(one.name)) await bench.cell(one.name, () => measureCell(bench, one))
  }
  const wanted = shares.filter((share) => bench.wants(openName(share)))
  if (wanted.length === 0) return
  const capacity = await bench.cell('capacity', () =>
    measureCell(bench, { ...capacityOf, name: 'capacity' }),
  )
  for (const share of wanted) {
    const shape = { open: { perSecond: Math.round(share * capacity) } }
    const name = openName(share)
    await bench.cell(name, () => measureCell(bench, { name, users: capacityOf.users, shape }))
  }
}

const openName = (share: number) => `open at ${100 * share} % of capacity`

/** @returns messages a second. */
async function measureCell(bench: Bench, cell: Cell): Promise<number> {
  if (cell.isTls !== true) return overServer(bench, cell, {})
  return withCertificate((tls) =>
    overServer(bench, cell, { 'tls-cert': tls.cert, 'tls-key': tls.key }),
  )
}

function overServer(
  bench: Bench,
  cell: Cell,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const { name, users, more = {} } = cell
  const isCrowd = users > usersPerProcess
  const plan = withPairs(bench.plan, users)
  return bench.withServer(
    { ...settings, ...crowdSettings(users) },
    async (server) => {
      const isMore = (more.moreDevices ?? 0) > 0
      const firstUser = isMore ? (plan.moreDevices?.firstUser ?? 0) : plan.ringUsers
      const result = await talk(bench, server, { ...cell, firstUser })
      const { delivered, measuredMs, us, ackMs, endToEndMs, loadBusy } = result
      bench.faults(`${scenario}, ${name}`, result.faults)
      bench.detail(`${scenario}, ${name}`, result)
      const busy = `load ${Math.round(100 * loadBusy)} % busy`
      const note = isCrowd ? `over ${accessProcessesFor(users)} access processes; ${busy}` : busy
      const perSecond = (delivered / measuredMs) * 1_000
      bench.rateFigure(scenario, `rate, ${name}`, perSecond, undefined, note)
      bench.cpuFigure(scenario, `CPU per message, ${name}`, us / delivered, undefined, true)
      const ms = (what: string, value: number) =>
        bench.figure({ scenario, name: `${what}, ${name}`, value, unit: 'ms' })
      ms('ack p50', ackMs.p50)
      ms('ack p99', ackMs.p99)
      ms('ack p99.9', ackMs.p999)
      ms('end to end p50', endToEndMs.p50)
      ms('end to end p99', endToEndMs.p99)
      ms('end to end p99.9', endToEndMs.p999)
      return perSecond
    },
    plan,
  )
}

/** As many who have talked in pairs: neither those in the ring nor those that were away have. */
function withPairs(plan: SeedPlan, users: number): SeedPlan {
  const least = plan.ringUsers + users + plan.returners + 2
  return { ...plan, users: Math.max(plan.users, least) }
}

interface Talked extends Omit<OneToOneResult, 'server'> {
  us: number
}

/** All come before any of them talks; with several processes that make load each percentile is that of the worst. */
function talk(
  bench: Bench,
  server: BenchServer,
  { firstUser, users, shape, more = {} }: Cell & { firstUser: number },
): Promise<Talked> {
  return withParts({ firstUser, users }, async (parts) => {
    const endpoint = tcpEndpoint(server)
    await onAll(parts, ({ load, ...range }) =>
      load.run('oneToOneArrive', {
        ...{ endpoint, firstUser: range.firstUser, users: range.users, ...more },
      }),
    )
    const results = await onAll(parts, ({ load }) =>
      load.run('oneToOneTalk', {
        ...{ serverPid: server.pid, shape: shareOf(shape, parts.length) },
        ...{ warmUpMs: 10_000, measureMs: bench.full ? 60_000 : 6_000 },
      }),
    )
    const most = (pick: (result: OneToOneResult) => number) => Math.max(...results.map(pick))
    const sum = (pick: (result: OneToOneResult) => number) =>
      results.reduce((total, result) => total + pick(result), 0)
    return {
      measuredMs: most(({ measuredMs }) => measuredMs),
      delivered: sum(({ delivered }) => delivered),
      // NOTE all parts look at the same server over the same time.
      us: most(({ server: spent }) => spent.us),
      loadBusy: sum(({ loadBusy }) => loadBusy),
      ackMs: worst(results.map(({ ackMs }) => ackMs)),
      endToEndMs: worst(results.map(({ endToEndMs }) => endToEndMs)),
      audited: sum(({ audited }) => audited),
      faults: results.flatMap(({ faults }) => faults),
    }
  })
}

function shareOf(shape: OneToOneInput['shape'], parts: number): OneToOneInput['shape'] {
  return 'closed' in shape ? shape : { open: { perSecond: shape.open.perSecond / parts } }
}

function worst(all: readonly Percentiles[]): Percentiles {
  const most = (pick: (one: Percentiles) => number) => Math.max(...all.map(pick))
  return {
    count: all.reduce((total, { count }) => total + count, 0),
    ...{ p50: most(({ p50 }) => p50), p99: most(({ p99 }) => p99) },
    ...{ p999: most(({ p999 }) => p999), max: most(({ max }) => max) },
  }
}
