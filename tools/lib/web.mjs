// Builds the web app when what it is made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { filesBelow, root, run, say } from './root.mjs'

const web = join(root, 'web')
const dist = join(web, 'dist')
const stampFile = join(web, '.stamp', 'build')
const sources = ['web', 'client/src', 'protocol/src', 'protocol/gen']

function sourceHash() {
  const hash = createHash('sha256')
  const files = sources
    .flatMap(filesBelow)
    .filter((file) => !/^web\/(test|coverage)\/|\.test\.tsx?$|\.md$/.test(file))
  for (const file of [...files, 'package-lock.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** False when the build failed. Skips aloud as long as there is no web app to build. */
export function ensureWebBuild(node) {
  if (!existsSync(join(web, 'vite.config.ts'))) {
    say('no web app to build yet (web/vite.config.ts is missing)')
    return true
  }
  const hash = sourceHash()
  const built = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
  if (built && existsSync(join(dist, 'index.html'))) return true

  say('building the web app')
  mkdirSync(dirname(stampFile), { recursive: true })
  const fresh = join(web, '.stamp', `next-${process.pid}`)
  const vite = dirname(createRequire(join(web, 'x.js')).resolve('vite/package.json'))
  const args = [join(vite, 'bin', 'vite.js'), 'build', '--outDir', fresh, '--emptyOutDir']
  if (!run(node, [...args, '--logLevel', 'warn'], { cwd: web })) {
    rmSync(fresh, { recursive: true, force: true })
    say('the web app did not build; see the messages above')
    return false
  }
  replace(fresh)
  writeFileSync(stampFile, hash)
  return true
}

/** Swaps whole folders, so that a server that is running never serves half of a build. */
function replace(fresh) {
  const old = `${fresh}-old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}
