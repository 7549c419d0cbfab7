import type { Random } from '../../base/random.ts'
import { firstIdFloorMs } from '../rules/tidy.ts'
import { MemoryTables } from './memory-tables.ts'

/** What survives a crash of the process: every committed batch, and nothing else. */
export interface MemoryDisk {
  readonly tables: MemoryTables
  readonly generation: Uint8Array
  readonly serverKey: Uint8Array
  /** On demand: the next commits fail as a full or a broken disk makes them. */
  condition: 'good' | 'full' | 'broken'
}

export function createMemoryDisk(random: Random, wallMs: number): MemoryDisk {
  return {
    tables: new MemoryTables(firstIdFloorMs(wallMs)),
    generation: random.fill(new Uint8Array(16)),
    serverKey: random.fill(new Uint8Array(32)),
    condition: 'good',
  }
}
