import { join } from 'node:path'
import { run } from 'node:test'
import { ran, type PieceResult } from './piece.ts'

const root = join(import.meta.dirname, '../../..')
/** As in `npm test`: a whole file on a busy machine. */
const testMsMax = 300_000

/** Where a piece is a test: its files are run as `npm test` runs them. `what` is the word for one test. */
export async function runTestFiles(what: string, files: readonly string[]): Promise<PieceResult> {
  const failed: string[] = []
  let passed = 0
  let skipped = 0
  const stream = run({
    files: files.map((file) => join(root, file)),
    concurrency: false,
    timeout: testMsMax,
  })
  stream.on('test:fail', ({ name, details }) => {
    failed.push(`${name}: ${details.error.message}`)
  })
  stream.on('test:summary', ({ file, counts }) => {
    // NOTE the one without a file sums up all of them.
    if (file !== undefined) return
    passed = counts.passed
    skipped = counts.skipped
  })
  for await (const _ of stream) {
    // It flows only where it is read.
  }
  const tried = { [what]: passed + failed.length, ...(skipped > 0 ? { skipped } : {}) }
  return ran(tried, failed)
}
