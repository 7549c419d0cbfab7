import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { plantedBugs, type PlantedBug } from './planted-bugs.ts'

const help = `npm run planted -- [--only WORDS] [--from PLACE] [--count N] [--seeds N] [--seconds S] [--devices D] [--harness fast,slow,tests]

Puts each planted bug into a copy of the tree and runs the harnesses on it. Exit status 1: a bug was found by none.`

const root = join(import.meta.dirname, '../../..')
const packages = ['protocol', 'client', 'server', 'testkit']
const left = new Set(['node_modules', 'dist', 'results'])
const runMaxMs = 600_000

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    seeds: { type: 'string', default: '3' },
    harness: { type: 'string', default: 'fast,slow,tests' },
    seconds: { type: 'string', default: '60' },
    devices: { type: 'string', default: '16' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}
process.exitCode = await main()

async function main(): Promise<number> {
  const copy = mkdtempSync(join(tmpdir(), 'parley-planted-'))
  try {
    copyTree(copy)
    const unfound: string[] = []
    const harnesses = values.harness.split(',')
    for (const harness of harnesses) {
      if (harness === 'tests') continue
      if (!(await isRed(copy, harness, undefined))) continue
      console.log(`${harness} is red without any bug: it proves nothing`)
      return 1
    }
    const named = plantedBugs.filter(({ name }) => name.includes(values.only))
    const first = Number(values.from) - 1
    for (const bug of named.slice(first, first + Number(values.count))) {
      const caught = await plant(copy, bug, harnesses)
      console.log(
        `${caught.length > 0 ? 'found  ' : 'NOT FOUND'} ${bug.part}: ${bug.name} — ${caught.join(', ') || 'by none'}`,
      )
      if (caught.length === 0) unfound.push(bug.name)
    }
    console.log(`${unfound.length} not found`)
    return unfound.length > 0 ? 1 : 0
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function plant(
  copy: string,
  bug: PlantedBug,
  harnesses: readonly string[],
): Promise<string[]> {
  const path = join(copy, bug.file)
  const whole = readFileSync(path, 'utf8')
  if (!whole.includes(bug.from)) throw new Error(`${bug.name} no longer applies to ${bug.file}`)
  writeFileSync(
    path,
    whole.replace(bug.from, () => bug.to),
  )
  try {
    const caught: string[] = []
    for (const harness of harnesses) if (await isRed(copy, harness, bug)) caught.push(harness)
    return caught
  } finally {
    writeFileSync(path, whole)
  }
}

/** Whether the harness says that something is wrong. One that does not end is red, too. */
async function isRed(copy: string, harness: string, bug: PlantedBug | undefined): Promise<boolean> {
  const { seeds, seconds, devices } = values
  const world = ['--seeds', seeds, '--seconds', seconds, '--devices', devices, '--until-bad']
  const args =
    harness === 'tests'
      ? ['--test', ...(bug?.tests ?? [])]
      : ['testkit/src/simulate.ts', '--lane', harness, ...world]
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' })
  const late = setTimeout(() => child.kill('SIGKILL'), runMaxMs)
  const status = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearTimeout(late)
  return status !== 0
}

function copyTree(copy: string): void {
  for (const name of packages) {
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !left.has(path.split('/').at(-1) ?? ''),
    })
  }
  writeFileSync(join(copy, 'package.json'), readFileSync(join(root, 'package.json')))
  const modules = join(copy, 'node_modules')
  mkdirSync(join(modules, '@parley'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@parley') symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  for (const name of packages) symlinkSync(join(copy, name), join(modules, '@parley', name))
}
