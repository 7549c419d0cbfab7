// Where the time goes, from the CPU profiles that `npm run bench -- --profile FOLDER NAME` wrote.
//
//   node bench/profile-summary.ts FOLDER [lines]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number }
  children?: number[]
}

interface Profile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

const [folder = '.', lines = '40'] = process.argv.slice(2)
const idle = new Set(['(idle)', '(root)'])
/** A thread that hardly ran says nothing. */
const busyMsMin = 300

process.stdout.on('error', () => process.exit())
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  summarise(file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile)
}

function summarise(file: string, { nodes, samples, timeDeltas }: Profile): void {
  const selfUs = new Map<number, number>()
  for (const [index, id] of samples.entries())
    selfUs.set(id, (selfUs.get(id) ?? 0) + (timeDeltas[index] ?? 0))
  const parents = new Map<number, ProfileNode>()
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node)

  const own = new Map<string, number>()
  const whole = new Map<string, number>()
  let busyUs = 0
  for (const node of nodes) {
    const us = selfUs.get(node.id) ?? 0
    if (us === 0 || idle.has(node.callFrame.functionName)) continue
    busyUs += us
    add(own, nameOf(node), us)
    const above = new Set<string>()
    for (let at: ProfileNode | undefined = node; at !== undefined; at = parents.get(at.id))
      above.add(nameOf(at))
    for (const name of above) add(whole, name, us)
  }
  if (busyUs < busyMsMin * 1_000) return
  process.stdout.write(`\n${file}: ${(busyUs / 1e6).toFixed(2)} s busy\n  self  whole\n`)
  const share = (us: number) => `${((100 * us) / busyUs).toFixed(1)}%`.padStart(6)
  const rows = [...own].toSorted((a, b) => b[1] - a[1]).slice(0, Number(lines))
  for (const [name, us] of rows)
    process.stdout.write(`${share(us)} ${share(whole.get(name) ?? 0)}  ${name}\n`)
}

function add(to: Map<string, number>, name: string, us: number): void {
  to.set(name, (to.get(name) ?? 0) + us)
}

function nameOf({ callFrame }: ProfileNode): string {
  const { functionName, url, lineNumber } = callFrame
  const place = url.replace(/^.*\/(node_modules|server\/src|protocol)\//, '$1/')
  return `${functionName || '(anonymous)'} ${place}${url === '' ? '' : `:${lineNumber + 1}`}`
}
