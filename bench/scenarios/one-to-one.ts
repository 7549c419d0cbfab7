import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import type { BenchServer } from '../lab/server.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'

interface Cell {
  users: number
  shape: OneToOneInput['shape']
}

/** Above this the load process is the limit: what was reached is a lower bound. */
const loadBusyMax = 0.85

/** B3: each message stored, acked, delivered and acknowledged by its receiver, who is online. */
export async function oneToOne(bench: Bench): Promise<void> {
  const cost = await cell(bench, { users: 200, shape: { closed: { window: 1 } } })
  const us = usPerMessage(cost)
  bench.cpuFigure('1:1', 'CPU per message, U=200 W=1', us, { must: 60, aim: 40 }, true)
  bench.rateFigure('1:1', 'rate, U=200 W=1', rate(cost), undefined, loadNote(cost))

  const open = await cell(bench, { users: 200, shape: { open: { perSecond: 1_500 } } })
  const latency = { scenario: '1:1', unit: 'ms' }
  bench.figure({
    ...{ ...latency, name: 'end to end p99, open 1,500/s', value: open.endToEndMs.p99 },
    target: { must: 2, aim: 1 },
  })
  bench.figure({ ...latency, name: 'end to end p50, open 1,500/s', value: open.endToEndMs.p50 })
  bench.cpuFigure('1:1', 'CPU per message, open 1,500/s', usPerMessage(open), undefined)

  const deep = await cell(bench, { users: 400, shape: { closed: { window: 16 } } })
  bench.rateFigure(
    ...(['1:1', 'capacity, U=400 W=16', rate(deep)] as const),
    { must: 20_000, aim: 25_000 },
    loadNote(deep),
  )
  bench.cpuFigure('1:1', 'CPU per message, U=400 W=16', usPerMessage(deep), undefined, true)
}

function cell(bench: Bench, { users, shape }: Cell): Promise<OneToOneResult> {
  return bench.withServer({}, async (server: BenchServer) => {
    const result = await bench.load.run('oneToOneLoad', {
      endpoint: tcpEndpoint(server),
      serverPid: server.pid,
      firstUser: bench.plan.ringUsers,
      users,
      shape,
      warmUpMs: bench.full ? 10_000 : 6_000,
      measureMs: bench.full ? 60_000 : 6_000,
    })
    bench.faults(`1:1 U=${users} ${JSON.stringify(shape)}`, result.faults)
    bench.detail(`1:1 U=${users} ${JSON.stringify(shape)}`, result)
    const { delivered, audited, server: spent } = result
    const threads = spent.threads.map(({ name, us }) => `${name} ${(us / delivered).toFixed(1)}`)
    bench.say(
      `${delivered} measured, ${audited} audited; µs each: ${threads.slice(0, 5).join(', ')}`,
    )
    return result
  })
}

const usPerMessage = ({ server, delivered }: OneToOneResult) => server.us / delivered
const rate = ({ delivered, measuredMs }: OneToOneResult) => (delivered / measuredMs) * 1_000

function loadNote({ loadBusy }: OneToOneResult): string | undefined {
  const percent = `load ${Math.round(100 * loadBusy)} % busy`
  return loadBusy > loadBusyMax ? `at least; ${percent}` : percent
}
