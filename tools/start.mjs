// `npm start -- [options]`: from a fresh clone to a running server. Runs on plain Node 20.
import { join } from 'node:path'
import { runNode } from '../terminal/bin/launch.mjs'
import { ensureDependencies } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { ensureWebBuild } from './lib/web.mjs'

const node = ensureDependencies()
if (!ensureWebBuild(node)) process.exit(1)

const main = join(root, 'terminal', 'src', 'main.ts')
process.exitCode = await runNode(node, [main, 'serve', ...process.argv.slice(2)], {
  compileCache: join(root, 'node_modules', '.cache', 'parley-compile'),
})
