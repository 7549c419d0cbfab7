import type { FileStore } from '../file-store.ts'
import type { Batcher } from './batcher.ts'
import { freedBlobTable, uploadTable } from './file-tables.ts'
import { readableFiles } from './read-files.ts'
import type { ReadTables } from './tables.ts'
import { spaceOf } from './write-uploads.ts'

/** The contract over any way to commit and any tables to read. */
export function createFileStore(
  batcher: Batcher,
  read: <T>(run: (tables: ReadTables) => T) => Promise<T>,
): FileStore {
  return {
    createUpload: (input) => batcher.submit({ type: 'createUpload', input }),
    upload: (id) => read((tables) => tables.row(uploadTable, [id])),
    markReceived: (input) => batcher.submit({ type: 'markReceived', input }),
    intendBlobs: (hashes, nowMs) => batcher.submit({ type: 'intendBlobs', hashes, nowMs }),
    finishUpload: (input) => batcher.submit({ type: 'finishUpload', input }),
    refuseUpload: (input) => batcher.submit({ type: 'refuseUpload', input }),
    removeUploads: (ids, nowMs) => batcher.submit({ type: 'removeUploads', ids, nowMs }),
    expiredUploads: (nowMs, limit) =>
      read((tables) =>
        tables
          .rows(uploadTable, { by: ['expiresMs'], where: [], limit })
          .filter(({ expiresMs }) => expiresMs <= nowMs),
      ),
    readable: (account, files, conversation) =>
      read((tables) => readableFiles(tables, account, files, conversation)),
    space: (account, nowMs) =>
      read((tables) => {
        const { storedBytes, reservedBytes, dayBytes, uploads } = spaceOf(tables, account, nowMs)
        return { storedBytes, reservedBytes, dayBytes, uploads }
      }),
    removeDueFiles: (nowMs, limit) => batcher.submit({ type: 'removeDueFiles', nowMs, limit }),
    freedBlobs: (limit) =>
      read((tables) =>
        tables.rows(freedBlobTable, { by: ['freedMs'], where: [], limit }).map(({ hash }) => hash),
      ),
    isFreed: (hash) => read((tables) => tables.row(freedBlobTable, [hash]) !== undefined),
    forgetFreedBlob: (hash) => batcher.submit({ type: 'forgetFreedBlob', hash }),
  }
}
