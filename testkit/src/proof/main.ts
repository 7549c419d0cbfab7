import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { commit } from '../soak/figures-file.ts'
import { pieces } from './pieces.ts'
import { runPiece } from './run-piece.ts'
import { runProof } from './run-proof.ts'

const help = `npm run proof -- [--seed S] [--only PIECE,PIECE]

Everything that proves something, with small numbers, one after the other and in at most 15 minutes:
${pieces.map(({ name }) => name).join(', ')}.
Each has a command of its own for larger ones (docs/proof.md). At the end a table: what was promised, what was tried, how
many violations, from which seed. What cannot be tried here is named. Exit status 1: a violation, or something that should
have been tried was not.`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const only = values.only?.split(',')
const chosen = pieces.filter(({ name }) => only?.includes(name) ?? true)
const seed = Number(values.seed)
if (values.help || !Number.isSafeInteger(seed) || chosen.length < (only?.length ?? 1)) {
  console.log(help)
  process.exit(values.help ? 0 : 2)
}
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
console.log(`proof: seed ${seed}, commit ${commit()}`)
const isGood = await runProof({
  pieces: chosen,
  seed,
  signal: stop.signal,
  runPiece,
  nowMs: () => performance.now(),
  print: (text) => console.log(text),
})
process.exitCode = isGood ? 0 : 1
