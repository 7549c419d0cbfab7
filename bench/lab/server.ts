import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readEndpoints, type Endpoints } from '../../server/src/app/endpoints.ts'
import { benchFolder, ended, startChild } from './child.ts'
import { cores } from './pin.ts'
import { familyOf } from './proc.ts'

/** Limits that a load of few accounts on one address meets; everything else is as shipped. */
export const raisedLimits = {
  'account-requests-burst': '1000000000',
  'account-requests-per-second': '1000000000',
  'connection-requests-burst': '1000000000',
  'connection-requests-per-second': '1000000000',
} as const

export interface BenchServer {
  pid: number
  endpoints: Endpoints
  /** From its start until it listened. */
  startMs: number
  collectGarbage(): Promise<void>
  stop(): Promise<void>
  /** In the middle of whatever it does. */
  kill(): Promise<void>
}

export interface ServerInput {
  data: string
  settings?: Readonly<Record<string, string>>
  /** Writes CPU profiles of every thread into this folder, at the end. */
  profileFolder?: string | undefined
}

const collector = join(benchFolder, 'lab', 'collect-on-signal.ts')
/** Longer than the collection of a large heap takes. */
const collectMs = 1_000
const startMsMax = 60_000
const pollMs = 20

export async function startBenchServer(input: ServerInput): Promise<BenchServer> {
  const { data, settings = {}, profileFolder } = input
  const all = {
    ...{ data, port: '0', 'tcp-port': '0', 'log-level': 'warn', 'drain-ms': '0' },
    ...raisedLimits,
    ...settings,
  }
  const profile =
    profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]
  const fromMs = performance.now()
  const child = startChild({
    file: 'serve.ts',
    core: cores.server,
    args: [JSON.stringify(all)],
    nodeArgs: ['--expose-gc', '--import', collector, ...profile],
  })
  const endpoints = await waitForEndpoints(child, data)
  const startMs = performance.now() - fromMs
  return {
    ...{ pid: endpoints.pid, endpoints, startMs },
    async collectGarbage() {
      for (const pid of familyOf(endpoints.pid)) process.kill(pid, 'SIGUSR2')
      await sleep(collectMs)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}

async function waitForEndpoints(child: ChildProcess, data: string): Promise<Endpoints> {
  for (let waitedMs = 0; waitedMs < startMsMax; waitedMs += pollMs) {
    const endpoints = readEndpoints(data)
    // NOTE a server that was killed leaves its own behind.
    if (endpoints !== undefined && endpoints.pid === child.pid) return endpoints
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await sleep(pollMs)
  }
  throw new Error('the server did not start')
}
