import type { ErrorName } from '@parley/protocol'
import type { FinishedUpload, NewUpload, StoredFile, Upload } from '../file-store.ts'

/** Operations on files; see operations.ts. */
export type FileOperation =
  | { type: 'createUpload'; input: NewUpload }
  | {
      type: 'markReceived'
      input: { id: Uint8Array; fromBytes: number; toBytes: number; expiresMs: number }
    }
  | { type: 'intendBlobs'; hashes: readonly Uint8Array[]; nowMs: number }
  | { type: 'finishUpload'; input: FinishedUpload }
  | { type: 'refuseUpload'; input: { id: Uint8Array; error: ErrorName; expiresMs: number } }
  | { type: 'removeUploads'; ids: readonly Uint8Array[]; nowMs: number }
  | { type: 'removeDueFiles'; nowMs: number; limit: number }
  | { type: 'forgetFreedBlob'; hash: Uint8Array }

export interface FileResults {
  createUpload: { status: 'created' | 'repeated'; upload: Upload }
  markReceived: boolean
  intendBlobs: undefined
  finishUpload: { status: 'made' | 'repeated'; file: StoredFile } | { status: 'gone' }
  refuseUpload: undefined
  removeUploads: undefined
  removeDueFiles: number
  forgetFreedBlob: undefined
}
