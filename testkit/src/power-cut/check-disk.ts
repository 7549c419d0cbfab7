import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { compareAcked } from '../soak/compare-acked.ts'
import type { AckedSend } from '../soak/run-soak.ts'
import { execute } from './guest-parts.ts'

/**
 * What is on a disk whose machine lost power: its journal is replayed in a copy, the store taken out, checked as
 * `parley doctor --store` checks it, and compared with what was acked outside.
 * @returns one sentence for each problem
 */
export function checkDisk(
  disk: string,
  folder: string,
  acked: ReadonlyMap<string, AckedSend>,
): string[] {
  const copy = join(folder, 'cut.img')
  const out = join(folder, 'cut')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  execute('cp', ['--sparse=always', disk, copy])
  execute('e2fsck', ['-fy', copy], undefined, [0, 1])
  execute('debugfs', ['-R', `rdump /parley ${out}`, copy])
  const store = join(out, 'parley')
  if (!existsSync(join(store, 'parley.db'))) return ['there is no store on the disk']
  return compareAcked(store, acked)
}
