import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import type { OneToOneInput } from '../load/one-to-one-load.ts'
import { withCertificate } from './idle.ts'
import { shapeName } from './shape-name.ts'

const scenario = '1:1 cells'
/** 20,000 by the definition: a process may have no more files than that here, and needs some for itself. */
const usersMost = 18_000
const depths = [1, 4, 16]
const sizes = [20, 200, 2_000, usersMost]
const variantOf = { users: 200, window: 1 }

interface Cell {
  name: string
  users: number
  window: number
  more?: Pick<OneToOneInput, 'isHalfAway' | 'moreDevices'>
  isTls?: boolean
}

/** B3 whole: every number of users with every depth, and what may be otherwise. */
export async function oneToOneCells(bench: Bench): Promise<void> {
  const plain = sizes.flatMap((users) =>
    depths.map((window) => ({ name: shapeName(users, { closed: { window } }), users, window })),
  )
  const variants: Cell[] = [
    { ...variantOf, name: 'half of the receivers away', more: { isHalfAway: true } },
    { ...variantOf, name: 'three devices each', more: { moreDevices: 2 } },
    { ...variantOf, name: 'TLS', isTls: true },
  ]
  for (const one of [...plain, ...variants]) {
    if (bench.wants(one.name)) await bench.cell(one.name, () => measureCell(bench, one))
  }
}

async function measureCell(bench: Bench, cell: Cell): Promise<void> {
  if (cell.isTls !== true) return overServer(bench, cell, {})
  await withCertificate((tls) =>
    overServer(bench, cell, { 'tls-cert': tls.cert, 'tls-key': tls.key }),
  )
}

async function overServer(
  bench: Bench,
  { name, users, window, more = {} }: Cell,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await bench.withServer(settings, async (server) => {
    const { plan } = bench
    const isMore = (more.moreDevices ?? 0) > 0
    const firstUser = isMore ? (plan.moreDevices?.firstUser ?? 0) : plan.ringUsers
    const result = await bench.load.run('oneToOneLoad', {
      ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, firstUser, users },
      ...{ shape: { closed: { window } }, ...more },
      ...{ warmUpMs: 10_000, measureMs: bench.full ? 60_000 : 6_000 },
    })
    const { delivered, measuredMs, server: spent, ackMs, endToEndMs, loadBusy } = result
    bench.faults(`${scenario}, ${name}`, result.faults)
    bench.detail(`${scenario}, ${name}`, result)
    const note = `load ${Math.round(100 * loadBusy)} % busy`
    bench.rateFigure(scenario, `rate, ${name}`, (delivered / measuredMs) * 1_000, undefined, note)
    bench.cpuFigure(scenario, `CPU per message, ${name}`, spent.us / delivered, undefined, true)
    const ms = (what: string, value: number) =>
      bench.figure({ scenario, name: `${what}, ${name}`, value, unit: 'ms' })
    ms('ack p50', ackMs.p50)
    ms('ack p99', ackMs.p99)
    ms('ack p99.9', ackMs.p999)
    ms('end to end p50', endToEndMs.p50)
    ms('end to end p99', endToEndMs.p99)
    ms('end to end p99.9', endToEndMs.p999)
  })
}
