// `npm start -- [options]`: from a fresh clone to a running server. Runs on plain Node 20.
import { join } from 'node:path'
import { runNode } from '../terminal/bin/launch.mjs'
import { ensureDependencies } from './lib/install.mjs'
import { root, say } from './lib/root.mjs'
import { ensureWebBuild } from './lib/web.mjs'

/** How often to look whether npm, which started us, is still there. */
const parentCheckMs = 250

const node = ensureDependencies()
if (!ensureWebBuild(node)) process.exit(1)

const main = join(root, 'terminal', 'src', 'main.ts')
const { child, status } = runNode(node, [main, 'serve', ...process.argv.slice(2)], {
  compileCache: join(root, 'node_modules', '.cache', 'parley-compile'),
})

// A killed npm must not leave a server behind that holds the port and the data folder.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    say('npm is gone, stopping')
    child.kill('SIGTERM')
  }, parentCheckMs)
}

process.exit(await status)
