// Runs named checks, two at a time, and prints each one's output in one piece.
import { availableParallelism } from 'node:os'
import { capture, say } from './root.mjs'

/**
 * A step is a name and how to run it: a command line, or a function that resolves to { ok, output }.
 * @typedef {{ name: string, run: string[] | (() => Promise<{ ok: boolean, output: string }>) }} Step
 */

/** Runs all of them even when one fails, and returns the names of those that failed. */
export async function runSteps(steps) {
  const failed = []
  const waiting = [...steps]
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const startMs = performance.now()
      const { name, run } = step
      const { ok, output } =
        typeof run === 'function' ? await run() : await capture(run[0], run.slice(1))
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
      say(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
      if (!ok) {
        process.stderr.write(`${output.trimEnd()}\n`)
        failed.push(name)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work))
  return failed
}
