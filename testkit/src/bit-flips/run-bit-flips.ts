import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { populate } from './populate.ts'
import type { Trial } from './run-trial.ts'

/** Trials of one process. */
const trialsEach = 25
/** Without a word for so long a process hangs: nothing in a trial takes as long. */
const silentMsMax = 180_000
const child = join(import.meta.dirname, 'child.ts')

export interface BitFlips {
  trials: Trial[]
  /** Trials in which the process ended or hung, which no damage may do. */
  broken: number[]
}

/** Damages copies of a populated store, one bit or one cut each, and tells what each then serves. */
export async function runBitFlips(input: {
  count: number
  seed: number
  first?: number
  onTrial?: (trial: Trial) => void
}): Promise<BitFlips> {
  const scratch = mkdtempSync(join(tmpdir(), 'parley-bit-flips-'))
  try {
    const populated = await populate(join(scratch, 'town'))
    mkdirSync(join(scratch, 'sound'))
    const first = input.first ?? 0
    const waiting = Array.from({ length: input.count }, (_, index) => first + index)
    const done: BitFlips = { trials: [], broken: [] }
    while (waiting.length > 0) {
      const trials = waiting.splice(0, trialsEach)
      rmSync(join(scratch, 'sound'), { recursive: true })
      cpSync(populated.killed, join(scratch, 'sound'), { recursive: true })
      const given = JSON.stringify({ populated, seed: input.seed, trials, scratch })
      const told = await runChild(given, (trial) => {
        done.trials.push(trial)
        input.onTrial?.(trial)
      })
      const [broken, ...rest] = trials.slice(told)
      if (broken === undefined) continue
      done.broken.push(broken)
      waiting.unshift(...rest)
    }
    return done
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** One sentence for each trial that is a violation. */
export function bitFlipProblems({ trials, broken }: BitFlips): string[] {
  const wrong = trials.filter(({ outcome }) => outcome === 'wrong')
  return [
    ...wrong.map(({ trial, what }) => `trial ${trial}: wrong, and nothing says so: ${what}`),
    ...broken.map((trial) => `trial ${trial}: the process ended or hung`),
  ]
}

/** @returns how many trials it told of before it ended. */
async function runChild(given: string, take: (trial: Trial) => void): Promise<number> {
  const process = spawn(globalThis.process.execPath, [child, given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  const hangs = () => setTimeout(() => process.kill('SIGKILL'), silentMsMax)
  let timer = hangs()
  for await (const line of createInterface({ input: process.stdout })) {
    clearTimeout(timer)
    timer = hangs()
    told += 1
    take(JSON.parse(line) as Trial)
  }
  clearTimeout(timer)
  return told
}
