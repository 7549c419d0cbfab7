// A process of its own for some trials: whatever damaged bytes do to SQLite, it ends here.
import type { Populated } from './populate.ts'
import { readStore, runTrial } from './run-trial.ts'

interface Given {
  populated: Populated
  seed: number
  trials: number[]
  scratch: string
}

const { populated, seed, trials, scratch } = JSON.parse(process.argv[2] ?? '') as Given
const expected = await readStore(`${scratch}/sound`, populated.manifest)
for (const trial of trials) {
  const found = await runTrial(populated, expected, { seed, trial, scratch })
  process.stdout.write(`${JSON.stringify(found)}\n`)
}
process.exit(0)
