import type { Metadata, Sharp, SharpOptions } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { thumbnailPixels, type CleanImage, type ImageLimits } from '../../images.ts'
import { BrokenImage } from '../../media/pieces.ts'

type Look = Pick<CleanImage, 'width' | 'height' | 'thumbnail' | 'placeholder'>
type SharpOf = (input: Uint8Array, options?: SharpOptions) => Sharp

const thumbnailQuality = 75
const placeholderPixels = 100
const none = new Uint8Array(0)
const unknown: Look = { width: 0, height: 0, thumbnail: none, placeholder: none }

/** How the decoder calls them. */
const formats: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
  'image/heic': 'heif',
}

/** @throws BrokenImage for what cannot be shown, or not within the limits. */
export async function lookAt(
  mediaType: string,
  bytes: Uint8Array,
  limits: ImageLimits,
): Promise<Look> {
  const sharp = await decoder()
  if (sharp === undefined) return unknown
  try {
    const facts = await sharp(bytes, { limitInputPixels: limits.pixelsMax }).metadata()
    checkSize(mediaType, facts, limits)
    // NOTE its decoder is nobody's to give away; browsers do not show it either.
    if (mediaType === 'image/heic') return { ...unknown, ...turned(facts) }
    return { ...turned(facts), ...(await smallOnes(sharp, bytes, limits)) }
  } catch (thrown) {
    if (thrown instanceof BrokenImage) throw thrown
    throw new BrokenImage(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** Undefined where the library does not run: pictures go without thumbnails then. */
async function decoder(): Promise<SharpOf | undefined> {
  try {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  } catch {
    return undefined
  }
}

function checkSize(mediaType: string, facts: Metadata, limits: ImageLimits): void {
  const { format, width, height, pages = 1 } = facts
  if (format !== formats[mediaType]) throw new BrokenImage(`it is ${format}`)
  const pixels = width * (facts.pageHeight ?? height)
  if (pixels > limits.pixelsMax) throw new BrokenImage('it has too many pixels')
  if (pixels * pages > limits.animationPixelsMax) throw new BrokenImage('it has too many frames')
}

function turned({ width, height, pageHeight, orientation = 1 }: Metadata) {
  const high = pageHeight ?? height
  return orientation >= 5 ? { width: high, height: width } : { width, height: high }
}

async function smallOnes(sharp: SharpOf, bytes: Uint8Array, { pixelsMax }: ImageLimits) {
  const inside = (pixels: number) =>
    ({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true }) as const
  const thumbnail = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .autoOrient()
    .resize(inside(thumbnailPixels))
    .webp({ quality: thumbnailQuality })
    .toBuffer()
  const { data, info } = await sharp(thumbnail)
    .resize(inside(placeholderPixels))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const placeholder = rgbaToThumbHash(info.width, info.height, data)
  return { thumbnail: new Uint8Array(thumbnail), placeholder: new Uint8Array(placeholder) }
}
