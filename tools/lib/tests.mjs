// Which test files there are, and the one run of them.
import { run, filesBelow, packages, say } from './root.mjs'

const concurrency = 2
/** A whole file, in the slowest lane, on a busy machine. */
const testTimeoutMs = 300_000
const deadline = new URL('file-deadline.mjs', import.meta.url).href

/** Beside the sources and pure: what the quick check runs. Everything slower is in a test/ folder or says what it is. */
const isUnit = (file) => !/\/test\/|\.(flow|browser|fuzz)\.test\.ts$/.test(file)
const isBrowser = (file) => file.endsWith('.browser.test.ts')

const order = (file) => (isUnit(file) ? 0 : isBrowser(file) ? 2 : 1)

/** All test files, the quick ones first. */
export function testFiles({ unitOnly = false, patterns = [] } = {}) {
  return ['tools', ...packages]
    .flatMap(filesBelow)
    .filter((file) => file.endsWith('.test.ts') && (!unitOnly || isUnit(file)))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => matches(file, pattern)))
    .toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
}

function matches(file, pattern) {
  return file.includes(pattern) || new RegExp(pattern).test(file)
}

/** Prints the runner's own summary last. False when a test failed. */
export function runTests(node, files) {
  if (files.length === 0) {
    say('no test file matches')
    return false
  }
  const flags = [`--test-concurrency=${concurrency}`, `--test-timeout=${testTimeoutMs}`]
  return run(node, ['--import', deadline, '--test', '--test-reporter=spec', ...flags, ...files])
}
