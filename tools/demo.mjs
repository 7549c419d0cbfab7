// `npm run demo -- [options]`: a seeded world to look at. Runs on plain Node 20.
import { join } from 'node:path'
import { runNode } from '../terminal/bin/launch.mjs'
import { ensureDependencies } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { ensureWebBuild } from './lib/web.mjs'

const node = ensureDependencies()
if (!ensureWebBuild(node)) process.exit(1)

const main = join(root, 'server', 'src', 'app', 'demo', 'main.ts')
process.exitCode = await runNode(node, [main, ...process.argv.slice(2)])
