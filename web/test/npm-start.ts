import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { patienceMs } from './browser-world.ts'

const root = join(import.meta.dirname, '..', '..')
const pollMs = 20

export interface Started {
  readonly http: string
  readonly tcp: string
  /** From the command to the moment it served. */
  readonly tookMs: number
  /** SIGKILL to the server itself. Resolves when everything of it has ended. */
  kill(): Promise<void>
}

interface Endpoints {
  pid: number
  http: string
  tcp: string
}

/** `npm start`, as a person does it; again on the ports of `former`. */
export async function npmStart(t: TestContext, data: string, former?: Started): Promise<Started> {
  const portOf = (url: string | undefined) => (url === undefined ? '0' : new URL(url).port)
  const ports = ['--port', portOf(former?.http), '--tcp-port', portOf(former?.tcp)]
  const file = join(data, 'endpoints.json')
  const before = read(file)?.pid
  const startedMs = performance.now()
  const args = ['start', '--', '--data', data, ...ports, '--log-level', 'warn']
  const npm = spawn('npm', ['--loglevel=error', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(npm, 'exit')
  let endpoints: Endpoints | undefined
  const kill = async () => {
    if (endpoints === undefined) npm.kill('SIGTERM')
    else if (npm.exitCode === null) process.kill(endpoints.pid, 'SIGKILL')
    await ended
  }
  t.after(kill)
  const endMs = startedMs + patienceMs
  while (endpoints === undefined) {
    const found = read(file)
    if (found !== undefined && found.pid !== before) endpoints = found
    else if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}`)
    else if (performance.now() > endMs) throw new Error('the server did not start')
    else await pause(pollMs)
  }
  const { http, tcp } = endpoints
  return { http, tcp, tookMs: performance.now() - startedMs, kill }
}

/** Of a server that was killed before, or of the one that serves. */
function read(file: string): Endpoints | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Endpoints
  } catch {
    return undefined
  }
}
