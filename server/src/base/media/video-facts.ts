import { blank, boxAt, boxesIn, type Box } from './iso-boxes.ts'
import { BrokenImage, Pieces } from './pieces.ts'

/** Bytes to be written over others: nothing moves. */
export interface Patch {
  at: number
  bytes: Uint8Array
}

/** The index of a long video has a few of these. */
export const movieBoxBytesMax = 32 * 1024 * 1024
const topBoxesMax = 10_000
const keptTop = new Set(
  'ftyp styp moov moof mdat mfra sidx ssix emsg prft pnot free skip wide'.split(' '),
)
/** Where cameras write the place, and other facts. */
const facts = new Set(['udta', 'meta', 'uuid', 'XMP_'])
/** Tracks of facts along the time, such as the way that was taken. */
const factTracks = new Set(['meta', 'camm'])

/**
 * What must be written over an MP4 or QuickTime file so that it says nothing but its pictures and sound: boxes with facts
 * become empty ones, tracks of facts are struck from the index.
 * @throws BrokenImage
 */
export async function videoFactPatches(
  bytes: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<Patch[]> {
  const patches: Patch[] = []
  let at = 0
  for (let count = 0; at + 8 <= bytes; count += 1) {
    if (count > topBoxesMax) throw new BrokenImage('too many boxes')
    const header = boxAt(new Pieces(await read(at, Math.min(bytes, at + 16))), 0, bytes - at)
    const box = { ...header, from: at, content: at + header.content, to: at + header.to }
    if (box.to > bytes) throw new BrokenImage('a box reaches beyond the end')
    if (box.type === 'moov') patches.push(await moviePatch(box, read))
    else if (!keptTop.has(box.type)) patches.push(...emptied(box))
    at = box.to
  }
  return patches
}

async function moviePatch(
  box: Box,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<Patch> {
  if (box.to - box.from > movieBoxBytesMax) throw new BrokenImage('the index is too large')
  const movie = (await read(box.from, box.to)).slice()
  const pieces = new Pieces(movie)
  for (const part of boxesIn(pieces, box.content - box.from, movie.length)) {
    if (facts.has(part.type)) blank(movie, part)
    else if (part.type === 'trak') cleanTrack(pieces, movie, part)
  }
  return { at: box.from, bytes: movie }
}

function cleanTrack(pieces: Pieces, movie: Uint8Array, track: Box): void {
  const parts = boxesIn(pieces, track.content, track.to)
  const media = parts.find(({ type }) => type === 'mdia')
  const inMedia = media === undefined ? [] : boxesIn(pieces, media.content, media.to)
  const handler = inMedia.find(({ type }) => type === 'hdlr')
  if (handler !== undefined && factTracks.has(pieces.text(handler.content + 8, 4)))
    return blank(movie, track)
  for (const part of [...parts, ...inMedia]) if (facts.has(part.type)) blank(movie, part)
  return undefined
}

const zeros = new Uint8Array(1024 * 1024)

/** In pieces of a bounded size. */
function emptied(box: Box): Patch[] {
  const patches: Patch[] = [{ at: box.from + 4, bytes: Uint8Array.of(0x66, 0x72, 0x65, 0x65) }]
  for (let at = box.content; at < box.to; at += zeros.length)
    patches.push({ at, bytes: zeros.subarray(0, Math.min(zeros.length, box.to - at)) })
  return patches
}

/** The chunks with the patches in their places; both in ascending order, patches apart from each other. */
export async function* patched(
  chunks: AsyncIterable<Uint8Array>,
  patches: readonly Patch[],
): AsyncGenerator<Uint8Array> {
  let from = 0
  for await (const chunk of chunks) {
    const to = from + chunk.length
    const here = patches.filter(({ at, bytes }) => at < to && at + bytes.length > from)
    const fresh = here.length === 0 ? chunk : chunk.slice()
    for (const { at, bytes } of here) {
      const part = bytes.subarray(Math.max(0, from - at), Math.min(bytes.length, to - at))
      fresh.set(part, Math.max(0, at - from))
    }
    yield fresh
    from = to
  }
}
