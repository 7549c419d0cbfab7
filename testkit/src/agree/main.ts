import { parseArgs } from 'node:util'
import { runAgreement } from './run-agreement.ts'
import { missingForSecondProtobuf } from './second-protobuf.ts'

const help = `npm run agree -- [--frames N] [--seed S]

Gives N message bodies (default 100,000), valid and mutated, to Google's protobuf library (python3-protobuf) and to both
of ours, and what each wrote to the others. Exit status 1: they do not agree.`

/** @returns the exit status. */
export async function agree(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      frames: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const frames = Number(values.frames.replaceAll('_', ''))
  if (values.help || !(frames > 0)) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const missing = missingForSecondProtobuf()
  if (missing !== undefined) {
    console.log(`missing: ${missing}`)
    return 2
  }
  const startMs = performance.now()
  const { seed } = values
  const sum = await runAgreement({ frames, seed })
  const seconds = ((performance.now() - startMs) / 1_000).toFixed(0)
  const { read, refused, lenient, disagreements } = sum
  for (const one of disagreements) console.log(`  ${one}`)
  console.log(
    `${sum.frames} bodies, seed ${seed}: ${read} read and ${refused} refused by all, ${disagreements.length} disagreements, ${lenient} times one alone refused as it is known to, ${seconds} s`,
  )
  return disagreements.length > 0 ? 1 : 0
}

if (import.meta.main) process.exitCode = await agree(process.argv.slice(2))
