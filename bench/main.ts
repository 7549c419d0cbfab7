// `npm run bench`: the quick profile of every scenario. `-- NAME`: one scenario. `-- --full NAME`: long and large enough
// to be quoted; interrupted, it goes on with the cells that are missing (`--again`: with all). `--cell NAME`: only that one,
// where a scenario has named cells. `--profile FOLDER` writes CPU profiles of the server; `--baseline` keeps the result as the one to
// compare with.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench } from './lab/bench.ts'
import { benchFolder } from './lab/child.ts'
import { measureFloor } from './lab/floor.ts'
import { KeptCells, sourcesOf } from './lab/kept-cells.ts'
import { startLoad } from './lab/load.ts'
import { newReport, table, writeReport } from './lab/report.ts'
import { medians } from './lab/rounds.ts'
import { accessProcesses } from './scenarios/access-processes.ts'
import { day } from './scenarios/day.ts'
import { fanOut } from './scenarios/fan-out.ts'
import { firstSync } from './scenarios/first-sync.ts'
import { growth } from './scenarios/growth.ts'
import { idle } from './scenarios/idle.ts'
import { loginStorm } from './scenarios/login-storm.ts'
import { login } from './scenarios/login.ts'
import { longLists } from './scenarios/long-lists.ts'
import { offlineReturn } from './scenarios/offline-return.ts'
import { oneToOne } from './scenarios/one-to-one.ts'
import { oneToOneCells } from './scenarios/one-to-one-cells.ts'
import { setUpPeers } from './peers/set-up.ts'
import { peerCosts } from './scenarios/peer-costs.ts'
import { besideOneToOne, peers } from './scenarios/peers.ts'
import { presence } from './scenarios/presence.ts'
import { search } from './scenarios/search.ts'
import { soak } from './scenarios/soak.ts'

type Scenario = (bench: Bench) => Promise<void>

const scenarios = {
  'one-to-one': oneToOne,
  login,
  'login-storm': loginStorm,
  idle,
  'offline-return': offlineReturn,
  'first-sync': whole('first sync', firstSync),
  'fan-out': fanOut,
  'long-lists': whole('long lists', longLists),
  search: whole('search', search),
  day,
  growth,
  presence,
  peers,
  'peer-costs': peerCosts,
  'access-processes': whole('access processes', accessProcesses),
  'one-to-one-cells': oneToOneCells,
  soak,
} as const
type ScenarioName = keyof typeof scenarios

/** Too long for the quick profile of everything. */
const onlyByName: readonly ScenarioName[] = ['peer-costs', 'one-to-one-cells', 'soak']

/** With `--full`, what has a target is measured five times, in turns with a peer where one is driven by that definition. */
const rounds = 5
const inRounds: Partial<Record<ScenarioName, { beside?: Scenario }>> = {
  'one-to-one': { beside: besideOneToOne },
  login: {},
  'login-storm': {},
  idle: {},
  'offline-return': {},
  'fan-out': {},
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    baseline: { type: 'boolean', default: false },
    profile: { type: 'string' },
    cell: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean', default: false },
    'set-up-peers': { type: 'boolean', default: false },
  },
})
process.exitCode = await main()

async function main(): Promise<number> {
  if (values['set-up-peers']) {
    setUpPeers()
    return 0
  }
  const all = (Object.keys(scenarios) as ScenarioName[]).filter((one) => !onlyByName.includes(one))
  const names = positionals.length > 0 ? positionals : all
  const unknown = names.find((name) => !(name in scenarios))
  if (unknown !== undefined || (values.full && positionals.length !== 1)) {
    const known = Object.keys(scenarios).join(', ')
    process.stderr.write(`usage: npm run bench -- [--full] [NAME]; names: ${known}\n`)
    return 2
  }
  const load = startLoad()
  try {
    const report = newReport(values.full ? 'full' : 'quick', await measureFloor(load))
    const cells = values.full ? keptCells(names[0] ?? '') : undefined
    const { full, profile: profileFolder, cell: only } = values
    const bench = new Bench(load, report, { full, profileFolder, cells, only })
    process.stderr.write(`${heading(report)}\n`)
    for (const name of names as ScenarioName[]) {
      process.stderr.write(`${name}\n`)
      const startMs = performance.now()
      await measure(bench, name)
      const tookS = (performance.now() - startMs) / 1_000
      process.stderr.write(`${name} took ${tookS.toFixed(0)} s\n`)
    }
    const [strange] = bench.unknownCells
    if (strange !== undefined) {
      process.stderr.write(`no cell of ${names.join(', ')} is called ${strange}\n`)
      return 2
    }
    report.figures = medians(report.figures)
    process.stdout.write(`\n${heading(report)}\n\n${table(report.figures)}\n`)
    for (const fault of report.faults) process.stdout.write(`VOID ${fault}\n`)
    const name = positionals.length === 1 ? `${report.profile}-${names[0]}` : report.profile
    const stamp = report.startedAt.replaceAll(/[:.]/g, '-')
    const path = values.baseline
      ? `baselines/${name}.json`
      : join('results/local', `${stamp}-${name}.json`)
    process.stdout.write(`\n${writeReport(report, path)}\n`)
    return report.faults.length > 0 ? 1 : 0
  } finally {
    await load.stop()
  }
}

/** What was measured before by the same sources stays measured, unless it is to be done again. */
function keptCells(name: string): KeptCells {
  const folder = join(benchFolder, 'results/local/cells', name)
  if (values.again) rmSync(folder, { recursive: true, force: true })
  return new KeptCells(folder, sourcesOf(benchFolder))
}

async function measure(bench: Bench, name: ScenarioName): Promise<void> {
  const turns = bench.full ? inRounds[name] : undefined
  if (turns === undefined) return scenarios[name](bench)
  const both: Scenario[] = [scenarios[name], ...(turns.beside === undefined ? [] : [turns.beside])]
  for (bench.round = 1; bench.round <= rounds; bench.round += 1) {
    process.stderr.write(`${name}, round ${bench.round} of ${rounds}\n`)
    for (const one of bench.round % 2 === 1 ? both : both.toReversed()) await one(bench)
  }
}

/** A scenario that is one cell. */
function whole(name: string, scenario: Scenario): Scenario {
  return (bench) => bench.cell(name, () => scenario(bench))
}

function heading({ profile, machine, node, pinning, limits, floor }: ReturnType<typeof newReport>) {
  const { echoUs, messageUs, fdatasyncMs } = floor
  const raised = Object.keys(limits).join(', ')
  return [
    `${profile === 'quick' ? 'QUICK profile: for comparison, not for quoting' : 'full profile'}`,
    `${machine}, Node ${node}; ${pinning}; embedded, synchronous=FULL; raised: ${raised}`,
    `floor: echo ${echoUs.toFixed(1)} µs, so ${messageUs.toFixed(1)} µs per message; ` +
      `fdatasync p50 ${fdatasyncMs.p50.toFixed(2)} ms, p99 ${fdatasyncMs.p99.toFixed(2)} ms`,
  ].join('\n')
}
