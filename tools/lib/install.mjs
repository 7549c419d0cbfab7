// Brings node_modules into agreement with package-lock.json. Cheap when nothing changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from '../../terminal/bin/launch.mjs'
import { outerEnv, root, run, say } from './root.mjs'

const stampFile = join(root, 'node_modules', '.parley-stamp')

/** Changes with the lock file and with the platform whose binaries were installed. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  return `${hash} ${process.platform}-${process.arch}\n`
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** npm's own note of what it installed says the same as the lock file, apart from other platforms' packages. */
function npmAgrees() {
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const has = JSON.parse(installed).packages
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const missing = Object.entries(wants).filter(([path, want]) => {
    if (path === '' || (!has[path] && want.optional)) return false
    return has[path]?.version !== want.version || has[path]?.integrity !== want.integrity
  })
  const surplus = Object.keys(has).filter((path) => !wants[path])
  return missing.length === 0 && surplus.length === 0
}

const flags = ['--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error']

const install = () => run('npm', ['ci', ...flags], { env: outerEnv() })

/** Installs what the lock file names unless it is there already. Returns the pinned Node. */
export function ensureDependencies() {
  const stamp = wantedStamp()
  if (read(stampFile) !== stamp) {
    if (!npmAgrees()) {
      say('installing the dependencies of package-lock.json (npm ci); this takes a moment')
      if (!install()) {
        say('the dependencies could not be installed; see the messages above')
        process.exit(1)
      }
    }
    writeFileSync(stampFile, stamp)
  }
  const node = findNode(root)
  if (!node || !existsSync(node)) {
    say(`there is no pinned Node for ${process.platform}-${process.arch}; install Node 24 or newer`)
    process.exit(1)
  }
  return node
}
