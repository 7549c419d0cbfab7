import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import type { Target } from '../lab/report.ts'
import { quietPlan, type SeedPlan } from '../lab/seed.ts'
import type { LoadedGroup } from '../load/fan-out-load.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

const firstGroup = 1_000
const scenario = 'fan-out'

interface Cell {
  groups: number
  members: number
  /** Several groups have the same members; else none in common. */
  isSame?: boolean
  /** Percent of the members. */
  online: number
  /** Messages of each group without an ack. */
  window: number
  /** Messages of each group that are watched until the last member has them. */
  single: number
  target?: Target
  /** Only with `--full`, or by its name. */
  isLong?: boolean
}

const to200: Target = { must: 100_000, aim: 138_000 }
const to5000: Target = { must: 65_000, aim: 73_000 }
const cells: readonly Cell[] = [
  { groups: 1, members: 200, online: 100, window: 8, single: 200, target: to200 },
  { groups: 1, members: 5_000, online: 100, window: 2, single: 20, target: to5000 },
  { groups: 10, members: 200, online: 100, window: 1, single: 20 },
  // NOTE 50,000 who have no group in common do not fit into one process.
  { groups: 10, members: 5_000, isSame: true, online: 100, window: 1, single: 5, isLong: true },
  { groups: 1, members: 200, online: 5, window: 8, single: 200 },
  { groups: 1, members: 5_000, online: 5, window: 8, single: 200, isLong: true },
  { groups: 10, members: 200, online: 5, window: 1, single: 20, isLong: true },
  { groups: 10, members: 5_000, isSame: true, online: 5, window: 1, single: 20, isLong: true },
]

/** B4: one message to many members, all of whom or few of whom are online; one group, and ten at once. */
export async function fanOut(bench: Bench): Promise<void> {
  for (const cell of cells) {
    const name = nameOf(cell)
    const isByName = cell.isLong === true && !bench.full
    if (isByName ? bench.asksFor(name) : bench.wants(name))
      await bench.cell(name, () => measure(bench, cell))
  }
}

function nameOf({ groups, members, isSame, online }: Cell): string {
  const several = groups > 1 ? `${groups} groups of ${isSame === true ? 'the same ' : ''}` : ''
  return `${several}${members} members${online < 100 ? `, ${online} % online` : ''}`
}

function groupsOf({ groups, members, isSame, online: percent }: Cell): LoadedGroup[] {
  const online = (percent * members) / 100
  return Array.from({ length: groups }, (_, at) => {
    const firstUser = isSame === true ? 0 : at * members
    const sender = isSame === true ? at : firstUser
    return { group: firstGroup + at, firstUser, members, online, sender }
  })
}

async function measure(bench: Bench, cell: Cell): Promise<void> {
  const { window, single, target } = cell
  const of = nameOf(cell)
  const groups = groupsOf(cell)
  const users = Math.max(...groups.map(({ firstUser, members }) => firstUser + members))
  const bystander = users
  const plan: SeedPlan = {
    ...quietPlan,
    users: users + 2,
    groups: groups.map(({ group, firstUser, members }) => ({ id: group, firstUser, members })),
    talks: [{ from: bystander, firstTo: bystander + 1, others: 1, messages: 1 }],
  }
  await bench.withServer(
    {},
    async (server) => {
      bench.say(of)
      const endpoint = tcpEndpoint(server)
      const result = await withBystanders(bench, { endpoint, firstUser: bystander }, () =>
        bench.load.run('fanOutLoad', {
          ...{ endpoint, serverPid: server.pid, groups, window, single },
          restMs: bench.full ? 10_000 : 1_000,
          warmUpMs: bench.full ? 5_000 : 1_000,
          measureMs: bench.full ? 30_000 : 5_000,
        }),
      )
      const { deliveries, messages, measuredMs, server: spent, loadBusy, ackMs, lastMs } = result
      bench.faults(`${scenario} ${of}`, result.faults)
      bench.detail(`${scenario} ${of}`, result)
      const away = result.cameBack > 0 ? ` and by ${result.cameBack} who were away` : ''
      bench.say(`${result.sent} messages, read back by one who was online${away}`)
      const busy = `load ${(100 * loadBusy).toFixed(0)} % busy`
      const perSecond = (1_000 * deliveries) / measuredMs
      bench.rateFigure(scenario, `deliveries, ${of}`, perSecond, undefined, busy)
      // NOTE one core of the server; the load has the other one, and takes as long for each push.
      const perCore = (1_000_000 * deliveries) / spent.us
      bench.rateFigure(scenario, `deliveries a core, ${of}`, perCore, target)
      bench.cpuFigure(scenario, `CPU per delivery, ${of}`, spent.us / deliveries, undefined)
      bench.cpuFigure(scenario, `CPU per message, ${of}`, spent.us / messages, undefined)
      const ms = (name: string, value: number) =>
        bench.figure({ scenario, name: `${name}, ${of}`, value, unit: 'ms' })
      ms('ack p50 while flooded', ackMs.p50)
      const one = cell.groups > 1 ? 'one message in each group' : 'one message'
      ms(`${one}: last member p50`, lastMs.p50)
      ms(`${one}: last member p99`, lastMs.p99)
      const { flood, rest } = result.bystanders
      bystandersFigure(bench, scenario, `${of}, flooded`, flood, rest)
    },
    plan,
  )
}
