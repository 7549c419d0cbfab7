import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { quietPlan, type SeedPlan } from '../lab/seed.ts'
import type { Target } from '../lab/report.ts'

const firstGroup = 1_000
const scenario = 'fan-out'

/** B4: one message to many members who are online. */
export async function fanOut(bench: Bench): Promise<void> {
  await groupOf(bench, 200, { window: 8, single: 200, target: { must: 100_000, aim: 200_000 } })
  await groupOf(bench, 5_000, { window: 2, single: 20, target: { must: 80_000, aim: 160_000 } })
}

interface Flood {
  window: number
  single: number
  target: Target
}

async function groupOf(bench: Bench, members: number, input: Flood): Promise<void> {
  await bench.cell(`${members} members`, () => measure(bench, members, input))
}

async function measure(bench: Bench, members: number, input: Flood): Promise<void> {
  const { window, single, target } = input
  const plan: SeedPlan = {
    ...quietPlan,
    users: members + 2,
    groups: [{ id: firstGroup + members, firstUser: 0, members }],
  }
  await bench.withServer(
    {},
    async (server) => {
      bench.say(`a group of ${members}, all of them online`)
      const result = await bench.load.run('fanOutLoad', {
        ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, group: firstGroup + members },
        ...{ members, window, single },
        warmUpMs: bench.full ? 5_000 : 1_000,
        measureMs: bench.full ? 30_000 : 5_000,
      })
      const { deliveries, measuredMs, server: spent, loadBusy, ackMs, lastMs } = result
      const of = `${members} members`
      bench.faults(`${scenario} ${of}`, result.faults)
      bench.detail(`${scenario} ${of}`, result)
      const busy = `load ${(100 * loadBusy).toFixed(0)} % busy`
      const perSecond = (1_000 * deliveries) / measuredMs
      bench.rateFigure(scenario, `deliveries, ${of}`, perSecond, undefined, busy)
      // NOTE one core of the server; the load has the other one, and takes as long for each push.
      const perCore = (1_000_000 * deliveries) / spent.us
      bench.rateFigure(scenario, `deliveries a core, ${of}`, perCore, target)
      bench.cpuFigure(scenario, `CPU per delivery, ${of}`, spent.us / deliveries, undefined)
      const ms = (name: string, value: number) =>
        bench.figure({ scenario, name: `${name}, ${of}`, value, unit: 'ms' })
      ms('ack p50 while flooded', ackMs.p50)
      ms('one message: last member p50', lastMs.p50)
      ms('one message: last member p99', lastMs.p99)
    },
    plan,
  )
}
