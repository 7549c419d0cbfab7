import { Gate } from '../base/gate.ts'
import type { Images } from '../base/images.ts'
import { KeyedLocks } from '../base/keyed-locks.ts'
import type { BlobStore } from '../data/blob-store.ts'
import type { Store } from '../data/store.ts'
import { keepCollecting } from '../logic/file/collect-files.ts'
import type { FileDeps } from '../logic/file/file-deps.ts'
import { createFilePort, type FilePort } from '../logic/file/file-port.ts'
import { createTransfers } from '../logic/file/transfers.ts'
import { UploadTurns } from '../logic/file/upload-turns.ts'
import { VerifiedBlobs } from '../logic/file/verified-bytes.ts'
import type { Composed } from './compose.ts'

/** Uploads that become files at once: each may hold a picture in memory. */
const finishingMax = 2
const finishingQueuedMax = 200

export interface ComposedFiles {
  port: FilePort
  /** Ends collecting, and waits for what runs of it. */
  stop(): Promise<void>
}

/** Files over the same rules and store as everything else. */
export function composeFiles(
  { deps }: Composed,
  ports: { store: Pick<Store, 'files'>; blobs: BlobStore; images: Pick<Images, 'clean'> },
): ComposedFiles {
  const { clock, random, hashing, serverKey, log, devices, attempts, fileSettings } = deps
  const { store, blobs, images } = ports
  const fileDeps: FileDeps = {
    ...{ clock, random, hashing, serverKey, log, devices, blobs, images, files: store.files },
    transfers: createTransfers(clock),
    verified: new VerifiedBlobs(blobs, hashing),
    turns: new UploadTurns(),
    blobLocks: new KeyedLocks(),
    finishing: new Gate(finishingMax, finishingQueuedMax),
    settings: fileSettings,
  }
  const collecting = keepCollecting(fileDeps)
  return {
    port: createFilePort({ ...fileDeps, attempts, devices }),
    stop: () => collecting.stop(),
  }
}
