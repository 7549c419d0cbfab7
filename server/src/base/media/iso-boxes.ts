import { BrokenImage, type Pieces } from './pieces.ts'

/** A box of the ISO base media format (MP4, QuickTime, HEIF, AVIF). */
export interface Box {
  type: string
  /** Where it begins, where its content begins, and where it ends. */
  from: number
  content: number
  to: number
}

/** Boxes from `from` to `to`. A last one of length 0 reaches to the end. @throws BrokenImage */
export function boxesIn(pieces: Pieces, from: number, to: number): Box[] {
  const boxes: Box[] = []
  let at = from
  // NOTE QuickTime may end a list of boxes by four zero bytes.
  while (at + 8 <= to) {
    const box = boxAt(pieces, at, to)
    if (box.to > to) throw new BrokenImage('a box reaches beyond what holds it')
    boxes.push(box)
    at = box.to
  }
  return boxes
}

/** Its content may lie beyond what was read. */
export function boxAt(pieces: Pieces, at: number, end: number): Box {
  const short = pieces.u32(at)
  const type = pieces.text(at + 4, 4)
  const header = short === 1 ? 16 : 8
  const length = short === 1 ? pieces.u32(at + 8) * 2 ** 32 + pieces.u32(at + 12) : short
  const to = length === 0 ? end : at + length
  if (to < at + header || !Number.isSafeInteger(to)) throw new BrokenImage('a box without length')
  return { type, from: at, content: at + header, to }
}

/** Makes a box one that says nothing, where it stands: what comes behind it keeps its place. */
export function blank(bytes: Uint8Array, box: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], box.from + 4)
  bytes.fill(0, box.content, box.to)
}
