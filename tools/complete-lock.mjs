// `node tools/complete-lock.mjs`: run it after `npm install` has written package-lock.json.
// A registry that lacks some platform's binaries makes npm leave them out of the lock, and `npm ci`
// then refuses the whole file (npm/cli#9846). This names them again, by the version that their owner asks for.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(process.argv[2] ?? '.', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** Where npm would look for `name` from the package at `path`, nearest first. */
function* places(path, name) {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield `${at}/node_modules/${name}`
    if (!at.includes('/node_modules/')) break
  }
  yield `node_modules/${name}`
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = { arm: 'arm', armv7: 'arm', arm64: 'arm64', aarch64: 'arm64', ia32: 'ia32' }

/** The name says it, as in @oxlint/binding-linux-x64-musl: npm must not fetch it anywhere else. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = words.find((word) => systems.includes(word))
  const at = words.indexOf(os)
  const cpu = processors[words[at + 1]] ?? words[at + 1]
  if (!os || !cpu) throw new Error(`which platform is ${name} for?`)
  const libc = /musl/.test(name) ? 'musl' : os === 'linux' && /gnu/.test(name) ? 'glibc' : undefined
  return { os, cpu, libc }
}

const added = []
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if ([...places(path, name)].some((place) => lock.packages[place])) continue
    if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) continue // a range names no version to lock
    const { os, cpu, libc } = platformOf(name)
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev && { dev }),
      ...(libc && { libc: [libc] }),
      optional: true,
      os: [os],
    }
    added.push(`${name} ${version} (${os} ${cpu} ${libc ?? ''})`)
  }
}
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.join('\n') || 'nothing is missing')
