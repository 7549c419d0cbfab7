// Where the project is, how its tools are run, and how they speak. Runs on plain Node 20.
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { delimiter, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const packages = ['protocol', 'client', 'server', 'terminal', 'web', 'testkit', 'bench']

export const say = (text) => process.stderr.write(`parley: ${text}\n`)

const bin = join(root, 'node_modules', '.bin')

/** Our tools first, and with them the pinned Node. */
export const toolEnv = () => ({ ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') })

/** Without our own tools: what replaces node_modules must not run from inside it. */
export const outerEnv = () => ({
  ...process.env,
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter),
})

const shell = process.platform === 'win32'

/** Runs with the terminal handed through; true when it ended well. */
export function run(command, args, { env = toolEnv(), cwd = root } = {}) {
  return spawnSync(command, args, { cwd, env, shell, stdio: 'inherit' }).status === 0
}

/** Runs and keeps both outputs together. */
export function capture(command, args, { env = toolEnv(), cwd = root } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

const skipped = new Set(['node_modules', 'dist', '.git', '.stamp', 'results'])

/** Every file below a folder as a sorted path from the root with forward slashes, without what is installed or built. */
export function filesBelow(folder) {
  /** @type {string[]} */
  const found = []
  const walk = (at) => {
    let entries = []
    try {
      entries = readdirSync(at, { withFileTypes: true })
    } catch {
      return // a folder that is not there holds no files
    }
    for (const entry of entries) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name) && path !== join(root, 'data')) walk(path)
      } else if (entry.isFile()) found.push(relative(root, path).split(sep).join('/'))
    }
  }
  walk(join(root, folder))
  return found.toSorted()
}
