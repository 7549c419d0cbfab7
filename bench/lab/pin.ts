import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const canPin = hasTaskset() && availableParallelism() >= 2

/** The core of everything that is measured, and the one of everything that makes load. */
export const cores = { server: 0, load: 1 } as const

/** The command line that runs `args` on one core, where that is possible. */
export function pinned(core: number, args: readonly string[]): [string, string[]] {
  const line = canPin ? ['taskset', '-c', String(core), ...args] : [...args]
  const [command = '', ...rest] = line
  return [command, rest]
}

export function pinning(): string {
  return canPin ? `server on core ${cores.server}, load on core ${cores.load}` : 'not pinned'
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
