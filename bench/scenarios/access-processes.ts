import { tcpEndpoint, webSocketEndpoint, type Bench } from '../lab/bench.ts'
import { accessProcessesFor, onAll, withParts } from '../lab/parts.ts'
import type { OneToOneInput } from '../load/one-to-one-load.ts'
import { bytesEach, withCertificate } from './idle.ts'

const kib = 1_024
const several = { 'access-processes': '2' }
const sides = [
  ['embedded', {}],
  ['2 access processes', several],
] as const

/** What the link between connections and rules costs, beside one process for all; and how many connections fit. */
export async function accessProcesses(bench: Bench): Promise<void> {
  for (const [name, settings] of sides) {
    const thin = await cell(bench, settings, { users: 200, window: 1 })
    bench.cpuFigure('link', `CPU per message, U=200 W=1, ${name}`, thin.us, undefined, true)
    const deep = await cell(bench, settings, { users: 400, window: 16 })
    bench.cpuFigure('link', `CPU per message, U=400 W=16, ${name}`, deep.us, undefined, true)
    bench.rateFigure('link', `capacity, U=400 W=16, ${name}`, deep.perSecond, undefined)
  }
  for (const [name, settings] of sides) await idleBytes(bench, name, settings)
  await fit(bench)
}

async function cell(
  bench: Bench,
  settings: Readonly<Record<string, string>>,
  { users, window }: { users: number; window: number },
): Promise<{ us: number; perSecond: number }> {
  const shape: OneToOneInput['shape'] = { closed: { window } }
  return bench.withServer(settings, async (server) => {
    const result = await bench.load.run('oneToOneLoad', {
      ...{ endpoint: tcpEndpoint(server), serverPid: server.pid, shape, users },
      ...{ firstUser: bench.plan.ringUsers, warmUpMs: 6_000 },
      measureMs: bench.full ? 60_000 : 6_000,
    })
    bench.faults(`link U=${users} W=${window}`, result.faults)
    const { delivered, measuredMs, server: spent } = result
    const threads = spent.threads.map(({ name, us }) => `${name} ${(us / delivered).toFixed(1)}`)
    bench.say(`${delivered} measured; µs each: ${threads.slice(0, 6).join(', ')}`)
    return { us: spent.us / delivered, perSecond: (delivered / measuredMs) * 1_000 }
  })
}

async function idleBytes(
  bench: Bench,
  name: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const users = bench.full ? 10_000 : 4_000
  const tell = (transport: string, bytes: number) =>
    bench.figure({
      ...{ scenario: 'link', name: `idle ${transport}, ${name}`, value: bytes / kib, unit: 'KiB' },
    })
  await bench.withServer(settings, async (server) => {
    tell('TCP', (await bytesEach(bench, server, { endpoint: tcpEndpoint(server), users })).user)
  })
  if (bench.full)
    await bench.withServer(settings, async (server) => {
      tell(
        'WebSocket',
        (await bytesEach(bench, server, { endpoint: webSocketEndpoint(server), users })).user,
      )
    })
  await withCertificate(async (tls) => {
    const secure = { ...settings, 'tls-cert': tls.cert, 'tls-key': tls.key }
    await bench.withServer(secure, async (server) => {
      tell(
        'TLS',
        (await bytesEach(bench, server, { endpoint: tcpEndpoint(server), users: users / 4 })).user,
      )
    })
  })
}

/** More connections than one process may have files. */
async function fit(bench: Bench): Promise<void> {
  const users = bench.full ? 100_000 : 25_000
  const processes = accessProcessesFor(users) + 1
  const settings = { 'access-processes': String(processes), 'connections-max': '140000' }
  const plan = { ...bench.plan, users: Math.max(bench.plan.users, users) }
  await bench.withServer(
    settings,
    (server) =>
      withParts({ firstUser: 0, users }, async (parts) => {
        const startMs = performance.now()
        const joined = await onAll(parts, ({ load, firstUser, users: count }) =>
          load.run('idleLoad', {
            ...{ step: 'join', firstUser, users: count, isBare: false },
            endpoint: tcpEndpoint(server),
          }),
        )
        const seconds = (performance.now() - startMs) / 1_000
        const stood = joined.reduce((sum, { connected, lost }) => sum + connected - lost, 0)
        bench.say(`${stood} connections in ${seconds.toFixed(0)} s`)
        const unit = 'connections'
        bench.figure({ scenario: 'link', name: 'stood at once', value: stood, unit, isRate: true })
      }),
    plan,
  )
}
