import type { ErrorName } from '@parley/protocol'
import { randomId } from '../../base/random.ts'
import { Refusal } from '../../base/refusal.ts'
import type { StoredFile, Upload } from '../../data/file-store.ts'
import { withBlobTrouble } from './blob-trouble.ts'
import { examine, type Content } from './examine.ts'
import type { FileDeps } from './file-deps.ts'
import { inOnePiece } from './in-one-piece.ts'

type Deps = Pick<
  FileDeps,
  | 'clock'
  | 'random'
  | 'hashing'
  | 'files'
  | 'blobs'
  | 'images'
  | 'blobLocks'
  | 'finishing'
  | 'settings'
>

/** So long an upload tells what it has become, or why not, to who missed the answer. */
export const uploadToldMs = 3_600_000

/**
 * A whole upload becomes a file: its content is looked at, cleaned, and kept under its hash. It takes the same way whether
 * those bytes are here already or not: nobody learns what others uploaded. Once, however often it is called; the caller
 * holds the upload's turn.
 * @throws Refusal TYPE_REFUSED, TOO_LARGE: the upload is over; NOT_FOUND, BUSY, STORAGE_FULL
 */
export function finishUpload(deps: Deps, id: Uint8Array): Promise<StoredFile> {
  return deps.finishing.run(() =>
    withBlobTrouble(async () => {
      const upload = await deps.files.upload(id)
      if (upload === undefined || upload.receivedBytes !== upload.bytes)
        throw new Refusal('NOT_FOUND')
      if (upload.error !== '') throw new Refusal(upload.error as ErrorName)
      if (upload.file !== 0) return fileOf(deps, upload)
      const content = await examine(deps, upload)
      if ('refused' in content) throw await refused(deps, upload, content.refused)
      return keep(deps, upload, content)
    }),
  )
}

/** What it has become before. @throws Refusal NOT_FOUND */
async function fileOf(deps: Pick<Deps, 'files'>, { account, file }: Upload): Promise<StoredFile> {
  const [found] = await deps.files.readable(account, [file], 0)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

async function refused(deps: Deps, { id }: Upload, error: ErrorName): Promise<Refusal> {
  const expiresMs = Math.floor(deps.clock.wallMs()) + uploadToldMs
  await deps.files.refuseUpload({ id, error, expiresMs })
  await deps.blobs.discard(id)
  return new Refusal(error)
}

async function keep(deps: Deps, upload: Upload, content: Content): Promise<StoredFile> {
  const { clock, hashing, files, blobs } = deps
  const { bytes, hash } = await measured(deps, content)
  const hasThumbnail = content.thumbnail.length > 0
  const thumbnail = hasThumbnail ? hashing.sha256(content.thumbnail) : content.thumbnail
  const hashes = hasThumbnail ? [hash, thumbnail] : [hash]
  const keys = hashes.map((one) => Buffer.from(one).toString('hex'))
  return deps.blobLocks.run(keys, async () => {
    await files.intendBlobs(hashes, clock.wallMs())
    if (content.isAsStaged) await blobs.keep(upload.id, hash)
    else await blobs.store(hash, content.chunks())
    if (hasThumbnail) await blobs.store(thumbnail, inOnePiece(content.thumbnail))
    const nowMs = Math.floor(clock.wallMs())
    const { mediaType, width, height, placeholder } = content
    const thumbnailBytes = content.thumbnail.length
    const facts = { mediaType, bytes, width, height, placeholder, hash, thumbnail, thumbnailBytes }
    const made = await files.finishUpload({
      upload: upload.id,
      file: { id: randomId(deps.random), ...facts, createdMs: nowMs },
      nowMs,
      unsentUntilMs: nowMs + deps.settings().unsentMs,
      expiresMs: nowMs + uploadToldMs,
    })
    if (made.status === 'gone') throw new Refusal('NOT_FOUND')
    await blobs.discard(upload.id)
    return made.file
  })
}

async function measured(
  { hashing }: Deps,
  content: Content,
): Promise<{ bytes: number; hash: Uint8Array }> {
  const sum = hashing.running('sha256')
  let bytes = 0
  for await (const chunk of content.chunks()) {
    sum.update(chunk)
    bytes += chunk.length
  }
  return { bytes, hash: sum.digest() }
}
