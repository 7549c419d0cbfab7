// protocol/proto → protocol/gen.
//   npm run codegen                         writes it
//   npm run codegen -- --check              fails when what is written differs
//   npm run codegen -- --accept-baseline    also takes today's schema as the one not to break
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactTable, wireModule } from './lib/compact-table.mjs'
import { capture, filesBelow, root } from './lib/root.mjs'

const gen = join(root, 'protocol', 'gen')
const files = ['parley.js', 'parley.d.ts', 'wire.js', 'wire.d.ts', 'compact.js']
const check = process.argv.includes('--check')

// NOTE numbers instead of Long: ids, seqs and times stay below 2^53.
const flags = [
  ['--target', 'static-module', '--wrap', 'esm', '--es6', '--force-number'],
  ['--no-verify', '--no-convert', '--no-delimited', '--no-typeurl', '--no-service'],
  ['--root', 'parley', '--dependency', 'protobufjs/minimal.js'],
  ['--path', 'protocol/proto'],
].flat()

async function pbjs(...args) {
  const { ok, output } = await capture('pbjs', [...flags, ...args])
  if (!ok) {
    console.error(output)
    process.exit(1)
  }
}

async function generate(folder) {
  const protos = filesBelow('protocol/proto').filter((file) => file.endsWith('.proto'))
  if (protos.length === 0) throw new Error('there is no .proto file in protocol/proto')
  const [js, types, wireJs, wireTypes, compact] = files.map((file) => join(folder, file))
  // Two runs: the types are made from the comments, which the program does without.
  await Promise.all([
    pbjs('--no-beautify', '--no-comments', '--out', js, ...protos),
    pbjs('--dts', '--out', join(folder, 'commented.js'), ...protos),
  ])
  copyFileSync(join(folder, 'commented.d.ts'), types)
  // Not valid in an ES module, and not used with --force-number.
  replaceIn(types, /^import Long = require\("long"\);\n/m, '')
  replaceIn(js, /^\/\*eslint-disable.*\n/, '')
  // In messages without fields the generator gives the whole key where the field's number is due: unknown groups would be
  // refused there, and the field number 0 taken.
  replaceIn(js, /r\.skipType\(t & 7, q, t\)/g, 'r.skipType(t & 7, q, t >>> 3)')
  const wire = wireModule(root, protos)
  writeFileSync(wireJs, wire.js)
  writeFileSync(wireTypes, wire.types)
  writeFileSync(compact, compactTable(root, protos))
  // The library takes `long` where it finds it, whatever the types say. Here, because a module of its own that only
  // has this effect would be dropped by bundlers.
  const noLong = '$protobuf.util.Long = null;\n$protobuf.configure();\n'
  replaceIn(js, /^(import \$protobuf .*\n)/, (line) => line + noLong)
}

const replaceIn = (file, pattern, by) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, by))

const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const temporary = mkdtempSync(join(tmpdir(), 'parley-codegen-'))
try {
  await generate(temporary)
  const changed = files.filter((file) => text(join(gen, file)) !== text(join(temporary, file)))
  if (check && changed.length > 0) {
    console.error(
      `protocol/gen is not what protocol/proto says (${changed.join(', ')}): npm run codegen`,
    )
    process.exitCode = 1
  } else if (!check) {
    mkdirSync(gen, { recursive: true })
    for (const file of changed) copyFileSync(join(temporary, file), join(gen, file))
    console.log(changed.length > 0 ? `wrote ${changed.join(', ')}` : 'nothing changed')
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}

if (process.argv.includes('--accept-baseline')) {
  const args = ['build', 'protocol', '--exclude-source-info', '--output', 'protocol/baseline.binpb']
  const { ok, output } = await capture('buf', args)
  console.log(ok ? 'wrote protocol/baseline.binpb' : output)
  if (!ok) process.exitCode = 1
}
