import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { bystandersFigure, withBystanders } from './bystanders.ts'

const openingMax = 256
const scenario = 'login storm'

/** B2: all devices are killed and come back at once, with nothing missed and with 20 messages each. */
export async function loginStorm(bench: Bench): Promise<void> {
  for (const missedEach of [0, 20]) {
    const name = `${missedEach} missed each`
    await bench.cell(name, () => storm(bench, missedEach))
  }
}

function storm(bench: Bench, missedEach: number): Promise<void> {
  const users = bench.plan.ringUsers
  return bench.withServer({}, async (server) => {
    const endpoint = tcpEndpoint(server)
    const result = await withBystanders(bench, { endpoint, firstUser: users }, () =>
      bench.load.run('stormLoad', {
        ...{ endpoint, serverPid: server.pid, users, openingMax, missedEach },
      }),
    )
    const what = `${users} at once, ${missedEach} missed each`
    bench.faults(scenario, result.faults)
    bench.detail(`${scenario}, ${what}`, result)
    const us = result.server.us / users
    bench.cpuFigure(scenario, `CPU per login, ${what}`, us, { must: 300, aim: 150 })
    bench.rateFigure(scenario, `logins per server CPU second, ${what}`, 1e6 / us, undefined)
    const seconds = result.until99Ms / 1_000
    bench.figure({ scenario, name: `until 99 % are online, ${what}`, value: seconds, unit: 's' })
    const ms = { scenario, unit: 'ms' }
    bench.figure({ ...ms, name: `login p99, ${what}`, value: result.loginMs.p99 })
    bystandersFigure(bench, scenario, what, result.bystanders.storm)
  })
}
