import { randomFillSync } from 'node:crypto'
import type { Random } from '../random.ts'

export const nodeRandom: Random = {
  fill: (bytes) => {
    randomFillSync(bytes)
    return bytes
  },
  unit: () => Math.random(),
}
