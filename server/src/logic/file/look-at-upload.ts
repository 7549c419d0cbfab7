import type { StoredFile, Upload } from '../../data/file-store.ts'
import type { FileCaller, FileDeps } from './file-deps.ts'
import { finishUpload } from './finish-upload.ts'
import { ownUpload } from './receive-bytes.ts'

type TurnDeps = Pick<FileDeps, 'files' | 'turns'>

/**
 * Where an upload is. Ends who is still at it, so that the answer stays true until the next bytes come.
 * @throws Refusal NOT_FOUND; why it was refused
 */
export async function lookAtUpload(
  deps: TurnDeps,
  caller: FileCaller,
  id: Uint8Array,
): Promise<Upload> {
  await ownUpload(deps, caller, id)
  const endTurn = await deps.turns.take(id, () => undefined)
  try {
    return await ownUpload(deps, caller, id)
  } finally {
    endTurn()
  }
}

/**
 * What an upload has become; undefined: it is not whole yet. Finishes one that is whole where that was not done, such as
 * by a server that ended half-way.
 * @throws Refusal as finishUpload
 */
export async function uploadedFile(
  deps: TurnDeps & Parameters<typeof finishUpload>[0],
  caller: FileCaller,
  id: Uint8Array,
): Promise<{ upload: Upload; file: StoredFile | undefined }> {
  await ownUpload(deps, caller, id)
  const endTurn = await deps.turns.take(id, () => undefined)
  try {
    const upload = await ownUpload(deps, caller, id)
    const isWhole = upload.receivedBytes === upload.bytes
    return { upload, file: isWhole ? await finishUpload(deps, id) : undefined }
  } finally {
    endTurn()
  }
}

/** Its bytes go first: where that is interrupted, the upload is still known and is collected. */
export async function endUpload(
  deps: TurnDeps & Pick<FileDeps, 'blobs' | 'clock'>,
  caller: FileCaller,
  id: Uint8Array,
): Promise<void> {
  await lookAtUpload(deps, caller, id)
  const endTurn = await deps.turns.take(id, () => undefined)
  try {
    await deps.blobs.discard(id)
    await deps.files.removeUploads([id], deps.clock.wallMs())
  } finally {
    endTurn()
  }
}
