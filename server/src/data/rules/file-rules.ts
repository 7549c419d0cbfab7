import type { FileOperation, FileResults } from './file-operations.ts'
import { freedBlobTable } from './file-tables.ts'
import type { Tables } from './tables.ts'
import { intendBlobs, removeDueFiles } from './write-files.ts'
import {
  createUpload,
  finishUpload,
  markReceived,
  refuseUpload,
  removeUploads,
} from './write-uploads.ts'

type FileRules = {
  [T in FileOperation['type']]: (
    tables: Tables,
    operation: Extract<FileOperation, { type: T }>,
  ) => FileResults[T]
}

/** What the operations on files do. */
export const fileRules: FileRules = {
  createUpload: (tables, { input }) => createUpload(tables, input),
  markReceived: (tables, { input }) => markReceived(tables, input),
  intendBlobs: (tables, { hashes, nowMs }) => {
    intendBlobs(tables, hashes, nowMs)
    return undefined
  },
  finishUpload: (tables, { input }) => finishUpload(tables, input),
  refuseUpload: (tables, { input }) => {
    refuseUpload(tables, input)
    return undefined
  },
  removeUploads: (tables, { ids, nowMs }) => {
    removeUploads(tables, ids, nowMs)
    return undefined
  },
  removeDueFiles: (tables, { nowMs, limit }) => removeDueFiles(tables, nowMs, limit),
  forgetFreedBlob: (tables, { hash }) => {
    tables.removeRow(freedBlobTable, [hash])
    return undefined
  },
}
