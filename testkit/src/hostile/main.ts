import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decoderNames, type DecoderName } from './decoders/all.ts'
import type { RoundsReport } from './run-rounds.ts'

const help = `npm run hostile -- [--frames N] [--decoder ${decoderNames.join('|')}] [--seed S] [--round R]

Gives each decoder N mutated and guided frames through its production entrance (default 100,000), in a process of its own.
Nothing may escape, take more than 50 ms, keep memory, go unanswered, or disturb a neighbour. The same seed tries the
same; with --round only that round, with stacks. Exit status 1: a violation.`

const heapMbMax = 512
/** A round takes a second or a few. */
const silentMsMax = 300_000
const tellEveryMs = 60_000

export interface HostileTask {
  decoder: DecoderName
  seed: string
  frames: number
  round: number | undefined
}

/** @returns the exit status. */
export async function hostile(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      frames: { type: 'string', default: '100000' },
      decoder: { type: 'string', multiple: true },
      seed: { type: 'string', default: '1' },
      round: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const chosen = values.decoder ?? decoderNames
  const frames = Number(values.frames.replaceAll('_', ''))
  const unknown = chosen.some((name) => !(decoderNames as string[]).includes(name))
  if (values.help || unknown || !(frames > 0)) {
    console.log(help)
    return values.help ? 0 : 2
  }
  const round = values.round === undefined ? undefined : Number(values.round)
  let violations = 0
  for (const decoder of chosen as DecoderName[]) {
    const task = { decoder, seed: values.seed, frames, round }
    violations += (await tryDecoder(task, (line) => console.log(line))).violations.length
  }
  return violations > 0 ? 1 : 0
}

export interface TriedDecoder {
  frames: number
  /** As sentences; a crash or a hang is one. */
  violations: string[]
}

export async function tryDecoder(
  task: HostileTask,
  print: (line: string) => void,
): Promise<TriedDecoder> {
  const startMs = performance.now()
  let last: RoundsReport | undefined
  const failure = await inChild(task, (report) => {
    const tellMs = performance.now()
    if (last !== undefined && tellMs - toldMs < tellEveryMs) return void (last = report)
    toldMs = tellMs
    last = report
    print(`… ${summary(task, report, startMs)}`)
  })
  if (last !== undefined) print(summary(task, last, startMs))
  const violations = [...(last?.violations ?? [])]
  if (failure !== undefined)
    violations.push(`CRASH of ${task.decoder} in round ${last?.rounds ?? 0}: ${failure}`)
  for (const violation of violations) print(`  ${violation}`)
  return { frames: last?.frames ?? 0, violations }
}

let toldMs = 0

/** @returns why it did not end well. */
function inChild(
  task: HostileTask,
  progress: (report: RoundsReport) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'child.ts'), [JSON.stringify(task)], {
      execArgv: ['--expose-gc', `--max-old-space-size=${heapMbMax}`],
    })
    let hung = false
    const silence = setTimeout(() => {
      hung = true
      child.kill('SIGKILL')
    }, silentMsMax)
    child.on('message', (report) => {
      silence.refresh()
      progress(report as RoundsReport)
    })
    child.on('exit', (status, signal) => {
      clearTimeout(silence)
      if (hung) resolve(`nothing for ${silentMsMax} ms`)
      else resolve(status === 0 ? undefined : `status ${status ?? signal}`)
    })
  })
}

function summary(task: HostileTask, report: RoundsReport, startMs: number): string {
  const seconds = (performance.now() - startMs) / 1_000
  const { frames, rounds, slowestMs, heapGrowthBytes, heapPeakBytes, violations } = report
  const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`
  return [
    `${task.decoder}: ${frames} frames in ${rounds} rounds, seed ${task.seed}`,
    `${(frames / seconds).toFixed(0)} a second`,
    `slowest batch ${slowestMs.toFixed(1)} ms`,
    `heap grew ${mb(heapGrowthBytes)} (peak ${mb(heapPeakBytes)})`,
    `${violations.length} violations`,
  ].join(', ')
}

if (import.meta.main) process.exitCode = await hostile(process.argv.slice(2))
