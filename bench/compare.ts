// Two trees of this repository in alternation, because the machine is never the same for long:
//
//   node bench/compare.ts OTHER_TREE w1,open 3
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { CellResult } from './cell.ts'

const [other = '', names = 'w1', rounds = '3'] = process.argv.slice(2)
const trees = { old: other, new: join(import.meta.dirname, '..') }
type Side = keyof typeof trees

for (const name of names.split(',')) {
  const found: Record<Side, CellResult[]> = { old: [], new: [] }
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const side of round % 2 === 0 ? (['old', 'new'] as const) : (['new', 'old'] as const)) {
      const result = measure(trees[side], name)
      found[side].push(result)
      process.stdout.write(`${name} ${side}: ${line(result)}\n`)
      for (const fault of result.faults) process.stdout.write(`VOID ${fault}\n`)
    }
  }
  const ratio = median(found.new.map(usEach)) / median(found.old.map(usEach))
  const floors = median(found.new.map(inFloors)) / median(found.old.map(inFloors))
  process.stdout.write(
    `${name}: new ÷ old ${ratio.toFixed(3)}, by the floor of each run ${floors.toFixed(3)}\n`,
  )
}

function measure(tree: string, name: string): CellResult {
  const line = [join(tree, 'bench', 'cell.ts'), name]
  const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore']
  return JSON.parse(execFileSync(process.execPath, line, { stdio, encoding: 'utf8' })) as CellResult
}

function usEach({ server, count }: CellResult): number {
  return server.us / count
}

function inFloors(result: CellResult): number {
  return usEach(result) / result.echoUs
}

function line(result: CellResult): string {
  const { echoUs, count, tookMs, server, latencyMs } = result
  const threads = server.threads.slice(0, 6).map(({ name, us }) => {
    return `${name} ${(us / count).toFixed(1)}`
  })
  const perSecond = Math.round((count / tookMs) * 1_000)
  return [
    `${usEach(result).toFixed(1)} µs (echo ${echoUs.toFixed(1)})`,
    `${perSecond}/s`,
    `p50 ${latencyMs.p50.toFixed(2)} p99 ${latencyMs.p99.toFixed(2)} ms`,
    threads.join(', '),
  ].join('; ')
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
