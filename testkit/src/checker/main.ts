import { HistoryCheck } from './check-history.ts'
import { readHistory } from './read-history.ts'
import type { Verdict } from './history.ts'

/** `node main.ts HISTORY.jsonl …`: 0 good, 1 violations, 2 nothing proven. */
function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error('usage: node testkit/src/checker/main.ts HISTORY.jsonl [MORE.jsonl …]')
    return 2
  }
  const check = new HistoryCheck()
  for (const line of readHistory(paths)) check.take(line)
  const verdict = check.finish()
  console.log(verdictText(verdict))
  if (verdict.good) return 0
  return Object.values(verdict.violations).some((count) => count > 0) ? 1 : 2
}

export function verdictText({ good, violations, samples, incomplete, figures }: Verdict): string {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  const counts = Object.entries(violations).map(([name, value]) => `${name} ${value}`)
  const lines = [`history: ${parts.join(', ')}`, `violations: ${counts.join(', ')}`, ...samples]
  for (const reason of incomplete) lines.push(`incomplete: ${reason}`)
  lines.push(good ? 'verdict: good' : 'verdict: NOT good')
  return lines.join('\n')
}

if (import.meta.main) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 2
  }
}
