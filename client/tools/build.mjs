// Builds the package that is published: dist/ with ES modules, types and nothing of the workspace left in them.
//   node tools/build.mjs
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const client = join(dirname(fileURLToPath(import.meta.url)), '..')
const root = join(client, '..')
const dist = join(client, 'dist')

rmSync(dist, { recursive: true, force: true })
await buildCode()
buildTypes()

/** One codec for all entries, the small one: so the package needs no other at run time. */
async function buildCode() {
  await build({
    absWorkingDir: client,
    entryPoints: { index: 'src/index.ts', node: 'src/node.ts', browser: 'src/browser.ts' },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    conditions: ['browser', 'import'],
    chunkNames: 'chunk-[hash]',
    logLevel: 'warning',
  })
}

function buildTypes() {
  const out = mkdtempSync(join(client, '.types-'))
  try {
    const config = join(out, 'tsconfig.json')
    const options = {
      extends: '../../tsconfig.base.json',
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: root,
        outDir: join(out, 'out'),
        lib: ['esnext', 'dom', 'dom.iterable'],
        types: ['node'],
        // NOTE as sources, not as a package: the types of packages are not written.
        paths: {
          '@parley/protocol': [join(root, 'protocol', 'src', 'index.ts')],
          '@parley/protocol/wire': [join(root, 'protocol', 'gen', 'wire.d.ts')],
        },
      },
      files: ['../src/index.ts', '../src/node.ts', '../src/browser.ts'],
    }
    writeFileSync(config, JSON.stringify(options))
    const tsc = join(root, 'node_modules', '.bin', 'tsc')
    const { status, stdout } = spawnSync(tsc, ['-p', config], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stdout)
    const types = join(dist, 'types')
    cpSync(join(out, 'out', 'client', 'src'), join(types, 'client'), { recursive: true })
    cpSync(join(out, 'out', 'protocol', 'src'), join(types, 'protocol'), { recursive: true })
    writeFileSync(join(types, 'protocol', 'parley.d.ts'), generatedTypes())
    cpSync(join(root, 'protocol', 'gen', 'wire.d.ts'), join(types, 'protocol', 'wire.d.ts'))
    for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.d.ts')) rewriteImports(types, join(types, file))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** The types of the generated module without the library behind it. */
function generatedTypes() {
  const text = readFileSync(join(root, 'protocol', 'gen', 'parley.d.ts'), 'utf8')
  const library = [
    'interface ProtobufWriter { finish(): Uint8Array }',
    'interface ProtobufReader { readonly len: number }',
  ]
  return text
    .replace(/^import .*protobufjs.*$/m, library.join('\n'))
    .replaceAll('$protobuf.Writer', 'ProtobufWriter')
    .replaceAll('$protobuf.Reader', 'ProtobufReader')
}

function rewriteImports(types, file) {
  const toProtocol = relative(dirname(file), join(types, 'protocol')).split(sep).join('/')
  const from = (name) =>
    `${toProtocol.startsWith('.') ? toProtocol : `./${toProtocol || '.'}`}/${name}`
  const text = readFileSync(file, 'utf8')
    .replaceAll(/(['"])@parley\/protocol\1/g, `'${from('index.js')}'`)
    .replaceAll(/(['"])(?:#wire|@parley\/protocol\/wire)\1/g, `'${from('wire.js')}'`)
    .replaceAll(/(['"])[^'"]*\/gen\/parley\.js\1/g, `'${from('parley.js')}'`)
    .replaceAll(/(['"])(\.[^'"]*)\.ts\1/g, "'$2.js'")
  writeFileSync(file, text)
}
