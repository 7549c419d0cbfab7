import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ended } from '../lab/child.ts'
import { cores, pinned } from '../lab/pin.ts'
import { peerPrograms } from './set-up.ts'

export interface Mosquitto {
  pid: number
  port: number
  stop(): Promise<void>
}

const startMsMax = 20_000
const pollMs = 50

export const hasMosquitto = (): boolean => existsSync(peerPrograms.mosquitto.program)

/**
 * On the server's core, for this machine alone. Its ack promises that it has the message in memory: nothing is on a disk
 * before it. It is a yardstick, not a peer.
 */
export async function startMosquitto(): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-mosquitto-'))
  const port = await freePort()
  const lines = [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous true',
    'set_tcp_nodelay true',
    'max_inflight_messages 1000',
    'max_queued_messages 100000',
    'persistence true',
    `persistence_location ${folder}/`,
    'log_dest none',
    'user root',
  ]
  const config = join(folder, 'mosquitto.conf')
  writeFileSync(config, `${lines.join('\n')}\n`)
  const [command, args] = pinned(cores.server, [peerPrograms.mosquitto.program, '-c', config])
  const child = spawn(command, args, { stdio: 'ignore' })
  const { pid } = child
  if (pid === undefined) throw new Error('mosquitto did not start')
  await listening(port)
  return {
    ...{ pid, port },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
      rmSync(folder, { recursive: true })
    },
  }
}

async function listening(port: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < startMsMax; waitedMs += pollMs) {
    if (await canConnect(port)) return
    await sleep(pollMs)
  }
  throw new Error('mosquitto does not listen')
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
