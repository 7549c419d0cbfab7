import type { ErrorName } from '@parley/protocol'
import { BrokenImage, joined } from '../../base/media/pieces.ts'
import { strippableTypes } from '../../base/media/strip-image.ts'
import { patched, videoFactPatches } from '../../base/media/video-facts.ts'
import type { Upload } from '../../data/file-store.ts'
import type { FileDeps } from './file-deps.ts'
import { inOnePiece } from './in-one-piece.ts'
import { familyOf, mediaTypeOf, plainType, sniffBytes } from './media-type.ts'

/** What is in an upload, and the bytes to keep of it. */
export interface Content {
  mediaType: string
  width: number
  height: number
  placeholder: Uint8Array
  thumbnail: Uint8Array
  /** The staged bytes are the ones to keep. */
  isAsStaged: boolean
  /** The bytes to keep, each time anew. */
  chunks(): AsyncIterable<Uint8Array>
}

type Deps = Pick<FileDeps, 'blobs' | 'images' | 'settings'>

const none = new Uint8Array(0)
/** Films that carry facts in boxes. */
const boxTypes: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'audio/mp4'])

/** Decides what an upload is by what is in it, and leaves out what it gives away. */
export async function examine(
  deps: Deps,
  upload: Upload,
): Promise<Content | { refused: ErrorName }> {
  const { id, bytes, declaredType } = upload
  const read = (from: number, to: number) => gathered(deps.blobs.staged(id, from, to))
  // NOTE of an upload of no bytes nothing was ever staged.
  const start = bytes === 0 ? none : await read(0, Math.min(sniffBytes, bytes))
  const mediaType = mediaTypeOf(start, declaredType)
  if (mediaType === undefined) return { refused: 'TYPE_REFUSED' }
  if (bytes === 0) return { ...bare, mediaType, isAsStaged: false, chunks: () => inOnePiece(none) }
  if (strippableTypes.has(mediaType)) return image(deps, upload, mediaType, read)
  const staged = () => deps.blobs.staged(id, 0, bytes)
  if (!boxTypes.has(mediaType)) return { ...bare, mediaType, isAsStaged: true, chunks: staged }
  try {
    const patches = await videoFactPatches(bytes, read)
    return { ...bare, mediaType, isAsStaged: false, chunks: () => patched(staged(), patches) }
  } catch (thrown) {
    if (!(thrown instanceof BrokenImage)) throw thrown
    return broken(upload, mediaType, staged)
  }
}

const bare = { width: 0, height: 0, placeholder: none, thumbnail: none }

async function image(
  deps: Deps,
  upload: Upload,
  mediaType: string,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<Content | { refused: ErrorName }> {
  const { id, bytes } = upload
  if (bytes > deps.settings().imageBytesMax) return { refused: 'TOO_LARGE' }
  const clean = await deps.images.clean(mediaType, await read(0, bytes))
  if (clean.status === 'unreadable')
    return broken(upload, mediaType, () => deps.blobs.staged(id, 0, bytes))
  const { width, height, placeholder, thumbnail } = clean
  const facts = { mediaType, width, height, placeholder, thumbnail }
  return { ...facts, isAsStaged: false, chunks: () => inOnePiece(clean.bytes) }
}

/** It only begins as what it seems to be. Who said that it is, is refused; else it is bytes without a meaning. */
function broken(
  { declaredType }: Upload,
  mediaType: string,
  chunks: Content['chunks'],
): Content | { refused: ErrorName } {
  if (familyOf(declaredType) === familyOf(mediaType)) return { refused: 'TYPE_REFUSED' }
  return { ...bare, mediaType: plainType, isAsStaged: true, chunks }
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return joined(await Array.fromAsync(chunks))
}
