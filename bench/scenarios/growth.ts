import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { median } from '../lab/rounds.ts'
import type { SeedPlan } from '../lab/seed.ts'
import { growthCell } from './growth-cell.ts'
import { growthCells } from './growth-cells.ts'

const scenario = 'growth'
const alone = { ringUsers: 0, ringNeighbours: 0, returners: 0, missedConversations: 0 }
const nothingMissed = { missedMessages: 0, longMissedMessages: 0 }
const start: SeedPlan = { users: 10_000, messagesPerPair: 4, ...alone, ...nothingMissed }
/** One factor at a time, tenfold. */
const grown = {
  'ten times the users and conversations': { ...start, users: 10 * start.users },
  'ten times the length of conversations': {
    ...start,
    messagesPerPair: 10 * start.messagesPerPair,
  },
} as const satisfies Record<string, SeedPlan>
const rounds = 3
const shape = { closed: { window: 1 } }

/** B7: what there is more of costs as much as before. `--full`, or a cell by its name: one factor at a time, see growthCells. */
export async function growth(bench: Bench): Promise<void> {
  const asked = growthCells.filter(({ name, hugeBytes }) =>
    bench.full && hugeBytes === undefined ? bench.wants(name) : bench.asksFor(name),
  )
  for (const cell of asked) {
    bench.say(cell.name)
    await bench.cell(cell.name, () => growthCell(bench, cell))
  }
  const isOfAll = asked.length === 0 && bench.unknownCells.length === 0
  if (isOfAll && !bench.full) await tenTimes(bench)
}

/** What a message costs where there is ten times as much, in alternation, by the floor of the moment. */
async function tenTimes(bench: Bench): Promise<void> {
  const names = ['as it begins', ...Object.keys(grown)]
  const plans = [start, ...Object.values(grown)]
  const costs: number[][] = plans.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, plan] of plans.entries()) {
      const name = `${names[place]}, ${round + 1}`
      costs[place]?.push(await bench.cell(name, () => cost(bench, plan)))
    }
  }
  const [first = Number.NaN, ...others] = costs.map(median)
  for (const [place, name] of names.slice(1).entries()) {
    const value = (others[place] ?? Number.NaN) / first
    const target = { must: 1.15, aim: 1.05 }
    const what = `CPU per message, ${name}`
    bench.figure({ scenario, name: what, value, unit: '×', target })
  }
  bench.detail(scenario, Object.fromEntries(names.map((name, place) => [name, costs[place]])))
}

/** In units of a bare echo. */
function cost(bench: Bench, plan: SeedPlan): Promise<number> {
  return bench.withServer(
    {},
    async (server) => {
      const result = await bench.load.run('oneToOneLoad', {
        ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, firstUser: 0, users: 200 },
        ...{ shape, warmUpMs: 5_000, measureMs: 5_000 },
      })
      bench.faults(scenario, result.faults)
      const us = result.server.us / result.delivered
      bench.say(`${us.toFixed(1)} µs a message, ${plan.users} users, ${plan.messagesPerPair} each`)
      return us / bench.report.floor.echoUs
    },
    plan,
  )
}
