import { orientationIn, orientationTiff } from './orientation.ts'
import { BrokenImage, fromLatin1, joined, latin1, Pieces } from './pieces.ts'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const exifFlag = 0x08
const xmpFlag = 0x04

/** A WebP without anything but its picture, colour profile and orientation. @throws BrokenImage */
export function stripWebp(bytes: Uint8Array): Uint8Array {
  const pieces = new Pieces(bytes)
  if (pieces.text(0, 4) !== 'RIFF' || pieces.text(8, 4) !== 'WEBP')
    throw new BrokenImage('it is no WebP')
  const whole = Math.min(bytes.length, 8 + pieces.u32(4, true))
  pieces.at = 12
  let header: Uint8Array | undefined
  let orientation = 1
  const chunks: Uint8Array[] = []
  while (pieces.at + 8 <= whole) {
    const type = pieces.text(pieces.at, 4)
    const length = pieces.u32(pieces.at + 4, true)
    const end = pieces.at + 8 + length
    const data = pieces.slice(pieces.at + 8, end)
    if (type === 'EXIF') orientation = orientationIn(withoutName(data))
    // NOTE a copy, since its flags change.
    if (type === 'VP8X') header = pieces.slice(pieces.at, end).slice()
    const part = type === 'VP8X' ? header : pieces.slice(pieces.at, end)
    if (kept.has(type) && part !== undefined) chunks.push(part, new Uint8Array(length % 2))
    pieces.at = end + (length % 2)
  }
  if (chunks.length === 0) throw new BrokenImage('there is no picture in it')
  if (header !== undefined && header.length > 8) {
    const flags = (header[8] ?? 0) & ~(exifFlag | xmpFlag)
    header[8] = orientation === 1 ? flags : flags | exifFlag
    if (orientation !== 1) chunks.push(chunk('EXIF', orientationTiff(orientation)))
  }
  const body = joined([fromLatin1('WEBP'), ...chunks])
  return joined([fromLatin1('RIFF'), littleEndian(body.length), body])
}

/** Some writers begin it as in a JPEG. */
function withoutName(data: Uint8Array): Uint8Array {
  return latin1(data.subarray(0, 6)) === 'Exif\0\0' ? data.subarray(6) : data
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  return joined([
    fromLatin1(type),
    littleEndian(data.length),
    data,
    new Uint8Array(data.length % 2),
  ])
}

function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}
