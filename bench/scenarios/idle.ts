import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tcpEndpoint, webSocketEndpoint, type Bench } from '../lab/bench.ts'
import { startBareServer } from '../lab/floor.ts'
import { cpuBetween, kernelBytes, pssBytes, sampleCpu } from '../lab/proc.ts'
import type { Target } from '../lab/report.ts'
import type { Endpoint } from '../load/endpoint.ts'

interface Idle {
  pid: number
  collectGarbage(): Promise<void>
}

const kib = 1_024
/** Stand before the first look at memory. */
export const firstUsers = 500

/** B1: bytes of an authenticated connection that does nothing but its heartbeat. */
export async function idle(bench: Bench): Promise<void> {
  const many = bench.full ? 10_000 : 5_000
  const plain = [
    ['TCP', tcpEndpoint, { must: 8, aim: 5.9 }],
    ['WebSocket', webSocketEndpoint, { must: 10, aim: 8 }],
  ] as const
  for (const [name, endpointOf, target] of plain) {
    await bench.cell(name, () =>
      bench.withServer({}, async (server) => {
        report(bench, name, await bytesEach(bench, server, endpointOf(server), many), target)
      }),
    )
  }
  await bench.cell('TLS', () => withCertificate((tls) => secured(bench, tls)))
}

/** Beside what a bare server of Node's TLS uses, just before. */
async function secured(bench: Bench, tls: { cert: string; key: string }): Promise<void> {
  const users = bench.full ? 10_000 : 1_500
  const bare = await startBareServer(tls)
  const endpoint = { transport: 'tls', host: '127.0.0.1', port: bare.port } as const
  const floor = await bytesEach(bench, bare, endpoint, users, true)
  await bare.stop()
  report(bench, 'bare TLS', floor, undefined)
  const settings = { 'tls-cert': tls.cert, 'tls-key': tls.key }
  await bench.withServer(settings, async (server) => {
    const ours = await bytesEach(bench, server, tcpEndpoint(server), users)
    const floorKib = floor.user / kib
    report(bench, 'TLS', ours, { must: floorKib + 6, aim: floorKib + 3 })
  })
}

interface BytesEach {
  user: number
  kernel: number
  busy: number
}

export async function bytesEach(
  bench: Bench,
  server: Idle,
  endpoint: Endpoint,
  users: number,
  isBare = false,
): Promise<BytesEach> {
  const join = (firstUser: number, count: number) =>
    bench.load.run('idleLoad', { step: 'join', endpoint, firstUser, users: count, isBare })
  // NOTE some stand before the first look: what comes with the first ones is not counted for the others.
  await join(0, firstUsers)
  await settle(bench, server)
  const before = { user: pssBytes(server.pid), kernel: kernelBytes() }
  await join(firstUsers, users)
  await settle(bench, server)
  const after = { user: pssBytes(server.pid), kernel: kernelBytes() }
  const cpuBefore = sampleCpu(server.pid)
  const watchMs = bench.full ? 60_000 : 3_000
  await sleep(watchMs)
  const spent = cpuBetween(cpuBefore, sampleCpu(server.pid))
  const { lost } = await bench.load.run('idleLoad', { step: 'leave' })
  if (lost > 0) bench.faults('idle', [`${lost} connections were lost`])
  return {
    user: (after.user - before.user) / users,
    kernel: (after.kernel - before.kernel) / (2 * users),
    busy: spent.us / 1_000 / watchMs,
  }
}

const collections = 3

export async function settle(bench: Bench, server: Idle): Promise<void> {
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

export async function withCertificate(run: (tls: { cert: string; key: string }) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-tls-'))
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=localhost', '-keyout', tls.key, '-out', tls.cert]
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, ...names], { stdio: 'pipe' })
    await run(tls)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
