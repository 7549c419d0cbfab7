import { BrokenImage, Pieces } from './pieces.ts'

const keptApplications = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/** A GIF without comments, texts and what applications wrote into it. @throws BrokenImage */
export function stripGif(bytes: Uint8Array): Uint8Array {
  const pieces = new Pieces(bytes)
  if (!/^GIF8[79]a$/.test(pieces.text(0, 6))) throw new BrokenImage('it is no GIF')
  pieces.pass(13 + tableBytes(pieces.u8(10)), true)
  for (;;) {
    // NOTE many writers forget the end.
    if (pieces.isAtEnd) {
      pieces.add(Uint8Array.of(0x3b))
      return pieces.kept()
    }
    const block = pieces.u8(pieces.at)
    if (block === 0x3b) {
      pieces.pass(pieces.at + 1, true)
      return pieces.kept()
    }
    if (block === 0x2c) {
      const data = pieces.at + 10 + tableBytes(pieces.u8(pieces.at + 9)) + 1
      pieces.pass(endOfData(pieces, data), true)
    } else if (block === 0x21) {
      pieces.pass(endOfData(pieces, pieces.at + 2), isKept(pieces))
    } else throw new BrokenImage('a block that is not known')
  }
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** Behind the blocks of data that begin at `at`. */
function endOfData(pieces: Pieces, at: number): number {
  let end = at
  for (;;) {
    const length = pieces.u8(end)
    end += 1 + length
    if (length === 0) return end
  }
}

function isKept(pieces: Pieces): boolean {
  const label = pieces.u8(pieces.at + 1)
  if (label === 0xf9) return true
  return label === 0xff && keptApplications.has(pieces.text(pieces.at + 3, 11))
}
