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
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { harnesses, harnessNames, isWorthTrying, type HarnessName } from './harnesses.ts'
import { plantedBugs, type PlantedBug } from './planted-bugs.ts'

const help = `npm run planted -- [--only WORDS] [--from PLACE] [--count N] [--first SEED] [--seeds N] [--seconds S] [--devices D] [--harness NAMES] [--told]

Puts each planted bug into a copy of the tree and runs the harnesses on it: ${harnessNames.join(', ')}. Those after
'tests' only where a bug names them. --told prints what each said first. Exit status 1: a bug was found by none.`

const root = join(import.meta.dirname, '../../..')
// NOTE the terminal's launcher starts real servers.
const packages = ['protocol', 'client', 'server', 'terminal', 'testkit']
const left = new Set(['node_modules', 'dist', 'results'])
const runMaxMs = 600_000
const linesMax = 20
/** A violation as the worlds, the checker, the other harnesses and the test runner print it. */
const looksBad = /^ {2}\S|VIOLATION|Error|not ok|✖/

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    seeds: { type: 'string', default: '3' },
    first: { type: 'string', default: '1' },
    harness: { type: 'string', default: harnessNames.join(',') },
    told: { type: 'boolean', default: false },
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
  const asked = values.harness.split(',')
  const strange = asked.find((name) => !(name in harnesses))
  if (strange !== undefined) {
    console.log(`there is no harness ${strange}\n${help}`)
    return 2
  }
  const names = asked as HarnessName[]
  const copy = mkdtempSync(join(tmpdir(), 'parley-planted-'))
  try {
    copyTree(copy)
    const foundBy = [0, 0, 0]
    const isTried = (bug: PlantedBug) => names.some((name) => isWorthTrying(name, bug))
    const named = plantedBugs.filter((bug) => bug.name.includes(values.only) && isTried(bug))
    const first = Number(values.from) - 1
    const bugs = named.slice(first, first + Number(values.count))
    for (const name of names) {
      if (name === 'tests' || !bugs.some((bug) => isWorthTrying(name, bug))) continue
      const said = await redness(copy, name, undefined)
      if (said === undefined) continue
      console.log(`${name} is red without any bug: it proves nothing (${said})`)
      return 1
    }
    for (const bug of bugs) {
      const tried = names.filter((name) => isWorthTrying(name, bug))
      const caught = await plant(copy, bug, tried)
      console.log(
        `${caught.length > 0 ? 'found  ' : 'NOT FOUND'} ${bug.part}: ${bug.name} — ${caught.join(', ') || 'by none'}; tried: ${tried.join(', ')}`,
      )
      const times = Math.min(2, caught.length)
      foundBy[times] = (foundBy[times] ?? 0) + 1
    }
    const [byNone = 0, byOne = 0, byMore = 0] = foundBy
    console.log(
      `${bugs.length} bugs: ${byMore} found by two or more, ${byOne} by one, ${byNone} by none`,
    )
    return byNone > 0 ? 1 : 0
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function plant(
  copy: string,
  bug: PlantedBug,
  names: readonly HarnessName[],
): Promise<HarnessName[]> {
  const path = join(copy, bug.file)
  const whole = readFileSync(path, 'utf8')
  if (!whole.includes(bug.from)) throw new Error(`${bug.name} no longer applies to ${bug.file}`)
  writeFileSync(
    path,
    whole.replace(bug.from, () => bug.to),
  )
  try {
    const caught: HarnessName[] = []
    for (const name of names) {
      const said = await redness(copy, name, bug)
      if (said === undefined) continue
      caught.push(name)
      if (values.told) console.log(`  ${name}: ${said}`)
    }
    return caught
  } finally {
    writeFileSync(path, whole)
  }
}

/**
 * What the harness says is wrong; undefined: nothing. One that does not end is red, too.
 * NOTE the first line that looks like a violation is for people: the exit status decides.
 */
async function redness(
  copy: string,
  name: HarnessName,
  bug: PlantedBug | undefined,
): Promise<string | undefined> {
  const { seeds, seconds, devices, first: from } = values
  const args = harnesses[name].args({ seeds, seconds, devices, from }, bug)
  // NOTE a group of its own: a harness that is ended takes the servers that it started with it.
  const child = spawn(process.execPath, args, {
    ...{ cwd: copy, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), runMaxMs)
  const lines: string[] = []
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on('line', (line) => {
      if (lines.length < linesMax && looksBad.test(line)) lines.push(line.trim().slice(0, 300))
    })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearTimeout(late)
  if (status === 0) return undefined
  return lines.find((line) => !line.startsWith('server:')) ?? `exit status ${status}`
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
