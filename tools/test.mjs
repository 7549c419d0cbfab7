// `npm test`: everything, on a fresh clone too. `npm test -- PATTERN`: only the tests of matching files.
import { ensureDependencies } from './lib/install.mjs'
import { say } from './lib/root.mjs'
import * as checks from './lib/static.mjs'
import { runSteps } from './lib/steps.mjs'
import { ensureSystem } from './lib/system.mjs'
import { runTests, testFiles } from './lib/tests.mjs'
import { ensureWebBuild } from './lib/web.mjs'

const patterns = process.argv.slice(2)
const node = ensureDependencies()
const failed = []

if (!ensureSystem()) failed.push('what tests need from the system')
if (patterns.length === 0) failed.push(...(await runSteps(Object.values(checks))))
else say('only the tests of matching files; formatting, lint, types and layers are left out')
if (!ensureWebBuild(node)) failed.push('web build')

if (failed.length > 0) say(`failed so far: ${failed.join(', ')}; running the tests all the same`)
if (!runTests(node, testFiles({ patterns }))) failed.push('tests')
if (failed.length > 0) say(`FAILED: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
