import { isUuidV7 } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { Upload } from '../../data/file-store.ts'
import type { FileCaller, FileDeps } from './file-deps.ts'
import { safeFileName } from './file-name.ts'
import { normalType } from './media-type.ts'

export interface NewUploadInput {
  bytes: number
  name: string
  mediaType: string
  /** UUIDv7; empty: every call makes an upload of its own. */
  requestKey: Uint8Array
}

type Deps = Pick<
  FileDeps,
  'clock' | 'random' | 'hashing' | 'serverKey' | 'files' | 'blobs' | 'settings'
>

const mediaTypeLengthMax = 100
const idBytes = 16

/** Reserves the space for a file on its way in. @throws Refusal TOO_LARGE, QUOTA_EXCEEDED, LIMIT_REACHED, STORAGE_FULL, … */
export async function createUpload(
  deps: Deps,
  caller: FileCaller,
  input: NewUploadInput,
): Promise<Upload> {
  const { bytes, requestKey } = input
  const settings = deps.settings()
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new Refusal('BAD_REQUEST', 'no length')
  if (bytes > settings.fileBytesMax)
    throw new Refusal('TOO_LARGE', `a file has at most ${settings.fileBytesMax} bytes`)
  if (input.mediaType.length > mediaTypeLengthMax)
    throw new Refusal('TOO_LARGE', 'the media type is too long')
  if (requestKey.length > 0 && !isUuidV7(requestKey)) throw new Refusal('BAD_ID')
  await checkRoom(deps, bytes)
  const nowMs = deps.clock.wallMs()
  const { upload } = await deps.files.createUpload({
    id: uploadId(deps, caller, requestKey),
    account: caller.account,
    name: safeFileName(input.name),
    declaredType: normalType(input.mediaType),
    bytes,
    nowMs,
    expiresMs: Math.floor(nowMs) + settings.uploadIdleMs,
    limits: settings,
  })
  return upload
}

/** Writes are refused early, so that erasing still works (R15). @throws Refusal STORAGE_FULL */
export async function checkRoom(
  deps: Pick<FileDeps, 'blobs' | 'settings'>,
  bytes: number,
): Promise<void> {
  const free = await deps.blobs.freeBytes()
  if (free !== undefined && free - bytes < deps.settings().freeBytesMin)
    throw new Refusal('STORAGE_FULL')
}

/** The same request of the same account names the same upload (R2); nobody else can name it. */
function uploadId(deps: Deps, { account }: FileCaller, requestKey: Uint8Array): Uint8Array {
  if (requestKey.length === 0) return deps.random.fill(new Uint8Array(idBytes))
  const key = deps.hashing.hmac(deps.serverKey, Buffer.from('upload id'))
  const named = Buffer.concat([Buffer.from(`${account}:`), requestKey])
  return deps.hashing.hmac(key, named).subarray(0, idBytes)
}
