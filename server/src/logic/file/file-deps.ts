import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { Gate } from '../../base/gate.ts'
import type { Images } from '../../base/images.ts'
import type { KeyedLocks } from '../../base/keyed-locks.ts'
import type { Log } from '../../base/log.ts'
import type { Random } from '../../base/random.ts'
import type { BlobStore } from '../../data/blob-store.ts'
import type { FileLimits } from '../../data/file-store.ts'
import type { AccountId, DeviceId } from '../../data/model.ts'
import type { Store } from '../../data/store.ts'
import type { Transfers } from './transfers.ts'
import type { UploadTurns } from './upload-turns.ts'
import type { VerifiedBlobs } from './verified-bytes.ts'

/** Who asks for files: a device that showed its token or a ticket. It need not be connected. */
export interface FileCaller {
  account: AccountId
  device: DeviceId
}

export interface FileSettings extends FileLimits {
  /** The largest file. */
  fileBytesMax: number
  /** The largest picture: it is worked on in memory. */
  imageBytesMax: number
  /** An upload that is not gone on with for so long is collected. */
  uploadIdleMs: number
  /** A file that no entry names for so long is collected. */
  unsentMs: number
  /** Below this much room nothing is taken (R15). */
  freeBytesMin: number
}

/** What files stand on. Each use case asks for the part that it uses. */
export interface FileDeps {
  clock: Clock
  random: Random
  hashing: Hashing
  serverKey: Uint8Array
  log: Log
  files: Store['files']
  devices: Pick<Store['devices'], 'living'>
  blobs: BlobStore
  /** What is handed out of them. */
  verified: VerifiedBlobs
  images: Pick<Images, 'clean'>
  transfers: Transfers
  turns: UploadTurns
  /** By the name of a blob: nobody removes it while somebody else is about to stand on it. */
  blobLocks: KeyedLocks
  /** Uploads that become files: a bounded number at once. */
  finishing: Gate
  settings(): FileSettings
}
