import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Floor } from './floor.ts'
import type { Report } from './report.ts'

/** What one cell has found, and added to the report. */
export interface KeptCell extends Pick<Report, 'floors' | 'figures' | 'details'> {
  name: string
  /** Of the sources that were measured. */
  sources: string
  startedAt: string
  seconds: number
  floor: Floor
  /** Whatever the cell gave to the scenario, as JSON can say it. */
  result: unknown
}

/** The cells of a long run that are done, a file for each, so that an interrupted run goes on where it was. */
export class KeptCells {
  readonly #folder: string
  readonly #sources: string

  constructor(folder: string, sources: string) {
    this.#folder = folder
    this.#sources = sources
  }

  /** Undefined: it is still to be measured. What other sources gave does not count. */
  find(name: string): KeptCell | undefined {
    const path = this.#pathOf(name)
    if (!existsSync(path)) return undefined
    const cell = JSON.parse(readFileSync(path, 'utf8')) as KeptCell
    return cell.sources === this.#sources && cell.name === name ? cell : undefined
  }

  /** A cell with a fault is not to be kept: it is not done. */
  keep(cell: Omit<KeptCell, 'sources'>): void {
    mkdirSync(this.#folder, { recursive: true })
    const path = this.#pathOf(cell.name)
    // NOTE whole or not at all: a run may be ended at any time.
    writeFileSync(`${path}.partial`, `${JSON.stringify({ ...cell, sources: this.#sources })}\n`)
    renameSync(`${path}.partial`, path)
  }

  #pathOf(name: string): string {
    return join(this.#folder, `${name.replaceAll(/[^\w.=]+/g, '-')}.json`)
  }
}

/** Names the sources as they are: the commit, and what differs from it. New files that git does not know are not in it. */
export function sourcesOf(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
  try {
    const commit = git('rev-parse', 'HEAD').trim()
    const changes = git('diff', 'HEAD')
    if (changes === '') return commit
    return `${commit} and ${createHash('sha256').update(changes).digest('hex').slice(0, 12)}`
  } catch {
    // NOTE not a clone: nothing says whether it is the same.
    return `unknown, ${new Date().toISOString()}`
  }
}
