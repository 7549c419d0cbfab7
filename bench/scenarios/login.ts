import { tcpEndpoint, type Bench } from '../lab/bench.ts'

const openingMax = 256

/** B2: connect, token login, and a sync in which none of 50 conversations has changed. */
export async function login(bench: Bench): Promise<void> {
  await bench.cell('login', () => measure(bench))
}

async function measure(bench: Bench): Promise<void> {
  const { ringUsers, ringNeighbours } = bench.plan
  await bench.withServer({}, async (server) => {
    const result = await bench.load.run('loginLoad', {
      endpoint: tcpEndpoint(server),
      serverPid: server.pid,
      users: ringUsers,
      openingMax,
      conversationsExpected: 2 * ringNeighbours,
    })
    bench.faults('login', result.faults)
    bench.detail('login', result)
    const us = result.server.us / result.logins
    bench.cpuFigure('login', `CPU, with sync of ${2 * ringNeighbours}`, us, { must: 300, aim: 150 })
    bench.rateFigure('login', 'rate', (result.logins / result.tookMs) * 1_000, undefined)
    const { p99 } = result.loginMs
    bench.figure({ scenario: 'login', name: `p99, ${openingMax} at once`, value: p99, unit: 'ms' })
    const threads = result.server.threads.map(({ name, us: all }) => [name, all / result.logins])
    bench.say(
      `µs by thread: ${threads
        .slice(0, 4)
        .map(([n, t]) => `${n} ${Number(t).toFixed(0)}`)
        .join(', ')}`,
    )
  })
}
