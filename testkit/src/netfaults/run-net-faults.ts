import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RealServer } from '../soak/real-server.ts'
import { soakLimits } from '../soak/run-soak.ts'
import { disturbedSoak, type Disturbed } from './disturbed-soak.ts'
import { FaultyLoopback } from './faulty-loopback.ts'
import { halfOpenPeers, peerAccounts, slowReaders, type PeersResult } from './silent-peers.ts'

export interface NetFaultsInput {
  /** Devices that talk while the network fails, and how often it does. */
  accounts: number
  faults: number
  /** Devices whose connections are left half open. */
  halfOpen: number
  /** Devices that stop reading, and how many messages come meanwhile. */
  slow: number
  words: number
  heartbeatMs: number
  seed: number
}

export interface NetFaultsResult {
  soak: Disturbed
  halfOpen: PeersResult
  slow: PeersResult & { words: number }
}

/** In a network of its own, one after the other, each on a server of its own. */
export async function runNetFaults(
  input: NetFaultsInput,
  log: (text: string) => void,
): Promise<NetFaultsResult> {
  const { heartbeatMs } = input
  const loopback = await FaultyLoopback.open()
  const inner = { loopback, heartbeatMs, log }
  const soak = await onServer(heartbeatMs, 0, (server) =>
    disturbedSoak({ ...input, ...inner, server }),
  )
  const halfOpen = await onServer(heartbeatMs, input.halfOpen, (server) =>
    halfOpenPeers({ ...inner, server, peers: input.halfOpen }),
  )
  const slow = await onServer(heartbeatMs, input.slow, (server) =>
    slowReaders({ ...inner, server, peers: input.slow, words: input.words }),
  )
  return { soak, halfOpen, slow }
}

/** What is wrong, as sentences. */
export function netFaultProblems({ soak, halfOpen, slow }: NetFaultsResult): string[] {
  return [...soak.problems, ...halfOpen.problems, ...slow.problems]
}

async function onServer<T>(
  heartbeatMs: number,
  peers: number,
  use: (server: RealServer) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-net-faults-'))
  const data = join(folder, 'data')
  // NOTE reached at many addresses of a network that nobody else has.
  const open = ['--host', '0.0.0.0', '--behind-proxy', 'true']
  const options = [...soakLimits, ...open, '--heartbeat-ms', String(heartbeatMs)]
  const server = new RealServer({ folder: data, options })
  try {
    if (peers > 0) await peerAccounts(data, peers)
    return await use(server)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
