import { createHash } from 'node:crypto'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { CleanImage, Images } from '../../../server/src/base/images.ts'

const cleanMs = 30
/** What a picture gives away, as it were. */
const secret = { from: 16, to: 48 } as const

/** Begins as a picture does. */
export const pictureType = 'image/jpeg'
export const pictureStart: readonly number[] = [0xff, 0xd8, 0xff]

/** Takes its time like the real work on pictures, which has threads of its own; what comes of it depends on the bytes alone. */
export function worldImages(clock: Clock): Pick<Images, 'clean'> {
  return {
    clean: (_mediaType, bytes) =>
      new Promise((resolve) => {
        const clean = cleanPicture(bytes)
        const answer = clean ?? ({ status: 'unreadable', reason: 'too short' } as const)
        clock.after(cleanMs, () => resolve(answer))
      }),
  }
}

export function cleanPicture(bytes: Uint8Array): CleanImage | undefined {
  if (bytes.length < secret.to) return undefined
  const small = createHash('sha256').update(bytes).digest()
  return {
    status: 'clean',
    bytes: Buffer.concat([bytes.subarray(0, secret.from), bytes.subarray(secret.to)]),
    width: 1 + (bytes.length % 100),
    height: 1 + (bytes.length % 70),
    thumbnail: Buffer.concat([Buffer.from('small'), small]),
    placeholder: small.subarray(0, 20),
  }
}
