import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tcpEndpoint, webSocketEndpoint, type Bench } from '../lab/bench.ts'
import { startBareServer } from '../lab/floor.ts'
import { crowdSettings, onAll, withParts } from '../lab/parts.ts'
import { cpuBetween, kernelBytes, pssBytes, sampleCpu } from '../lab/proc.ts'
import type { Target } from '../lab/report.ts'
import type { BenchServer } from '../lab/server.ts'
import type { Endpoint } from '../load/endpoint.ts'

interface Idle {
  pid: number
  collectGarbage(): Promise<void>
}

/** A server, and what brings its users and takes them away. */
export interface Weighed {
  /** Of all that belongs to it. */
  pids: readonly number[]
  collectGarbage(): Promise<void>
  join(firstUser: number, users: number): Promise<unknown>
  leave(): Promise<{ lost: number }>
}

const kib = 1_024
/** Stand before the first look at memory. */
const firstUsers = 500

const plain = [
  ['TCP', tcpEndpoint, { must: 8, aim: 5.9 }],
  ['WebSocket', webSocketEndpoint, { must: 10, aim: 8 }],
] as const

/** B1: bytes of an authenticated connection that does nothing but its heartbeat. */
export async function idle(bench: Bench): Promise<void> {
  const users = bench.full ? 10_000 : 5_000
  for (const [name, endpointOf, target] of plain) {
    if (!bench.wants(name)) continue
    await bench.cell(name, () =>
      bench.withServer({}, async (server) => {
        const bytes = await bytesEach(bench, server, { endpoint: endpointOf(server), users })
        report(bench, name, bytes, target)
      }),
    )
  }
  if (bench.wants('TLS'))
    await bench.cell('TLS', () => withCertificate((tls) => secured(bench, tls)))
  if (bench.isFirstRound) await crowds(bench)
}

const crowdSizes = [50_000, 100_000]
/** Some machines give memory back late. */
const restMs = 110_000
const crowdWays = [...plain, ['TLS', tcpEndpoint, undefined]] as const

/** More than one process can hold: over several, which a connection's share of their own memory is counted with. */
async function crowds(bench: Bench): Promise<void> {
  for (const users of crowdSizes) {
    for (const [transport, endpointOf, target] of crowdWays) {
      const name = `${users} ${transport}`
      if (!(bench.full ? bench.wants(name) : bench.asksFor(name))) continue
      const run = (tls?: { cert: string; key: string }) =>
        overProcesses(bench, users, tls, async (server) => {
          const bytes = await bytesEach(bench, server, {
            endpoint: endpointOf(server),
            users,
            restMs,
          })
          report(bench, name, bytes, target)
        })
      await bench.cell(name, () => (transport === 'TLS' ? withCertificate(run) : run()))
    }
  }
}

function overProcesses(
  bench: Bench,
  users: number,
  tls: { cert: string; key: string } | undefined,
  run: (server: BenchServer) => Promise<void>,
): Promise<void> {
  const settings = {
    ...(tls === undefined ? {} : { 'tls-cert': tls.cert, 'tls-key': tls.key }),
    ...crowdSettings(users),
  }
  const plan = { ...bench.plan, users: Math.max(bench.plan.users, users) }
  return bench.withServer(settings, run, plan)
}

/** Beside what a bare server of Node's TLS uses, just before. */
async function secured(bench: Bench, tls: { cert: string; key: string }): Promise<void> {
  const users = bench.full ? 10_000 : 2_000
  const bare = await startBareServer(tls)
  const endpoint = { transport: 'tls', host: '127.0.0.1', port: bare.port } as const
  const floor = await bytesEach(bench, bare, { endpoint, users, isBare: true })
  await bare.stop()
  report(bench, 'bare TLS', floor, undefined)
  const settings = { 'tls-cert': tls.cert, 'tls-key': tls.key }
  await bench.withServer(settings, async (server) => {
    const ours = await bytesEach(bench, server, { endpoint: tcpEndpoint(server), users })
    const floorKib = floor.user / kib
    report(bench, 'TLS', ours, { must: floorKib + 6, aim: floorKib + 3 })
  })
}

export interface BytesEach {
  user: number
  kernel: number
  busy: number
}

interface Crowd {
  endpoint: Endpoint
  /** Of them `firstUsers` stand before the first look. */
  users: number
  isBare?: boolean
  restMs?: number
}

export function bytesEach(
  bench: Bench,
  server: Idle,
  { endpoint, users, isBare = false, restMs }: Crowd,
): Promise<BytesEach> {
  const more = { firstUser: firstUsers, users: users - firstUsers }
  return withParts(more, (parts) => {
    const first = { load: bench.load, firstUser: 0, users: firstUsers }
    const weighed: Weighed = {
      ...{ pids: [server.pid], collectGarbage: () => server.collectGarbage() },
      join: (firstUser) =>
        onAll(firstUser === 0 ? [first] : parts, ({ load, ...range }) =>
          load.run('idleLoad', {
            ...{ step: 'join', endpoint, isBare },
            ...{ firstUser: range.firstUser, users: range.users },
          }),
        ),
      async leave() {
        const left = await onAll([first, ...parts], ({ load }) =>
          load.run('idleLoad', { step: 'leave' }),
        )
        return { lost: left.reduce((sum, { lost }) => sum + lost, 0) }
      },
    }
    return weigh(bench, weighed, more.users, restMs)
  })
}

/**
 * What each of so many users adds, by those who stand already.
 * @param restMs before the second look, beside what it takes to settle; only in long runs.
 */
export async function weigh(
  bench: Bench,
  server: Weighed,
  users: number,
  restMs = 0,
): Promise<BytesEach> {
  // NOTE some stand before the first look: what comes with the first ones is not counted for the others.
  await server.join(0, firstUsers)
  await settle(bench, server)
  const before = { user: pssBytes(server.pids), kernel: kernelBytes() }
  await server.join(firstUsers, users)
  await sleep(bench.full ? restMs : 0)
  await settle(bench, server)
  const after = { user: pssBytes(server.pids), kernel: kernelBytes() }
  const cpuBefore = sampleCpu(server.pids)
  const watchMs = bench.full ? 60_000 : 3_000
  await sleep(watchMs)
  const spent = cpuBetween(cpuBefore, sampleCpu(server.pids))
  const { lost } = await server.leave()
  if (lost > 0) bench.faults('idle', [`${lost} connections were lost`])
  return {
    user: (after.user - before.user) / users,
    kernel: (after.kernel - before.kernel) / (2 * users),
    busy: spent.us / 1_000 / watchMs,
  }
}

const collections = 3

export async function settle(bench: Bench, server: Pick<Idle, 'collectGarbage'>): Promise<void> {
  await sleep(bench.full ? 10_000 : 1_500)
  // NOTE one does not do: what the last one made old is found by the next.
  for (let count = 0; count < collections; count += 1) {
    await server.collectGarbage()
    await sleep(500)
  }
}

function report(bench: Bench, name: string, bytes: BytesEach, target: Target | undefined): void {
  bench.figure({ scenario: 'idle', name, value: bytes.user / kib, unit: 'KiB', target })
  bench.detail(`idle ${name}`, bytes)
  const kernel = (bytes.kernel / kib).toFixed(1)
  bench.say(`${name}: kernel ${kernel} KiB each, server ${(100 * bytes.busy).toFixed(2)} % busy`)
}

export async function withCertificate<T>(
  run: (tls: { cert: string; key: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-tls-'))
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=localhost', '-keyout', tls.key, '-out', tls.cert]
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, ...names], { stdio: 'pipe' })
    return await run(tls)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
