import { join } from 'node:path'
import { inOwnNetwork } from './own-network.ts'
import type { NetFaultsInput, NetFaultsResult } from './run-net-faults.ts'

const inside = join(import.meta.dirname, 'inside.ts')

/** Everything that a network does to devices and a server, in one that nobody else has. */
export function netFaults(
  input: NetFaultsInput,
  log: (text: string) => void,
): Promise<NetFaultsResult> {
  return inOwnNetwork<NetFaultsResult>(inside, input, log)
}

/** For `npm run proof` and `npm test`. */
export const smallNetFaults = (seed: number): NetFaultsInput => ({
  ...{ accounts: 6, faults: 8, halfOpen: 200, slow: 20, words: 150 },
  ...{ heartbeatMs: 2_000, seed },
})
