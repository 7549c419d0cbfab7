// The folder is the architecture: this test is the wall between the folders.
// server: app → link → access → commands → logic → session → data → base, imports only go down.
// client: api → sync → (connection | cache) → transport → base, with glue around it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Edge, edgesOf, isTest, list, sourcesBelow, text } from './lib/imports.ts'
import { filesBelow, packages } from './lib/root.mjs'

const linesMax = 400
const testLinesMax = 600

const inside = (folder: string) => {
  const files = sourcesBelow(folder).filter((file) => !isTest(file))
  const edges = edgesOf(files).filter(({ to }) => to.startsWith(`${folder}/`))
  const local = (path: string) => path.slice(folder.length + 1)
  return {
    files: files.map(local),
    edges: edges.map(({ from, to }) => ({ from: local(from), to: local(to) })),
  }
}
const first = (path: string) => path.split('/')[0]!
const none = (edges: Edge[]) => assert.deepEqual(list(edges), [])

// Server -------------------------------------------------------------------------------------

const server = inside('server/src')
const serverOrder = ['base', 'data', 'session', 'logic', 'commands', 'access', 'link', 'app']
const serverTop = ['main.ts', 'index.ts']
const serverRank = (path: string) =>
  serverTop.includes(path) ? serverOrder.length : serverOrder.indexOf(first(path))

/** May touch sockets, disk and threads; never part of the simulated world. */
const glue = /^(access\/(tcp|websocket|http)|link\/unix|data\/(sqlite|disk)|base\/node)\//
/** Below data/ and session/ everything in a folder is an engine or belongs to engines. */
const engine = /^((?:data|session)\/[^/]+)\//
const engineOf = (path: string) => engine.exec(path)?.[1]
const isTop = (path: string) => serverRank(path) >= serverOrder.indexOf('app')

test('every file of the server is in a known layer', () => {
  assert.deepEqual(
    server.files.filter((file) => serverRank(file) < 0),
    [],
  )
})

test('imports of the server only go down', () => {
  none(server.edges.filter(({ from, to }) => serverRank(to) > serverRank(from)))
})

test('only app names an engine', () => {
  none(
    server.edges.filter(({ from, to }) => {
      const target = engineOf(to)
      if (target === undefined || engineOf(from) === target) return false
      // The rules that all engines of data share are theirs alone.
      if (target === 'data/rules') return engineOf(from)?.startsWith('data/') !== true
      return !isTop(from)
    }),
  )
})

test('what runs in the simulation imports no glue', () => {
  none(server.edges.filter(({ from, to }) => glue.test(to) && !glue.test(from) && !isTop(from)))
})

// Client -------------------------------------------------------------------------------------

const client = inside('client/src')
const clientRanks: Record<string, number> = {
  base: 0,
  transport: 1,
  connection: 2,
  cache: 2,
  sync: 3,
  api: 4,
  'index.ts': 5,
  node: 6,
  browser: 6,
  'node.ts': 7,
  'browser.ts': 7,
}
const clientRank = (path: string) => clientRanks[first(path)] ?? -1

test('every file of the client is in a known layer', () => {
  assert.deepEqual(
    client.files.filter((file) => clientRank(file) < 0),
    [],
  )
})

test('imports of the client only go down, and never to a sibling', () => {
  none(
    client.edges.filter(({ from, to }) =>
      first(from) === first(to) ? false : clientRank(to) >= clientRank(from),
    ),
  )
})

test('the glue of Node and of browsers do not meet', () => {
  const world = (path: string) => /^(node|browser)(\/|\.ts$)/.exec(path)?.[1]
  none(
    client.edges.filter(({ from, to }) => {
      const [mine, other] = [world(from), world(to)]
      return other !== undefined && mine !== other
    }),
  )
})

// Packages -----------------------------------------------------------------------------------

const all = packages.map((name: string) => `@parley/${name}`)
const mayImport: Record<string, string[]> = {
  protocol: [],
  client: ['@parley/protocol'],
  server: ['@parley/protocol'],
  web: ['@parley/client', '@parley/protocol'],
  terminal: ['@parley/client', '@parley/protocol'],
  testkit: all,
  bench: all,
}
/** The commands of the terminal that act on the server itself. */
const actsOnServer =
  /^terminal\/src\/(.*\/)?(serve|setting-options|data-folder|backup|restore|admin|doctor)(-[\w-]+)?(\/.*|\.tsx?)$/

const packageFiles = packages.flatMap((name: string) => sourcesBelow(name))
const packageEdges = edgesOf(packageFiles)

test('packages know only what is below them', () => {
  none(
    packageEdges.filter(({ from, to }) => {
      const name = /^@parley\/[\w-]+/.exec(to)?.[0]
      if (name === undefined || isTest(from)) return false
      if (name === '@parley/server' && actsOnServer.test(from)) return false
      return name !== `@parley/${first(from)}` && !mayImport[first(from)]?.includes(name)
    }),
  )
})

// The testkit stands in for the insides of both sides, so it may reach into them.
test('packages are imported by name, not by path', () => {
  none(
    packageEdges.filter(({ from, to }) => {
      if (isTest(from) || /^(testkit|bench)\//.test(from)) return false
      return packages.includes(first(to)) && to.includes('/') && first(to) !== first(from)
    }),
  )
})

test('the product imports no test and no test helper', () => {
  none(
    packageEdges.filter(
      ({ from, to }) => !isTest(from) && !/^(testkit|bench)\//.test(from) && isTest(to),
    ),
  )
})

test('what a package exports is all that is imported of it', () => {
  none(
    packageEdges.filter(
      ({ to }) =>
        /^@parley\/[\w-]+\/./.test(to) &&
        !/^@parley\/(client\/(node(\/session)?|browser)|protocol\/wire)$/.test(to),
    ),
  )
})

// Sizes --------------------------------------------------------------------------------------

test(`no file is longer than ${linesMax} lines, no test than ${testLinesMax}`, () => {
  const files = ['tools', ...packages]
    .flatMap((name: string) => filesBelow(name))
    .filter((file) => /\.(ts|tsx|mts|mjs|css|proto|py)$/.test(file) && !file.includes('/gen/'))
  const lines = (file: string) => text(file).trimEnd().split('\n').length
  const long = files.filter((file) => lines(file) > (isTest(file) ? testLinesMax : linesMax))
  assert.deepEqual(
    long.map((file) => `${file}: ${lines(file)}`),
    [],
  )
})
