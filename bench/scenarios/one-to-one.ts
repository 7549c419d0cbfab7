import { setTimeout as sleep } from 'node:timers/promises'
import { tcpEndpoint, type Bench } from '../lab/bench.ts'
import { sampleCpu } from '../lab/proc.ts'
import { scrape } from '../lab/scrape.ts'
import type { BenchServer } from '../lab/server.ts'
import { untilIndexed } from '../lab/until-indexed.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'
import { shapeName } from './shape-name.ts'

interface Cell {
  users: number
  shape: OneToOneInput['shape']
  /** Until the search index has everything, too. */
  isIndexed?: boolean
}

/** Above this the load process is the limit: what was reached is a lower bound. */
const loadBusyMax = 0.85

/** B3: each message stored, acked, delivered and acknowledged by its receiver, who is online. */
export async function oneToOne(bench: Bench): Promise<void> {
  const cost = await cell(bench, { users: 200, shape: { closed: { window: 1 } }, isIndexed: true })
  const us = usPerMessage(cost)
  bench.cpuFigure('1:1', 'CPU per message, U=200 W=1', us, { must: 60, aim: 40 }, true)
  const kept = us + cost.searchUs
  const keptName = 'CPU per message, U=200 W=1, search index kept up'
  bench.cpuFigure('1:1', keptName, kept, { must: 90, aim: 70 }, true)
  bench.rateFigure('1:1', 'rate, U=200 W=1', rate(cost), undefined, loadNote(cost))

  const open = await cell(bench, { users: 200, shape: { open: { perSecond: 1_500 } } })
  const latency = { scenario: '1:1', unit: 'ms' }
  bench.figure({
    ...{ ...latency, name: 'end to end p99, open 1,500/s', value: open.endToEndMs.p99 },
    target: { must: 2, aim: 1 },
  })
  bench.figure({ ...latency, name: 'end to end p50, open 1,500/s', value: open.endToEndMs.p50 })
  bench.cpuFigure('1:1', 'CPU per message, open 1,500/s', usPerMessage(open), undefined)
  const stall = { ...latency, target: { must: 50, aim: 15 } }
  bench.figure({ ...stall, name: 'longest wait for an ack, open 1,500/s', value: open.ackMs.max })
  const late = open.loopDelayMs
  bench.figure({ ...stall, name: 'longest delay of the event loop, open 1,500/s', value: late })

  const deep = await cell(bench, { users: 400, shape: { closed: { window: 16 } } })
  const capacity = { must: 20_000, aim: 25_000 }
  bench.rateFigure('1:1', 'capacity, U=400 W=16', rate(deep), capacity, loadNote(deep))
  // NOTE what the core would give if nothing else ran on it: all threads are counted, that of the search too.
  const perCpuSecond = (deep.delivered / deep.server.us) * 1e6
  const perCpuName = 'capacity per CPU second, U=400 W=16'
  bench.rateFigure('1:1', perCpuName, perCpuSecond, capacity, 'all threads')
  bench.cpuFigure('1:1', 'CPU per message, U=400 W=16', usPerMessage(deep), undefined, true)
}

/** What a cell gives beside the load's own account. */
interface CellResult extends OneToOneResult {
  /** Of the thread that searches, from the first message until the index had all of them, for each one. */
  searchUs: number
  /** The longest while it was measured. */
  loopDelayMs: number
}

function cell(bench: Bench, measured: Cell): Promise<CellResult> {
  const { users, shape, isIndexed = false } = measured
  const name = shapeName(users, shape)
  return bench.cell(name, () => measureCell(bench, name, { users, shape, isIndexed }))
}

function measureCell(
  bench: Bench,
  name: string,
  { users, shape, isIndexed }: Cell,
): Promise<CellResult> {
  return bench.withServer({}, async (server: BenchServer) => {
    const measureMs = bench.full ? 60_000 : 6_000
    const delay = longestDelay(server, warmUpMs, measureMs)
    const result = await bench.load.run('oneToOneLoad', {
      endpoint: tcpEndpoint(server),
      serverPid: server.pid,
      firstUser: bench.plan.ringUsers,
      users,
      shape,
      warmUpMs,
      measureMs,
    })
    bench.faults(`1:1 ${name}`, result.faults)
    bench.detail(`1:1 ${name}`, result)
    const { delivered, audited, server: spent } = result
    const threads = spent.threads.map(({ name, us }) => `${name} ${(us / delivered).toFixed(1)}`)
    bench.say(
      `${delivered} measured, ${audited} audited; µs each: ${threads.slice(0, 5).join(', ')}`,
    )
    const loopDelayMs = await delay
    if (isIndexed === true) await untilIndexed(server)
    const searchUs = isIndexed === true ? threadUs(server, searchThread) / audited : Number.NaN
    return { ...result, searchUs, loopDelayMs }
  })
}

const warmUpMs = 10_000
const searchThread = 'search'

/** Each look at the live figures begins their longest delay anew. NOTE people who join take a part of the time before. */
async function longestDelay(server: BenchServer, afterMs: number, forMs: number): Promise<number> {
  await sleep(afterMs)
  await scrape(server)
  await sleep(forMs)
  const found = await scrape(server)
  return 1_000 * (found.get('parley_event_loop_delay_seconds{quantile="max"}') ?? Number.NaN)
}

function threadUs({ pid }: BenchServer, wanted: string): number {
  const all = [...sampleCpu(pid).threads.values()]
  return all.filter(({ name }) => name === wanted).reduce((sum, { us }) => sum + us, 0)
}

/** Without the index, which has a row of its own: it may be behind, so what it used meanwhile says nothing. */
function usPerMessage({ server, delivered }: OneToOneResult): number {
  const search = server.threads.filter(({ name }) => name === searchThread)
  return (server.us - search.reduce((sum, { us }) => sum + us, 0)) / delivered
}
const rate = ({ delivered, measuredMs }: OneToOneResult) => (delivered / measuredMs) * 1_000

function loadNote({ loadBusy }: OneToOneResult): string | undefined {
  const percent = `load ${Math.round(100 * loadBusy)} % busy`
  return loadBusy > loadBusyMax ? `at least; ${percent}` : percent
}
