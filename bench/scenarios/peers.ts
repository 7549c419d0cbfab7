import type { Bench } from '../lab/bench.ts'
import { measureFloor } from '../lab/floor.ts'
import type { OneToOneInput, OneToOneResult } from '../load/one-to-one-load.ts'
import { hasMosquitto, startMosquitto } from '../peers/mosquitto.ts'

const scenario = 'mosquitto QoS 1'
/** What its ack promises: D0 memory, D1 handed to the system, D2 synced. Ours is D2. */
const promise = 'its ack: in memory (D0)'

/** 1:1 by the same definition, through the peer's own protocol. Installed by `--set-up-peers`. */
export async function peers(bench: Bench): Promise<void> {
  if (!hasMosquitto()) return bench.say('SKIPPED mosquitto: npm run bench -- --set-up-peers')
  const thin = await cell(bench, 200, { closed: { window: 1 } })
  bench.cpuFigure(scenario, `1:1 CPU per message, U=200 W=1; ${promise}`, usEach(thin), undefined)
  bench.rateFigure(scenario, 'rate, U=200 W=1', perSecond(thin), undefined, busy(thin))
  const open = await cell(bench, 200, { open: { perSecond: 1_500 } })
  const ms = { scenario, unit: 'ms' }
  bench.figure({ ...ms, name: 'end to end p50, open 1,500/s', value: open.endToEndMs.p50 })
  bench.figure({ ...ms, name: 'end to end p99, open 1,500/s', value: open.endToEndMs.p99 })
  bench.cpuFigure(scenario, 'CPU per message, open 1,500/s', usEach(open), undefined)
  const deep = await cell(bench, 400, { closed: { window: 16 } })
  bench.rateFigure(scenario, 'capacity, U=400 W=16', perSecond(deep), undefined, busy(deep))
  bench.cpuFigure(scenario, 'CPU per message, U=400 W=16', usEach(deep), undefined)
}

async function cell(
  bench: Bench,
  users: number,
  shape: OneToOneInput['shape'],
): Promise<OneToOneResult> {
  bench.report.floor = await measureFloor(bench.load)
  bench.report.floors.push(bench.report.floor)
  const broker = await startMosquitto()
  try {
    const result = await bench.load.run('mqttLoad', {
      ...{ port: broker.port, serverPid: broker.pid, users, shape },
      ...{ warmUpMs: bench.full ? 10_000 : 3_000, measureMs: bench.full ? 60_000 : 6_000 },
    })
    bench.faults(scenario, result.faults)
    bench.detail(`${scenario} U=${users} ${JSON.stringify(shape)}`, result)
    return result
  } finally {
    await broker.stop()
  }
}

const usEach = ({ server, delivered }: OneToOneResult) => server.us / delivered
const perSecond = ({ delivered, measuredMs }: OneToOneResult) => (delivered / measuredMs) * 1_000
const busy = ({ loadBusy }: OneToOneResult) => `load ${Math.round(100 * loadBusy)} % busy`
