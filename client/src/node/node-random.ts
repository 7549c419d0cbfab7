import { randomFillSync } from 'node:crypto'
import type { Random } from '../base/random.ts'

export const nodeRandom: Random = {
  fill: (bytes) => randomFillSync(bytes),
  unit: () => Math.random(),
}
