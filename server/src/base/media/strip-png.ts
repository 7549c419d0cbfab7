import { orientationIn, orientationTiff } from './orientation.ts'
import { BrokenImage, fromLatin1, joined, Pieces } from './pieces.ts'

const signature = '\x89PNG\r\n\x1a\n'
/** What changes how the picture is shown. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A PNG without anything but its picture, colours and orientation. @throws BrokenImage */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const pieces = new Pieces(bytes)
  if (pieces.text(0, 8) !== signature) throw new BrokenImage('it is no PNG')
  pieces.pass(8, true)
  let hasOrientation = false
  for (;;) {
    const length = pieces.u32(pieces.at)
    const type = pieces.text(pieces.at + 4, 4)
    const end = pieces.at + 12 + length
    const isKept = kept.has(type)
    if (!isKept && /^[A-Z]/.test(type)) throw new BrokenImage(`a part that is not known: ${type}`)
    const data = pieces.slice(pieces.at + 8, end - 4)
    const orientation = type === 'eXIf' && !hasOrientation ? orientationIn(data) : 1
    pieces.pass(end, isKept)
    if (orientation !== 1) {
      hasOrientation = true
      pieces.add(chunk('eXIf', orientationTiff(orientation)))
    }
    if (type === 'IEND') return pieces.kept()
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([fromLatin1(type), data])
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, data.length)
  frame.setUint32(4, crc32(body))
  const words = new Uint8Array(frame.buffer)
  return joined([words.subarray(0, 4), body, words.subarray(4)])
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
