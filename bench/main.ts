// `npm run bench`: the quick profile of every scenario. `-- NAME`: one scenario. `-- --full NAME`: long and large enough
// to be quoted. `--profile FOLDER` writes CPU profiles of the server; `--baseline` keeps the result as the one to
// compare with.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Bench } from './lab/bench.ts'
import { measureFloor } from './lab/floor.ts'
import { startLoad } from './lab/load.ts'
import { newReport, table, writeReport } from './lab/report.ts'
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
import { setUpPeers } from './peers/set-up.ts'
import { peers } from './scenarios/peers.ts'
import { presence } from './scenarios/presence.ts'
import { search } from './scenarios/search.ts'

const scenarios = {
  'one-to-one': oneToOne,
  login,
  'login-storm': loginStorm,
  idle,
  'offline-return': offlineReturn,
  'first-sync': firstSync,
  'fan-out': fanOut,
  'long-lists': longLists,
  search,
  day,
  growth,
  presence,
  peers,
  'access-processes': accessProcesses,
} as const
type ScenarioName = keyof typeof scenarios

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    baseline: { type: 'boolean', default: false },
    profile: { type: 'string' },
    'set-up-peers': { type: 'boolean', default: false },
  },
})
process.exitCode = await main()

async function main(): Promise<number> {
  if (values['set-up-peers']) {
    setUpPeers()
    return 0
  }
  const names = positionals.length > 0 ? positionals : Object.keys(scenarios)
  const unknown = names.find((name) => !(name in scenarios))
  if (unknown !== undefined || (values.full && positionals.length !== 1)) {
    const known = Object.keys(scenarios).join(', ')
    process.stderr.write(`usage: npm run bench -- [--full] [NAME]; names: ${known}\n`)
    return 2
  }
  const load = startLoad()
  try {
    const report = newReport(values.full ? 'full' : 'quick', await measureFloor(load))
    const bench = new Bench(load, report, { full: values.full, profileFolder: values.profile })
    process.stderr.write(`${heading(report)}\n`)
    for (const name of names as ScenarioName[]) {
      process.stderr.write(`${name}\n`)
      await scenarios[name](bench)
    }
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
