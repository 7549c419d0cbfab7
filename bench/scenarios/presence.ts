import { tcpEndpoint, type Bench } from '../lab/bench.ts'

const scenario = 'presence'
const contacts = 20
const minuteSeconds = 60

/** B6: 5 % of those online change their status in a minute, and ten times that; each is on the screen of 20 others. */
export async function presence(bench: Bench): Promise<void> {
  const users = bench.full ? 18_000 : 2_000
  for (const share of [0.05, 0.5]) {
    const name = `${100 * share} % in a minute`
    await bench.cell(name, () => churn(bench, users, (share * users) / minuteSeconds))
  }
}

function churn(bench: Bench, users: number, flipsPerSecond: number): Promise<void> {
  return bench.withServer({}, async (server) => {
    const result = await bench.load.run('presenceLoad', {
      ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, users, contacts, flipsPerSecond },
      measureMs: bench.full ? 60_000 : 10_000,
    })
    const { flips, flipsUs, told, seenMs, faults } = result
    const what = `${users} online, ${flipsPerSecond.toFixed(1)} changes/s`
    bench.faults(scenario, faults)
    bench.detail(`${scenario}, ${what}`, result)
    bench.cpuFigure(
      scenario,
      `CPU per change told to ${contacts}, ${what}`,
      flipsUs / flips,
      undefined,
    )
    const perSecond = (told / flipsUs) * 1e6
    bench.rateFigure(scenario, `told per server CPU second, ${what}`, perSecond, undefined)
    bench.figure({ scenario, name: `change to seen p99, ${what}`, value: seenMs.p99, unit: 'ms' })
    bench.say(`${flips} changes, told ${told} times`)
  })
}
