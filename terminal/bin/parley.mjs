#!/usr/bin/env node
// The `parley` command: runs terminal/src/main.ts on the pinned Node, wherever it was called from.
import { realpathSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findNode, hasDependency, isRunning, runNode, whenNpmIsGone } from './launch.mjs'

const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
const main = join(here, '..', 'src', 'main.ts')
const compileCache = join(here, '..', '..', 'node_modules', '.cache', 'parley-compile')
const node = findNode(here)

if (!node || !hasDependency(here, '@parley/client')) {
  console.error(
    'parley: the dependencies are not installed. Run `npm ci` in the project folder first.',
  )
  process.exitCode = 69
} else if (isRunning(node)) {
  // Already there: no second process. `main.ts` runs when it is imported.
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? compileCache)
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} else {
  process.exitCode = await runNode(node, [main, ...process.argv.slice(2)], { compileCache })
}
