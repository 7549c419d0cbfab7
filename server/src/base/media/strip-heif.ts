import { blank, boxesIn, type Box } from './iso-boxes.ts'
import { BrokenImage, Pieces } from './pieces.ts'

const keptBoxes = new Set(['ftyp', 'meta', 'mdat', 'moov', 'free', 'skip'])
/** Items that hold facts about the picture: EXIF, XMP and the like. How it is turned stands elsewhere. */
const factTypes = new Set(['Exif', 'mime', 'uri '])

/**
 * An AVIF or HEIC with its facts overwritten by zeros, where they stand. Nothing moves, so nothing else changes.
 * @throws BrokenImage
 */
export function stripHeif(bytes: Uint8Array): Uint8Array {
  const stripped = bytes.slice()
  const pieces = new Pieces(stripped)
  const top = boxesIn(pieces, 0, stripped.length)
  const meta = top.find(({ type }) => type === 'meta')
  if (top[0]?.type !== 'ftyp' || meta === undefined) throw new BrokenImage('it is no HEIF')
  for (const box of top) if (!keptBoxes.has(box.type)) blank(stripped, box)
  const parts = boxesIn(pieces, meta.content + 4, meta.to)
  const facts = factItems(pieces, parts)
  for (const { from, to } of extentsOf(pieces, parts, facts)) {
    pieces.slice(from, to)
    stripped.fill(0, from, to)
  }
  return stripped
}

function factItems(pieces: Pieces, parts: readonly Box[]): Set<number> {
  const infos = parts.find(({ type }) => type === 'iinf')
  if (infos === undefined) return new Set()
  const countBytes = pieces.u8(infos.content) === 0 ? 2 : 4
  const found = new Set<number>()
  for (const entry of boxesIn(pieces, infos.content + 4 + countBytes, infos.to)) {
    const version = pieces.u8(entry.content)
    if (entry.type !== 'infe' || version < 2) continue
    const wide = version === 3
    const at = entry.content + 4
    const item = wide ? pieces.u32(at) : pieces.u16(at)
    // Behind the id stands the index of its protection.
    if (factTypes.has(pieces.text(at + (wide ? 6 : 4), 4))) found.add(item)
  }
  return found
}

function extentsOf(
  pieces: Pieces,
  parts: readonly Box[],
  items: ReadonlySet<number>,
): { from: number; to: number }[] {
  const places = parts.find(({ type }) => type === 'iloc')
  if (places === undefined || items.size === 0) return []
  const data = parts.find(({ type }) => type === 'idat')
  const version = pieces.u8(places.content)
  const sizes = pieces.u16(places.content + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  let at = places.content + 6
  const take = (size: number): number => {
    if (size !== 0 && size !== 2 && size !== 4 && size !== 8)
      throw new BrokenImage('a number of an odd size')
    at += size
    if (size === 0) return 0
    if (size === 2) return pieces.u16(at - 2)
    return size === 4 ? pieces.u32(at - 4) : pieces.u32(at - 8) * 2 ** 32 + pieces.u32(at - 4)
  }
  const wide = version === 2 ? 4 : 2
  const count = take(wide)
  const extents: { from: number; to: number }[] = []
  for (let index = 0; index < count; index += 1) {
    const isFact = items.has(take(wide))
    const method = version === 0 ? 0 : take(2) & 15
    take(2)
    const base = take(baseSize)
    const start = method === 1 ? (data?.content ?? Number.NaN) : 0
    for (let extent = take(2); extent > 0; extent -= 1) {
      take(indexSize)
      const from = start + base + take(offsetSize)
      const to = from + take(lengthSize)
      if (!isFact) continue
      if (method > 1) throw new BrokenImage('a fact in a place that is not known')
      extents.push({ from, to })
    }
  }
  return extents
}
