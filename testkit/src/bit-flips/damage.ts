import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeededRandom } from '../world/seeded-random.ts'

/** What happened to one file. */
export interface Damage {
  file: string
  kind: 'flip' | 'truncation'
  /** Of the byte that changed, or the new end of the file. */
  at: number
  /** Of the bit; -1: none. */
  bit: number
}

export type Target = 'database' | 'log' | 'blob'

const truncationChance = 0.15
/** Where bytes that matter are: SQLite writes whole pages. */
const pageBytes = 4_096

/** Turns a bit of a file of this folder, or cuts the file: anywhere, or at the end of a page. Never nothing. */
export function damage(folder: string, target: Target, random: SeededRandom): Damage {
  const file = random.pick(filesOf(folder, target))
  const path = join(folder, file)
  const { size } = statSync(path)
  const bytes = readFileSync(path)
  if (random.chance(truncationChance)) {
    const anywhere = random.below(size)
    const at = random.chance(0.5) ? anywhere : anywhere - (anywhere % pageBytes)
    writeFileSync(path, bytes.subarray(0, at))
    return { file, kind: 'truncation', at, bit: -1 }
  }
  const at = random.below(size)
  const bit = random.below(8)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
  return { file, kind: 'flip', at, bit }
}

function filesOf(folder: string, target: Target): string[] {
  if (target === 'database') return ['parley.db']
  if (target === 'log') return ['parley.db-wal']
  const blobs = join('files', 'blobs')
  return readdirSync(join(folder, blobs), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}
