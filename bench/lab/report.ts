import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import { join } from 'node:path'
import { benchFolder } from './child.ts'
import type { Floor } from './floor.ts'
import { pinning } from './pin.ts'
import { plot } from './plot.ts'
import { readable } from './readable.ts'
import { raisedLimits } from './server.ts'

export interface Target {
  must: number
  aim: number
}

/** One number of a run. */
export interface Figure {
  scenario: string
  name: string
  value: number
  unit: string
  /** As set for the reference machine; µs and rates are scaled by this run's floor. */
  target?: Target | undefined
  scaled?: Target | undefined
  /** Higher is better; lower unless said. */
  isRate?: boolean
  /** Floor µs ÷ our µs. */
  efficiency?: number | undefined
  /** µs per message of the bare machine, by which `scaled` was computed. */
  floorUs?: number | undefined
  note?: string | undefined
}

export interface Report {
  profile: 'quick' | 'full'
  startedAt: string
  machine: string
  node: string
  pinning: string
  limits: Readonly<Record<string, string>>
  /** Of the cell that is measured now; figures are judged by the one just before them. */
  floor: Floor
  floors: Floor[]
  figures: Figure[]
  details: Record<string, unknown>
  /** Anything here voids the numbers. */
  faults: string[]
}

export function newReport(profile: Report['profile'], floor: Floor): Report {
  const [cpu] = cpus()
  return {
    profile,
    startedAt: new Date().toISOString(),
    machine: `${cpus().length} x ${cpu?.model ?? 'unknown'}, Linux ${release()}`,
    node: process.version,
    pinning: pinning(),
    limits: raisedLimits,
    floor,
    floors: [],
    figures: [],
    details: {},
    faults: [],
  }
}

/** Writes the result, and its plot beside it. @returns the file. */
export function writeReport(report: Report, path: string): string {
  const file = join(benchFolder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`)
  writeFileSync(file.replace(/\.json$/, '.svg'), plot(report))
  return file
}

export function table(figures: readonly Figure[]): string {
  const head = [
    'scenario',
    'figure',
    'value',
    'unit',
    'must',
    'aim',
    'verdict',
    'floor µs',
    'efficiency',
  ]
  const rows = figures.map((figure) => {
    const { scenario, name, value, unit, efficiency, note } = figure
    const target = figure.scaled ?? figure.target
    return [
      scenario,
      note === undefined ? name : `${name} (${note})`,
      readable(value),
      unit,
      target === undefined ? '' : readable(target.must),
      target === undefined ? '' : readable(target.aim),
      verdict(figure),
      figure.floorUs === undefined ? '' : figure.floorUs.toFixed(1),
      efficiency === undefined ? '' : efficiency.toFixed(2),
    ]
  })
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function verdict({ value, target, scaled, isRate }: Figure): string {
  const against = scaled ?? target
  if (against === undefined) return ''
  const meets = (bound: number) => (isRate === true ? value >= bound : value <= bound)
  if (meets(against.aim)) return 'aim'
  return meets(against.must) ? 'must' : 'MISSED'
}
