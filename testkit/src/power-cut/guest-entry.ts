import crypto, { createCipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { runServer } from '../../../server/src/index.ts'

/** What the host gives to a guest that it wakes. */
export interface GuestGiven {
  /** 32 bytes, in hex. */
  seed: string
  options: Record<string, string>
}

console.log('GUEST LOADED')
// A pipe: this waits until the host has spoken and the disk is there.
const { seed, options } = JSON.parse(readFileSync('/tmp/go', 'utf8')) as GuestGiven
replaceRandomness(Buffer.from(seed, 'hex'))
process.exitCode = await runServer(options)

/** Every start comes from one snapshot and would draw the same numbers: they are drawn from what the host gave. */
function replaceRandomness(key: Buffer): void {
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const fill = <T extends NodeJS.ArrayBufferView>(target: T): T => {
    const { buffer, byteOffset, byteLength } = target
    new Uint8Array(buffer, byteOffset, byteLength).set(stream.update(Buffer.alloc(byteLength)))
    return target
  }
  Object.assign(crypto, {
    randomFillSync: fill,
    randomBytes: (size: number) => fill(Buffer.alloc(size)),
  })
  syncBuiltinESMExports()
}
