// A flame graph (SVG) of one thread, from a CPU profile that `--profile FOLDER` wrote.
//
//   node bench/flame.ts FILE.cpuprofile OUT.svg TITLE [from] [to]     from, to: parts of its time, 0 to 1
import { readFileSync, writeFileSync } from 'node:fs'

interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string }
  children?: number[]
}

interface Profile {
  nodes: ProfileNode[]
  samples: number[]
  timeDeltas: number[]
}

interface Flame {
  name: string
  us: number
  below: Map<string, Flame>
}

const width = 1_000
const rowHeight = 15
const shareMin = 0.004
const depthMax = 40
/** Pixels of a letter of the text. */
const letter = 5.6
const passedOver = new Set(['(idle)', '(root)', '(program)'])

const [file = '', out = '', title = '', from = '0.5', to = '0.85'] = process.argv.slice(2)
const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile
const root = flameOf(profile, Number(from), Number(to))
writeFileSync(out, svg(root))

function flameOf({ nodes, samples, timeDeltas }: Profile, from: number, to: number): Flame {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const above = new Map<number, number>()
  for (const { id, children = [] } of nodes) for (const child of children) above.set(child, id)
  const wholeUs = timeDeltas.reduce((sum, us) => sum + us, 0)
  const all = newFlame(title)
  let atUs = 0
  for (const [index, id] of samples.entries()) {
    const us = timeDeltas[index] ?? 0
    atUs += us
    if (atUs < from * wholeUs || atUs > to * wholeUs) continue
    const path: ProfileNode[] = []
    for (let at: number | undefined = id; at !== undefined; at = above.get(at)) {
      const node = byId.get(at)
      if (node !== undefined) path.unshift(node)
    }
    if (passedOver.has(path.at(-1)?.callFrame.functionName ?? '')) continue
    add(all, path.slice(1).map(nameOf), us)
  }
  return all
}

function add(all: Flame, path: readonly string[], us: number): void {
  let flame = all
  flame.us += us
  for (const name of path.slice(0, depthMax)) {
    const next = flame.below.get(name) ?? newFlame(name)
    flame.below.set(name, next)
    next.us += us
    flame = next
  }
}

function newFlame(name: string): Flame {
  return { name, us: 0, below: new Map() }
}

function nameOf({ callFrame: { functionName, url } }: ProfileNode): string {
  const place = url.split('/').at(-1) ?? ''
  return `${functionName || '(anonymous)'} ${place}`.trim()
}

function svg(all: Flame): string {
  const boxes: string[] = []
  let rows = 0
  const draw = (flame: Flame, x: number, depth: number): void => {
    const share = flame.us / all.us
    if (share < shareMin) return
    rows = Math.max(rows, depth + 1)
    const wide = share * width
    const hue = 20 + ([...flame.name].reduce((sum, { length }, at) => sum + at * length, 0) % 35)
    const y = depth * rowHeight
    const what = escaped(`${flame.name} ${(100 * share).toFixed(1)} %`)
    const text = escaped(flame.name.slice(0, Math.floor(wide / letter)))
    boxes.push(
      `<g><title>${what}</title><rect x="${x.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="14" ` +
        `fill="hsl(${hue} 80% 65%)"/>${text.length > 2 ? `<text x="${(x + 2).toFixed(1)}" y="${y + 11}">${text}</text>` : ''}</g>`,
    )
    let at = x
    for (const next of [...flame.below.values()].toSorted((a, b) => b.us - a.us)) {
      draw(next, at, depth + 1)
      at += (next.us / all.us) * width
    }
  }
  draw(all, 0, 0)
  const size = `width="${width}" height="${rows * rowHeight}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="monospace" font-size="9">\n${boxes.join('\n')}\n</svg>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
