import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { publishedManifest } from '../tools/published.mjs'

const client = join(import.meta.dirname, '..')
const root = join(client, '..')
const gzipBytesMax = 40_000

test('the core with its codec is under 40 KB, minified and gzipped', async () => {
  const { outputFiles } = await build({
    absWorkingDir: client,
    // NOTE features are named by who uses them, and cost those alone.
    stdin: {
      contents: "export { browserSession, createIM, IMError } from './src/browser.ts'",
      resolveDir: client,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  const bytes = gzipSync(outputFiles[0]!.contents, { level: 9 }).length
  assert.ok(bytes < gzipBytesMax, `${bytes} bytes`)
})

let project = ''

before(() => {
  project = mkdtempSync(join(tmpdir(), 'parley-package-'))
  const run = (command: string, args: string[], cwd: string) =>
    execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      timeout: 240_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  run(process.execPath, ['tools/build.mjs'], client)
  // NOTE packed from a copy, so that the workspace keeps its manifest meanwhile.
  const packed = join(project, 'packed')
  cpSync(join(client, 'dist'), join(packed, 'dist'), { recursive: true })
  for (const file of ['README.md', 'README.zh-CN.md'])
    cpSync(join(client, file), join(packed, file))
  const manifest = publishedManifest(readFileSync(join(client, 'package.json'), 'utf8'))
  writeFileSync(join(packed, 'package.json'), JSON.stringify(manifest))
  run('npm', ['pack', '--pack-destination', project], packed)
  const tarball = readdirSync(project).find((file) => file.endsWith('.tgz'))
  assert.ok(tarball)
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(project, tarball)], project)
})
after(() => rmSync(project, { recursive: true, force: true }))

test('the tarball installs into an empty project and works in Node', () => {
  writeFileSync(
    join(project, 'main.js'),
    `import { createIM, MemoryStorage } from '@parley/client/node'
     const im = createIM({ url: 'tcp://127.0.0.1:9', token: async () => '', storage: new MemoryStorage() })
     const offline = new Promise((resolve) => im.on('state', (state) => state.error && resolve(state.error.code)))
     const sent = im.conversation({ account: 7 }).send({ text: 'hi' })
     const started = im.start().catch((error) => error.code)
     console.log(await offline, sent.state)
     await im.stop()
     console.log(await started)`,
  )
  const said = execFileSync(process.execPath, ['main.js'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 240_000,
  })
  assert.equal(said, 'CONNECT_FAILED pending\nSTOPPED\n')
})

test('a Vite app is built with it', () => {
  writeFileSync(join(project, 'index.html'), '<script type="module" src="/app.js"></script>')
  writeFileSync(
    join(project, 'app.js'),
    `import { createIM, browserSession } from '@parley/client/browser'
     const session = browserSession()
     const im = createIM({ url: location.origin, token: session.token })
     im.on('state', ({ name }) => (document.title = name))
     void im.start()`,
  )
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: project,
    timeout: 240_000,
  })
  const assets = readdirSync(join(project, 'dist', 'assets'))
  assert.ok(assets.some((file) => file.endsWith('.js')))
})

test('its types hold in a project that knows nothing of the workspace', () => {
  symlinkSync(join(root, 'node_modules', '@types'), join(project, 'node_modules', '@types'))
  writeFileSync(
    join(project, 'types.ts'),
    `import { createIM, type Message } from '@parley/client/node'
     const im = createIM({ url: 'tcp://localhost', token: async () => 'x' })
     const seen: Message[] = []
     im.on('messageReceived', ({ message }) => seen.push(message))
     // @ts-expect-error the text is missing
     im.conversation(7).send({})`,
  )
  const tsc = join(root, 'node_modules', '.bin', 'tsc')
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ]
  execFileSync(tsc, [...flags, 'types.ts'], { cwd: project, encoding: 'utf8', timeout: 240_000 })
})
