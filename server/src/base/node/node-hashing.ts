import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Hashing } from '../crypto.ts'

export const nodeHashing: Hashing = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  running: (algorithm) => {
    const running = createHash(algorithm)
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() }
  },
  equal: (a, b) => a.length === b.length && timingSafeEqual(a, b),
}
