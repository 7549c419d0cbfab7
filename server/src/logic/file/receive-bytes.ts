import type { ErrorName } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { StoredFile, Upload } from '../../data/file-store.ts'
import { refusalOfBlobs } from './blob-trouble.ts'
import { checkRoom } from './create-upload.ts'
import type { FileCaller, FileDeps } from './file-deps.ts'
import { finishUpload } from './finish-upload.ts'

export interface ReceiveInput {
  upload: Uint8Array
  fromBytes: number
  /** As many come. */
  bytes: number
  chunks: AsyncIterable<Uint8Array>
  /** What the bytes must come to, or nothing of them counts. */
  checksum: { algorithm: 'sha1' | 'sha256'; digest: Uint8Array } | undefined
  /** Ends the bytes at once: `chunks` fails then. */
  cut(): void
}

export type Received =
  /** Nothing of it counts: other bytes came than were meant. */
  | { status: 'mismatch' }
  /** It does not begin where the upload is. */
  | { status: 'elsewhere'; receivedBytes: number }
  | { status: 'received'; receivedBytes: number; expiresMs: number; file: StoredFile | undefined }

type Deps = Pick<
  FileDeps,
  | 'clock'
  | 'random'
  | 'hashing'
  | 'files'
  | 'devices'
  | 'blobs'
  | 'images'
  | 'transfers'
  | 'turns'
  | 'blobLocks'
  | 'finishing'
  | 'settings'
>

/**
 * Takes bytes of an upload where it is, and makes it a file with the last of them. What was told as received is durable.
 * Who comes later ends who is still at it.
 * @throws Refusal, and what `chunks` throws: then what came before it counts.
 */
export async function receiveBytes(
  deps: Deps,
  caller: FileCaller,
  input: ReceiveInput,
): Promise<Received> {
  await ownUpload(deps, caller, input.upload)
  const endTurn = await deps.turns.take(input.upload, input.cut)
  try {
    const upload = await ownUpload(deps, caller, input.upload)
    const { receivedBytes } = upload
    if (input.fromBytes !== receivedBytes) return { status: 'elsewhere', receivedBytes }
    if (receivedBytes + input.bytes > upload.bytes)
      throw new Refusal('TOO_LARGE', 'more bytes than the upload has')
    const written = await write(deps, caller, upload, input)
    if (written === 'mismatch') return { status: 'mismatch' }
    const expiresMs = expiry(deps)
    const isWhole = written === upload.bytes
    const file = isWhole ? await finishUpload(deps, upload.id) : undefined
    return { status: 'received', receivedBytes: written, expiresMs, file }
  } finally {
    endTurn()
  }
}

/** An upload of the caller, that was not refused. @throws Refusal NOT_FOUND; why it was refused */
export async function ownUpload(
  deps: Pick<FileDeps, 'files'>,
  caller: FileCaller,
  id: Uint8Array,
): Promise<Upload> {
  const upload = await deps.files.upload(id)
  if (upload === undefined || upload.account !== caller.account) throw new Refusal('NOT_FOUND')
  if (upload.error !== '') throw new Refusal(upload.error as ErrorName)
  return upload
}

async function write(
  deps: Deps,
  caller: FileCaller,
  upload: Upload,
  input: ReceiveInput,
): Promise<number | 'mismatch'> {
  if (input.bytes === 0) return upload.receivedBytes
  await checkRoom(deps, input.bytes)
  const endTransfer = deps.transfers.begin({
    device: caller.device,
    goesOn: async () => (await deps.devices.living([caller.device])).length === 1,
    cut: input.cut,
  })
  const sum = input.checksum && deps.hashing.running(input.checksum.algorithm)
  let markedBytes = upload.receivedBytes
  const mark = async (toBytes: number): Promise<void> => {
    const moved = { id: upload.id, fromBytes: markedBytes, toBytes, expiresMs: expiry(deps) }
    if (!(await deps.files.markReceived(moved))) throw new Refusal('NOT_FOUND')
    markedBytes = toBytes
  }
  try {
    const chunks = sum === undefined ? input.chunks : summed(input.chunks, sum.update)
    // NOTE with a checksum nothing counts before all of it is there.
    const durable = sum === undefined ? mark : async () => undefined
    const written = await deps.blobs.write(upload.id, upload.receivedBytes, chunks, durable)
    if (written.cut !== undefined) throw written.cut
    if (sum === undefined) return written.toBytes
    const isRight = deps.hashing.equal(sum.digest(), input.checksum?.digest ?? new Uint8Array())
    if (!isRight) return 'mismatch'
    await mark(written.toBytes)
    return written.toBytes
  } catch (thrown) {
    throw refusalOfBlobs(thrown)
  } finally {
    endTransfer()
  }
}

const expiry = ({ clock, settings }: Pick<FileDeps, 'clock' | 'settings'>): number =>
  Math.floor(clock.wallMs()) + settings().uploadIdleMs

async function* summed(
  chunks: AsyncIterable<Uint8Array>,
  update: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    update(chunk)
    yield chunk
  }
}
