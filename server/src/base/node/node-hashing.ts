import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Hashing } from '../crypto.ts'

export const nodeHashing: Hashing = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  equal: (a, b) => a.length === b.length && timingSafeEqual(a, b),
}
