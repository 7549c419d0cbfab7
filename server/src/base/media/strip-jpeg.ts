import { orientationIn, orientationTiff } from './orientation.ts'
import { BrokenImage, fromLatin1, joined, latin1, Pieces } from './pieces.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const exifName = 'Exif\0\0'

/**
 * A JPEG without anything but its picture, colour profile and orientation. What is shown stays the same bit by bit: only
 * segments are left out. What lies behind the end goes, too.
 * @throws BrokenImage
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const pieces = new Pieces(bytes)
  if (pieces.u16(0) !== 0xff00 + startOfImage) throw new BrokenImage('it is no JPEG')
  const kept: Uint8Array[] = []
  let orientation = 1
  pieces.at = 2
  while (!pieces.isAtEnd) {
    const marker = nextMarker(pieces)
    if (marker === undefined || marker === endOfImage) break
    const end = pieces.at + pieces.u16(pieces.at)
    const segment = pieces.slice(pieces.at + 2, end)
    const isExif = marker === 0xe1 && latin1(segment.subarray(0, 6)) === exifName
    if (isExif && orientation === 1) orientation = orientationIn(segment.subarray(6))
    if (isKept(marker, segment))
      kept.push(Uint8Array.of(0xff, marker), pieces.slice(pieces.at, end))
    pieces.at = end
    if (marker === startOfScan) kept.push(scan(pieces))
  }
  const head = orientation === 1 ? [] : [exifSegment(orientation)]
  const start = Uint8Array.of(0xff, startOfImage)
  return joined([start, ...head, ...kept, Uint8Array.of(0xff, endOfImage)])
}

/** Behind the marker, which fill bytes may come before. Undefined: the file ends here. */
function nextMarker(pieces: Pieces): number | undefined {
  if (pieces.u8(pieces.at) !== 0xff) throw new BrokenImage('a marker is missing')
  while (!pieces.isAtEnd && pieces.u8(pieces.at) === 0xff) pieces.at += 1
  if (pieces.isAtEnd) return undefined
  const marker = pieces.u8(pieces.at)
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= startOfImage))
    throw new BrokenImage('a marker where none may be')
  pieces.at += 1
  return marker
}

/** The compressed data up to the next marker. */
function scan(pieces: Pieces): Uint8Array {
  const from = pieces.at
  let at = from
  for (;;) {
    const found = pieces.bytes.indexOf(0xff, at)
    if (found === -1 || found + 1 >= pieces.bytes.length) {
      pieces.at = pieces.bytes.length
      return pieces.slice(from, found === -1 ? pieces.at : found)
    }
    const next = pieces.u8(found + 1)
    // Stuffed, filled, or a restart: it goes on.
    const goesOn = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!goesOn && next !== 0xff) {
      pieces.at = found
      return pieces.slice(from, found)
    }
    at = goesOn ? found + 2 : found + 1
  }
}

function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = latin1(segment.subarray(0, 12))
  if (marker === 0xe0) return name.startsWith('JFIF\0')
  if (marker === 0xe2) return name === 'ICC_PROFILE\0'
  return marker === 0xee && name.startsWith('Adobe')
}

function exifSegment(orientation: number): Uint8Array {
  const body = joined([fromLatin1(exifName), orientationTiff(orientation)])
  return joined([Uint8Array.of(0xff, 0xe1, 0, body.length + 2), body])
}
