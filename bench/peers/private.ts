// What every peer's server is to the bench: a process of its own user, on the server's core, with files and a port that
// nobody else has, ended when the run is over.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ended } from '../lab/child.ts'
import { cores, pinned } from '../lab/pin.ts'
import type { Endpoint } from '../load/endpoint.ts'

export interface PeerServer {
  endpoint: Endpoint
  /** Of all that belongs to the server, a database too: their CPU is added. */
  pids: readonly number[]
  /** Where there is a collector. */
  collectGarbage?(): Promise<void>
  stop(): Promise<void>
}

/** What a server has beside what every one needs. */
export interface PeerOptions {
  /** Files. */
  tls?: { cert: string; key: string } | undefined
  /** Rooms with an archive, for so many members. */
  roomMembers?: number
  /** Its memory is looked at: it can be told to collect. */
  isWeighed?: boolean
}

export const localEndpoint = (port: number, { tls }: PeerOptions): Endpoint => ({
  ...{ transport: tls === undefined ? 'tcp' : 'tls', host: '127.0.0.1', port },
})

const startMsMax = 60_000
const stopMsMax = 30_000
const pollMs = 50

export interface PrivateProcess {
  pid: number
  stop(): Promise<void>
}

interface Program {
  name: string
  /** The command and its arguments. */
  line: readonly string[]
  /** The system's user, when we may choose: most servers refuse to be root. */
  user?: string
  port: number
  folder: string
  env?: Readonly<Record<string, string>>
  stopSignal?: NodeJS.Signals
}

/** Resolves when it listens. */
export async function startPrivate(program: Program): Promise<PrivateProcess> {
  const { name, line, user, port, folder, env = {}, stopSignal = 'SIGTERM' } = program
  const [command, args] = pinned(cores.server, line)
  const environment = { ...process.env, HOME: folder, ...env }
  const child = spawn(command, args, {
    ...{ cwd: folder, env: environment, stdio: 'ignore', ...idsOf(user) },
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} did not start`)
  await listening(name, child, port)
  return {
    pid,
    async stop() {
      child.kill(stopSignal)
      // NOTE a child that does not end in time is not left behind.
      const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax)
      await ended(child)
      clearTimeout(timer)
    },
  }
}

/** A folder that `user` may write. */
export function privateFolder(name: string, user?: string): string {
  const folder = mkdtempSync(join(tmpdir(), `parley-bench-${name}-`))
  give(folder, user)
  return folder
}

export function privateFile(path: string, text: string, user?: string): string {
  writeFileSync(path, text, { mode: 0o600 })
  give(path, user)
  return path
}

/** Everything below too. */
export function give(path: string, user: string | undefined): void {
  const { uid, gid } = idsOf(user)
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, path])
}

export const removePrivate = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

export function idsOf(user: string | undefined): { uid?: number; gid?: number } {
  if (user === undefined || process.getuid?.() !== 0) return {}
  const number = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function listening(name: string, child: ChildProcess, port: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < startMsMax; waitedMs += pollMs) {
    if (await canConnect(port)) return
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    await sleep(pollMs)
  }
  child.kill('SIGKILL')
  throw new Error(`${name} does not listen`)
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
