import { stripGif } from './strip-gif.ts'
import { stripHeif } from './strip-heif.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'

const strippers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/gif': stripGif,
  'image/avif': stripHeif,
  'image/heic': stripHeif,
}

/** Formats whose facts (place, camera, owner, comments) can be left out without touching the picture. */
export const strippableTypes: ReadonlySet<string> = new Set(Object.keys(strippers))

/** @throws BrokenImage, also RangeError where lengths lie. */
export function stripImage(mediaType: string, bytes: Uint8Array): Uint8Array {
  const strip = strippers[mediaType]
  if (strip === undefined) throw new Error(`no way to strip ${mediaType}`)
  return strip(bytes)
}
