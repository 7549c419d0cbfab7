import { parseArgs } from 'node:util'
import { commit } from '../soak/figures-file.ts'
import { bitFlipProblems, runBitFlips, type BitFlips } from './run-bit-flips.ts'

const help = `npm run bit-flips -- [--count N] [--seed S] [--first T]

A populated store, as it lies on the disk after a clean end and after a kill, is damaged: one bit turned, or a file cut,
in the database, the log of writes or a blob. The real store is then started on it (every 25th time with its threads) and
asked for everything, by every way of asking that the rules have. Each answer must be the right one, or a fault, or the store must refuse to start; a wrong
answer is a violation, and so is a process that ends or hangs. What parley doctor --store says is counted beside it.
--first T --count 1 runs one of them again. Exit status 0: no violation.`

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    first: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
const seed = Number(values.seed)
log(`seed ${seed}, commit ${commit()}`)
const startedMs = performance.now()
const found = await runBitFlips({
  count: Number(values.count),
  first: Number(values.first),
  seed,
  onTrial: (trial) => {
    if (trial.outcome === 'wrong' || values.count === '1') log(JSON.stringify(trial))
    if (trial.trial % 100 === 99) log(`${trial.trial + 1} trials`)
  },
})
tell(found)
log(`${Math.round((performance.now() - startedMs) / 1_000)} s`)
process.exitCode = bitFlipProblems(found).length > 0 ? 1 : 0

function tell({ trials, broken }: BitFlips): void {
  for (const target of ['database', 'log', 'blob'] as const) {
    const all = trials.filter((trial) => trial.target === target)
    const outcomes = Object.groupBy(all, ({ outcome }) => outcome)
    const counts = Object.entries(outcomes).map(([outcome, those]) => {
      const seen = those.filter(({ isSeenByDoctor }) => isSeenByDoctor).length
      return `${outcome} ${those.length} (the doctor sees ${seen})`
    })
    log(`${target}: ${all.length} damaged: ${counts.toSorted().join(', ')}`)
  }
  const unseen = trials.filter(
    ({ outcome, isSeenByDoctor }) => outcome !== 'right' && !isSeenByDoctor,
  )
  for (const trial of unseen.slice(0, 5)) log(`not seen by the doctor: ${JSON.stringify(trial)}`)
  if (broken.length > 0) log(`VIOLATION: the process ended or hung in ${broken.join(', ')}`)
}

function log(text: string): void {
  process.stdout.write(`bit flips: ${text}\n`)
}
