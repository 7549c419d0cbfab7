import { createHash, createHmac } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { Compression, Hashing, Passwords } from '../../../server/src/base/crypto.ts'

/** The real functions: they depend on nothing but their input. */
export const worldHashing: Hashing = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmac: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  running: (algorithm) => {
    const running = createHash(algorithm)
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() }
  },
  equal: (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]),
}

export const worldCompression: Compression = {
  deflate: (bytes) => deflateRawSync(bytes),
  inflate(bytes, bytesMax) {
    try {
      return inflateRawSync(bytes, { maxOutputLength: bytesMax })
    } catch {
      return undefined
    }
  },
}

const passwordMs = 60

/** Takes its time like argon2, but not the machine's. */
export function worldPasswords(clock: Clock): Passwords {
  const hashed = (password: string): string =>
    `$world$${createHash('sha256').update(password).digest('base64url')}`
  const later = <T>(value: T): Promise<T> =>
    new Promise((resolve) => clock.after(passwordMs, () => resolve(value)))
  return {
    hash: (password) => later(hashed(password)),
    verify: (password, phc) => later(phc !== undefined && phc === hashed(password)),
  }
}
