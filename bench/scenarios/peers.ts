import type { Bench } from '../lab/bench.ts'
import { measureFloor } from '../lab/floor.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'
import { hasEjabberd, startEjabberd } from '../peers/ejabberd.ts'
import { hasMosquitto, startMosquitto } from '../peers/mosquitto.ts'
import { hasPostgres } from '../peers/postgres.ts'
import type { PeerServer } from '../peers/private.ts'
import { hasProsody, startProsody } from '../peers/prosody.ts'
import type { PeerSize } from '../peers/xmpp.ts'
import { shapeName } from './shape-name.ts'

export interface MeasuredPeer {
  name: string
  /** What its ack promises: D0 memory, D1 handed to the system, D2 synced. Ours is D2. */
  promise: string
  task: 'mqttLoad' | 'xmppLoad'
  isInstalled(): boolean
  start(size: PeerSize): Promise<PeerServer>
}

/** Installed by `--set-up-peers`. */
export const measuredPeers = {
  mosquitto: {
    name: 'mosquitto QoS 1',
    promise: 'ack: in memory (D0)',
    task: 'mqttLoad',
    isInstalled: hasMosquitto,
    start: startMosquitto,
  },
  ejabberd: {
    name: 'ejabberd + PostgreSQL',
    promise: "ack: sender's copy synced (D2)",
    task: 'xmppLoad',
    isInstalled: () => hasEjabberd() && hasPostgres(),
    start: startEjabberd,
  },
  prosody: {
    name: 'Prosody + PostgreSQL',
    promise: 'ack: both copies synced (D2)',
    task: 'xmppLoad',
    isInstalled: () => hasProsody() && hasPostgres(),
    start: startProsody,
  },
} as const satisfies Record<string, MeasuredPeer>

const quickSize: PeerSize = { accounts: 20_000, messages: 50_000 }
const fullSize: PeerSize = { accounts: 100_000, messages: 1_000_000 }
const openPerSecond = 1_500
/** An open load above what a peer can take says nothing but that; it gets a share of what it took. */
const openShareMax = 0.9
const openShare = 0.5

/** 1:1 by the same definition, through each peer's own protocol. */
export async function peers(bench: Bench): Promise<void> {
  for (const [key, peer] of Object.entries(measuredPeers)) {
    if (!bench.wants(key)) continue
    if (peer.isInstalled()) await onePeer(bench, peer)
    else bench.say(`SKIPPED ${key}: npm run bench -- --set-up-peers`)
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
  bench.report.floor = await measureFloor(bench.load)
  bench.report.floors.push(bench.report.floor)
  const server = await peer.start(bench.full ? fullSize : quickSize)
  try {
    const result = await bench.load.run(peer.task, {
      ...{ port: server.port, serverPid: server.pids, users, shape },
      ...{ warmUpMs: bench.full ? 10_000 : 3_000, measureMs: bench.full ? 60_000 : 6_000 },
    })
    bench.faults(peer.name, result.faults)
    bench.detail(`${peer.name} ${name}`, result)
    bench.say(
      `${name}: ${usEach(result).toFixed(1)} µs, ` +
        `${perSecond(result).toFixed(0)}/s, ${result.audited} audited`,
    )
    return result
  } finally {
    await server.stop()
  }
}

const usEach = ({ server, delivered }: OneToOneResult) => server.us / delivered
const perSecond = ({ delivered, measuredMs }: OneToOneResult) => (delivered / measuredMs) * 1_000
const busy = ({ loadBusy }: OneToOneResult) => `load ${Math.round(100 * loadBusy)} % busy`
