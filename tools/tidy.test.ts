// Small rules that a machine can keep for us.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { isTest } from './lib/imports.ts'
import { filesBelow, packages, root } from './lib/root.mjs'

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .slice(0, -1)

const inGit = existsSync(join(root, '.git'))
const self = 'tools/tidy.test.ts'
const binary = /\.(png|jpe?g|gif|webp|avif|ico|icns|woff2?|binpb|gz|zip|sqlite|mp3|wav|ogg|pdf)$/

const tracked = (
  inGit ? git('ls-files', '-z', '--cached', '--others', '--exclude-standard') : filesBelow('')
).filter((file: string) => file !== self && !binary.test(file) && existsSync(join(root, file)))

interface Line {
  where: string
  line: string
}

/** Lines that match, as path:number: line. */
function find(files: string[], matches: (line: string, file: string) => boolean): string[] {
  return files
    .flatMap((file): Line[] =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, i) => ({ where: `${file}:${i + 1}`, line }))
        .filter(({ line }) => matches(line, file)),
    )
    .map(({ where, line }) => `${where}: ${line.trim().slice(0, 160)}`)
}

const isOurs = (file: string) => !/(^|\/)gen\/|(^|\/)package-lock\.json$/.test(file)
const isCode = (file: string) => /\.(ts|tsx|mts|mjs|cjs|css|html|proto|py|sh|sql)$/.test(file)

test('every TODO names its issue', () => {
  const files = tracked.filter((file) => isOurs(file) && isCode(file))
  const found = find(files, (line) => /\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/.test(line))
  assert.deepEqual(found, [])
})

test('no file names a machine or a package registry', () => {
  const home =
    /(^|[\s"'`(=:])(\/root|\/work|\/home\/(?!user\b|parley\b|\$)\w+|\/Users\/\w+|[A-Z]:\\Users)\//
  const registry =
    /\bregistry\.(npmjs|yarnpkg)|registry\.[\w-]+\.\w+\/|npmmirror|artifactory|verdaccio|"resolved": "http/i
  assert.deepEqual(
    find(tracked, (line) => home.test(line) || registry.test(line)),
    [],
  )
})

test('git ignores no source', { skip: inGit ? false : 'not a git checkout' }, () => {
  const folders = packages.flatMap((name: string) => [`${name}/src`, `${name}/test`])
  const flags = ['--others', '--ignored', '--exclude-standard', '-z']
  const ignored = git('ls-files', ...flags, '--', ...folders, 'tools', 'docs')
  assert.deepEqual(
    ignored.filter((file) => isCode(file) && !file.includes('node_modules/')),
    [],
  )
})

// Lint bans them by name; a member of something else or a comment is not meant.
test('sources below app take no sneaky way to time and chance', () => {
  const files = tracked.filter(
    (file) =>
      /^(protocol\/src|client\/src\/(?!node|browser)|server\/src\/(base|data|session|logic|commands|access))/.test(
        file,
      ) &&
      !isTest(file) &&
      !/^server\/src\/(base\/node|data\/(sqlite|disk)|access\/(tcp|websocket|http))\//.test(file),
  )
  const sneaky =
    /\brequire\(|\bself\.|\bglobal\.|\beval\(|\bnew Function\(|lint-disable(-next-line|-line)?\s*($|\*\/|--|.*no-restricted)/
  assert.deepEqual(
    find(files, (line) => sneaky.test(line.replace(/^\s*(\*|\/\/(?! *(ox|es)lint)).*/, ''))),
    [],
  )
})

const spec = join(root, 'docs', 'spec.md')

test(
  'every rule that a test quotes is in docs/spec.md',
  { skip: !existsSync(spec) && 'no docs/spec.md yet' },
  () => {
    const rule = /\bR\d+(?:\.\d+)*[a-z]?\b/g
    const known = new Set(readFileSync(spec, 'utf8').match(rule))
    const tests = tracked.filter((file) => /\.(test|contract)\.ts$/.test(file))
    const unknown = find(tests, (line) =>
      [...line.matchAll(/['"`]\[([^\]]*)\]/g)].some(([, tag]) =>
        (tag!.match(rule) ?? []).some((name) => !known.has(name)),
      ),
    )
    assert.deepEqual(unknown, [])
  },
)

test('the lock file names every platform, or npm ci refuses it', () => {
  const { packages: locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const names = new Set(Object.keys(locked).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path || '.'}: ${name}`),
  )
  assert.deepEqual(missing, [])
})
