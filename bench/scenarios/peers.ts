import type { Bench } from '../lab/bench.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'
import { installedPeers, measuredPeers, withPeer, type MeasuredPeer } from './measured-peers.ts'
import { shapeName } from './shape-name.ts'

const openPerSecond = 1_500
/** An open load above what a peer can take says nothing but that; it gets a share of what it took. */
const openShareMax = 0.9
const openShare = 0.5

/** 1:1 by the same definition, through each peer's own protocol. */
export async function peers(bench: Bench): Promise<void> {
  for (const [key, peer] of installedPeers(bench)) {
    if (bench.wants(key)) await onePeer(bench, peer)
  }
}

/** What 1:1 is measured beside, in turns: the peer that keeps messages as we do and is a package everywhere. */
export async function besideOneToOne(bench: Bench): Promise<void> {
  const peer = measuredPeers.ejabberd
  if (peer.isInstalled()) await onePeer(bench, peer)
  else bench.say('SKIPPED ejabberd: npm run bench -- --set-up-peers')
}

async function onePeer(bench: Bench, peer: MeasuredPeer): Promise<void> {
  const { name: scenario, promise } = peer
  bench.say(scenario)
  const thin = await peerCell(bench, peer, 200, { closed: { window: 1 } })
  bench.cpuFigure(scenario, `1:1 CPU per message, U=200 W=1; ${promise}`, usEach(thin), undefined)
  bench.rateFigure(scenario, 'rate, U=200 W=1', perSecond(thin), undefined, busy(thin))
  latency(bench, scenario, 'U=200 W=1', thin)
  const deep = await peerCell(bench, peer, 400, { closed: { window: 16 } })
  bench.rateFigure(scenario, 'capacity, U=400 W=16', perSecond(deep), undefined, busy(deep))
  bench.cpuFigure(scenario, 'CPU per message, U=400 W=16', usEach(deep), undefined)
  const capacity = Math.max(perSecond(thin), perSecond(deep))
  const holds = openPerSecond <= openShareMax * capacity
  const rate = holds ? openPerSecond : Math.round(openShare * capacity)
  if (!holds) bench.say(`does not hold ${openPerSecond}/s; open load at ${rate}/s instead`)
  const open = await peerCell(bench, peer, 200, { open: { perSecond: rate } })
  latency(bench, scenario, `open ${rate.toLocaleString('en')}/s`, open)
  bench.cpuFigure(scenario, `CPU per message, open ${rate}/s`, usEach(open), undefined)
}

function latency(bench: Bench, scenario: string, what: string, result: OneToOneResult): void {
  const ms = { scenario, unit: 'ms' }
  bench.figure({ ...ms, name: `end to end p50, ${what}`, value: result.endToEndMs.p50 })
  bench.figure({ ...ms, name: `end to end p99, ${what}`, value: result.endToEndMs.p99 })
}

function peerCell(
  bench: Bench,
  peer: MeasuredPeer,
  users: number,
  shape: OneToOneInput['shape'],
): Promise<OneToOneResult> {
  const name = shapeName(users, shape)
  return bench.cell(`${peer.name} ${name}`, () => measureCell(bench, peer, name, { users, shape }))
}

async function measureCell(
  bench: Bench,
  peer: MeasuredPeer,
  name: string,
  { users, shape }: Pick<OneToOneInput, 'users' | 'shape'>,
): Promise<OneToOneResult> {
  const task = `${peer.protocol}Load` as const
  return withPeer(bench, peer, {}, async ({ endpoint, pids }) => {
    const result = await bench.load.run(task, {
      ...{ endpoint, serverPid: pids, users, shape },
      ...{ warmUpMs: bench.full ? 10_000 : 3_000, measureMs: bench.full ? 60_000 : 6_000 },
    })
    bench.faults(peer.name, result.faults)
    bench.detail(`${peer.name} ${name}`, result)
    bench.say(
      `${name}: ${usEach(result).toFixed(1)} µs, ` +
        `${perSecond(result).toFixed(0)}/s, ${result.audited} audited`,
    )
    return result
  })
}

const usEach = ({ server, delivered }: OneToOneResult) => server.us / delivered
const perSecond = ({ delivered, measuredMs }: OneToOneResult) => (delivered / measuredMs) * 1_000
const busy = ({ loadBusy }: OneToOneResult) => `load ${Math.round(100 * loadBusy)} % busy`
