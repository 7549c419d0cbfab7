import type { Random } from '../base/random.ts'

export const browserRandom: Random = {
  fill: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  unit: () => Math.random(),
}
