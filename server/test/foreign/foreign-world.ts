import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type RunningServer } from '../../src/app/start-server.ts'
import { readSettings } from '../../src/app/settings.ts'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import { ForeignDevice, generatePython } from './foreign-device.ts'

const password = 'a long enough password'
const host = '127.0.0.1'

/** A foreign device and the faulty wire that it speaks over. */
export interface ForeignPeer {
  device: ForeignDevice
  wire: FaultProxy
  account: number
}

/** A real server on a folder of its own, and foreign clients that reach it over wires that fail when told to. */
export async function startForeignWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-foreign-'))
  const generated = generatePython(folder)
  const disposables: AsyncDisposable[] = []
  let server: RunningServer = await start()
  let devices = 0

  function start(): Promise<RunningServer> {
    const given = { data: join(folder, 'data'), port: '0', 'tcp-port': '0', 'log-level': 'silent' }
    return startServer(readSettings(given, {}, join(folder, 'none.toml')))
  }

  const httpPort = () => Number(new URL(server.endpoints.http).port)
  const tcpPort = () => Number(new URL(server.endpoints.tcp).port)

  const world = {
    /** A device that has signed in by `how`, not connected yet. */
    async device(handle: string, how: 'register' | 'sign_in' = 'register', times = 1) {
      const wire = await startFaultProxy(tcpPort())
      devices += 1
      const stateFile = join(folder, `device-${devices}.json`)
      const device = new ForeignDevice(generated, stateFile)
      disposables.push(device, wire)
      const signed = await device.did(how, { host, port: wire.port, handle, password, times })
      const peer: ForeignPeer = { device, wire, account: Number(signed['account']) }
      return { ...peer, stateFile, signed }
    },
    async online(peer: ForeignPeer, over: 'tcp' | 'poll' | 'poll-twice' = 'tcp') {
      const from = peer.device.events.length
      const port = over === 'tcp' ? peer.wire.port : httpPort()
      await peer.device.did('connect', { host, port, over })
      return peer.device.until((event) => event.event === 'synced', from)
    },
    /** The device's program ends in the middle and is started anew on what it had stored. */
    async restarted(peer: ForeignPeer & { stateFile: string }) {
      await peer.device.kill()
      const device = new ForeignDevice(generated, peer.stateFile)
      disposables.push(device)
      return { ...peer, device }
    },
    async stopServer() {
      await server.stop()
    },
    async startServerAgain(peers: readonly ForeignPeer[]) {
      server = await start()
      for (const { wire } of peers) wire.serverPort = tcpPort()
    },
    async [Symbol.asyncDispose]() {
      for (const disposable of disposables) await disposable[Symbol.asyncDispose]()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}
