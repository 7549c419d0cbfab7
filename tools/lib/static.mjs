// Everything that is checked without running the product.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { capture, filesBelow, packages, root } from './root.mjs'

export const format = { name: 'format (oxfmt)', run: ['oxfmt', '--check', '.'] }
export const lint = { name: 'lint (oxlint)', run: ['oxlint', '.'] }
export const types = { name: 'types (tsc)', run: checkTypes }
export const layers = { name: 'layers (dependency-cruiser)', run: checkLayers }
export const codegen = { name: 'generated code', run: ['node', 'tools/codegen.mjs', '--check'] }
export const protoLint = { name: 'proto lint (buf)', run: ['buf', 'lint', 'protocol'] }
export const protoBreaking = { name: 'proto breaking changes (buf)', run: checkBreaking }

/** Every package has one or more configurations: what its core may see differs from glue and tests. */
async function checkTypes() {
  const configs = [...packages, 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /^tsconfig(\.\w+)?\.json$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
  const waiting = [...configs]
  const results = []
  const work = async () => {
    for (let config = waiting.shift(); config; config = waiting.shift()) {
      const { ok, output } = await capture('tsc', [
        '-p',
        config,
        '--pretty',
        'false',
        ...asBefore(config),
      ])
      // TS18003: the package has no such files yet.
      const empty = /^error TS18003.*\s*$/.test(output)
      results.push({ ok: ok || empty, output: ok || empty ? '' : `${config}:\n${output}` })
    }
  }
  await Promise.all([work(), work()])
  return {
    ok: results.every(({ ok }) => ok),
    // A file that several configurations see is reported once.
    output: [...new Set(results.flatMap(({ output }) => output.split('\n')))].join('\n'),
  }
}

/** What did not change since the last check is not looked at again. */
function asBefore(config) {
  const known = join(
    root,
    'node_modules',
    '.cache',
    'tsc',
    `${config.replace('/', '-')}.tsbuildinfo`,
  )
  return ['--incremental', '--tsBuildInfoFile', known]
}

async function checkLayers() {
  const folders = packages.filter((name) =>
    filesBelow(`${name}/src`).some((file) => /\.tsx?$/.test(file)),
  )
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders]
  return capture('depcruise', args)
}

async function checkBreaking() {
  if (!existsSync(join(root, 'protocol', 'baseline.binpb'))) {
    return { ok: false, output: 'no baseline: npm run codegen -- --accept-baseline' }
  }
  return capture('buf', ['breaking', 'protocol', '--against', 'protocol/baseline.binpb'])
}
