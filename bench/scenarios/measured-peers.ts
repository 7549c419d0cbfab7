import type { Bench } from '../lab/bench.ts'
import { measureFloor } from '../lab/floor.ts'
import { hasEjabberd, startEjabberd } from '../peers/ejabberd.ts'
import { hasMosquitto, startMosquitto } from '../peers/mosquitto.ts'
import { hasPostgres } from '../peers/postgres.ts'
import type { PeerOptions, PeerServer } from '../peers/private.ts'
import { hasProsody, startProsody } from '../peers/prosody.ts'
import type { PeerSize } from '../peers/xmpp.ts'

export interface MeasuredPeer {
  name: string
  protocol: 'mqtt' | 'xmpp'
  /** What its ack promises: D0 memory, D1 handed to the system, D2 synced. Ours is D2. */
  promise: string
  /** The same of what is said to a group. */
  roomPromise: string
  isInstalled(): boolean
  start(size: PeerSize, options: PeerOptions): Promise<PeerServer>
}

/** Installed by `--set-up-peers`. */
export const measuredPeers = {
  mosquitto: {
    name: 'mosquitto QoS 1',
    protocol: 'mqtt',
    promise: 'ack: in memory (D0)',
    roomPromise: 'ack: in memory (D0)',
    isInstalled: hasMosquitto,
    start: startMosquitto,
  },
  ejabberd: {
    name: 'ejabberd + PostgreSQL',
    protocol: 'xmpp',
    promise: "ack: sender's copy synced (D2)",
    roomPromise: "comes back: the room's copy synced (D2)",
    isInstalled: () => hasEjabberd() && hasPostgres(),
    start: startEjabberd,
  },
  prosody: {
    name: 'Prosody + PostgreSQL',
    protocol: 'xmpp',
    promise: 'ack: both copies synced (D2)',
    roomPromise: "comes back: the room's copy synced (D2)",
    isInstalled: () => hasProsody() && hasPostgres(),
    start: startProsody,
  },
} as const satisfies Record<string, MeasuredPeer>

/** Those that are there; the others are named. */
export function installedPeers(bench: Bench): [string, MeasuredPeer][] {
  return Object.entries(measuredPeers).filter(([key, peer]) => {
    if (!peer.isInstalled()) bench.say(`SKIPPED ${key}: npm run bench -- --set-up-peers`)
    return peer.isInstalled()
  })
}

const quickSize: PeerSize = { accounts: 20_000, messages: 50_000, people: 1_500, friends: 1_000 }
const fullSize: PeerSize = {
  ...{ accounts: 100_000, messages: 1_000_000, people: 10_500, friends: 10_000 },
}

export const peerSize = (bench: Bench): PeerSize => (bench.full ? fullSize : quickSize)

/** A peer over a fresh copy of what is there before, for as long as `run` takes. The floor is measured anew just before. */
export async function withPeer<T>(
  bench: Bench,
  peer: MeasuredPeer,
  options: PeerOptions,
  run: (server: PeerServer) => Promise<T>,
): Promise<T> {
  bench.report.floor = await measureFloor(bench.load)
  bench.report.floors.push(bench.report.floor)
  const server = await peer.start(peerSize(bench), options)
  try {
    return await run(server)
  } finally {
    await server.stop()
  }
}
