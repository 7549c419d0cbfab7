import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { innerRequest } from '../../src/app/processes/inner-request.ts'
import { accessSocket } from '../../src/app/processes/process-sockets.ts'
import { startProcesses, type RunningProcesses } from '../../src/app/processes/start-processes.ts'
import { readSettings } from '../../src/app/settings.ts'
import { ChatDevice } from './chat-device.ts'
import { testCertificate } from './test-certificate.ts'
import { longPollPeer, tcpPeer, webSocketPeer, type WirePeer } from './wire-peer.ts'

export type PeerKind = 'tcp' | 'websocket' | 'longPoll'

const lookEveryMs = 20

/** Looks until it is so. NOTE there is nothing to wait for: other processes do it. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(lookEveryMs)
}

export interface ProcessWorld extends AsyncDisposable {
  server: RunningProcesses
  folder: string
  connect(kind: PeerKind): ChatDevice
  /** A device with a session of its own account. */
  join(kind: PeerKind, handle: string): Promise<ChatDevice>
  /** Open connections of a process with connections. */
  connections(slot: number): Promise<Record<PeerKind, number>>
}

/** The real server in several processes, on real sockets. */
export async function startProcessWorld(
  options: { tls?: boolean; more?: Record<string, string> } = {},
): Promise<ProcessWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-processes-'))
  const certificate = options.tls === true ? testCertificate() : undefined
  const files: Record<string, string> = {}
  for (const [name, text] of Object.entries(certificate ?? {})) {
    files[`tls-${name}`] = join(folder, `${name}.pem`)
    writeFileSync(join(folder, `${name}.pem`), text)
  }
  const given = {
    ...{ data: join(folder, 'data'), port: '0', 'tcp-port': '0', 'log-level': 'silent' },
    ...{ 'access-processes': '2', 'drain-ms': '100', ...files, ...options.more },
  }
  const server = await startProcesses(readSettings(given, {}, join(folder, 'none.toml')))
  const { http, tcp } = server.endpoints
  const peers: WirePeer[] = []
  const ca = certificate?.cert
  const connect = (kind: PeerKind): ChatDevice => {
    const peer =
      kind === 'tcp'
        ? tcpPeer(Number(new URL(tcp).port), ca)
        : kind === 'websocket'
          ? webSocketPeer(Number(new URL(http).port), ca)
          : longPollPeer(Number(new URL(http).port))
    peers.push(peer)
    return new ChatDevice(peer)
  }
  return {
    server,
    folder,
    connect,
    async join(kind, handle) {
      const device = connect(kind)
      await device.register(handle)
      return device
    },
    async connections(slot) {
      const text = await innerRequest(accessSocket(join(folder, 'data'), slot), '/inner/stats')
      if (text === undefined) return { tcp: -1, websocket: -1, longPoll: -1 }
      return (JSON.parse(text) as { connections: Record<PeerKind, number> }).connections
    },
    async [Symbol.asyncDispose]() {
      for (const peer of peers) peer.cut()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** More would not be chance any more. */
const devicesMax = 20

/** Devices of a kind, at least `least` of them on each of the two processes with connections. */
export async function spread(
  world: ProcessWorld,
  kind: PeerKind,
  least: number,
): Promise<ChatDevice[]> {
  const devices: ChatDevice[] = []
  while (devices.length < devicesMax) {
    const counts = await Promise.all([1, 2].map((slot) => world.connections(slot)))
    if (counts.every((count) => count[kind] >= least)) return devices
    devices.push(await world.join(kind, `${kind.toLowerCase()}-${devices.length}`))
  }
  throw new Error('the connections are not dealt out')
}
