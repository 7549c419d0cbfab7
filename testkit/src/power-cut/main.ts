import { parseArgs } from 'node:util'
import { FiguresFile } from '../soak/figures-file.ts'
import { runPowerCut } from './run-power-cut.ts'

const help = `npm run power-cut -- [--cycles N] [--messages N] [--control N] [--seed S]

The real server runs in an emulated machine (Debian's cloud kernel, ext4) that loses power with sends in flight, N times
and about every 100 messages; devices and their ledger live outside. After each cut the disk is taken out: every acked
message must be there once and in its place, and the store sound. At the end of a round of 20 cuts the checker judges
what the devices showed; with --figures FILE it leaves a line there, and what the file has counts. Before, a server that acks without syncing (synchronous=NORMAL) must be seen to lose within
--control cuts. Exit status 0: the control lost, the product did not.`

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '10' },
    messages: { type: 'string', default: '100' },
    control: { type: 'string', default: '10' },
    figures: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(help)
  process.exit(0)
}
const seed = Number(values.seed)
log(`seed ${seed}`)
const problems = await runPowerCut({
  cycles: Number(values.cycles),
  messages: Number(values.messages),
  controls: Number(values.control),
  seed,
  figures: new FiguresFile(values.figures, 'power cut'),
  log,
})
for (const problem of problems) log(`VIOLATION: ${problem}`)
process.exitCode = problems.length === 0 ? 0 : 1

function log(text: string): void {
  process.stdout.write(`power cut: ${text}\n`)
}
