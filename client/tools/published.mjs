// package.json points into the sources, for the workspace. What is published points to dist/.
//   node tools/published.mjs           before packing: puts the published one in its place
//   node tools/published.mjs --undo    after packing: puts ours back
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const client = join(dirname(fileURLToPath(import.meta.url)), '..')
const ours = join(client, 'package.json')
const kept = join(client, '.package.workspace.json')

export function publishedManifest(text) {
  const { name, version, license, type, sideEffects, description, engines } = JSON.parse(text)
  const entry = (file) => ({
    types: `./dist/types/client/${file}.d.ts`,
    default: `./dist/${file}.js`,
  })
  return {
    ...{ name, version, description, license, type, sideEffects, engines },
    exports: { '.': entry('index'), './node': entry('node'), './browser': entry('browser') },
    files: ['dist', 'README.md', 'README.zh-CN.md'],
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // NOTE a packing that was interrupted left it there.
  if (existsSync(kept)) renameSync(kept, ours)
  if (!process.argv.includes('--undo')) {
    const text = readFileSync(ours, 'utf8')
    writeFileSync(kept, text)
    writeFileSync(ours, `${JSON.stringify(publishedManifest(text), undefined, 2)}\n`)
  }
}
