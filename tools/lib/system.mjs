// What tests need from the operating system: looked for by use, installed with apt where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { outerEnv, run, say } from './root.mjs'

const works = (command, ...args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 && stdout !== ''
}

// NOTE /usr/bin/python3 on purpose: the distribution's own, which python3-protobuf belongs to,
// not whichever comes first in the path.
const needs = [
  {
    name: 'chromium',
    has: () => existsSync('/usr/bin/chromium') || works('chromium', '--version'),
  },
  { name: 'fonts-noto-cjk', has: () => works('fc-list', ':lang=zh', 'family') },
  { name: 'python3', has: () => works('/usr/bin/python3', '--version') },
  {
    name: 'python3-protobuf',
    has: () => works('/usr/bin/python3', '-c', 'import google.protobuf as p; print(p.__version__)'),
  },
  { name: 'openssl', has: () => works('openssl', 'version') },
  { name: 'protobuf-compiler', has: () => works('protoc', '--version') },
  ...(process.platform === 'linux'
    ? [
        { name: 'strace', has: () => works('strace', '--version') },
        { name: 'nftables', has: () => works('nft', '--version') || existsSync('/usr/sbin/nft') },
        { name: 'iproute2', has: () => works('ip', '-V') || existsSync('/usr/sbin/ip') },
      ]
    : []),
]

const missing = () => needs.filter(({ has }) => !has()).map(({ name }) => name)

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function install(names) {
  say(`installing Debian packages: ${names.join(' ')} (apt-get)`)
  const env = { ...outerEnv(), DEBIAN_FRONTEND: 'noninteractive' }
  const args = ['install', '--yes', '--no-install-recommends', ...names]
  // A list that is there may be enough; a fresh image has none.
  return (
    run('apt-get', args, { env }) ||
    (run('apt-get', ['update'], { env }) && run('apt-get', args, { env }))
  )
}

/**
 * For a command that needs more than tests do.
 * @param {Record<string, string>} programs the Debian package of each program
 * @returns false: something is missing and cannot be installed; it has been said.
 */
export function ensurePackages(programs) {
  const isThere = (program) => spawnSync('which', [program], { env: withSbin() }).status === 0
  const lacking = () =>
    Object.entries(programs).flatMap(([program, name]) => (isThere(program) ? [] : [name]))
  const wanted = lacking()
  if (wanted.length > 0 && canInstall()) install(wanted)
  const left = wanted.length > 0 ? lacking() : []
  if (left.length > 0) say(`SKIPPED: install it with: apt-get install ${left.join(' ')}`)
  return left.length === 0
}

const withSbin = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` })

/**
 * Makes what is missing present where it may. What stays missing is said, put into PARLEY_MISSING
 * (names with commas between them) for tests to skip by, and with CI=true it is a failure: false.
 */
export function ensureSystem() {
  const wanted = missing()
  if (wanted.length > 0 && canInstall()) install(wanted)
  const left = wanted.length > 0 ? missing() : []
  process.env.PARLEY_MISSING = left.join(',')
  if (left.length === 0) return true

  say(`MISSING: ${left.join(', ')}`)
  say(`install them with: apt-get install ${left.join(' ')}`)
  if (process.env.CI === 'true' || process.env.CI === '1') {
    say('with CI=true nothing may be skipped')
    return false
  }
  say('the tests that need them are SKIPPED')
  return true
}
