// `npm run check`: what takes less than a minute. Run it before every commit.
import { ensureDependencies } from './lib/install.mjs'
import { say } from './lib/root.mjs'
import { format, layers, lint, types } from './lib/static.mjs'
import { runSteps } from './lib/steps.mjs'
import { runTests, testFiles } from './lib/tests.mjs'

const node = ensureDependencies()
const failed = await runSteps([format, lint, types, layers])
if (!runTests(node, testFiles({ unitOnly: true }))) failed.push('unit tests')
if (failed.length > 0) say(`FAILED: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
