import { declareTable } from './declared-table.ts'

/** See Upload in ../file-store.ts. */
export const uploadTable = declareTable({
  name: 'upload',
  columns: {
    id: 'blob',
    account: 'integer',
    name: 'text',
    declaredType: 'text',
    bytes: 'integer',
    receivedBytes: 'integer',
    createdMs: 'integer',
    expiresMs: 'integer',
    file: 'integer',
    error: 'text',
  },
  key: ['id'],
  indexes: [['expiresMs']],
})

/** See StoredFile. `uses`: how many entries name it; `dueMs`: when it is collected. */
export const fileTable = declareTable({
  name: 'file',
  columns: {
    id: 'integer',
    account: 'integer',
    name: 'text',
    mediaType: 'text',
    bytes: 'integer',
    width: 'integer',
    height: 'integer',
    placeholder: 'blob',
    hash: 'blob',
    thumbnail: 'blob',
    thumbnailBytes: 'integer',
    createdMs: 'integer',
    uses: 'integer',
    dueMs: 'integer',
  },
  key: ['id'],
  indexes: [['dueMs']],
})

/** An entry names a file. Conversation 0: something that is kept for later does, and nobody may read by it. */
export const fileUseTable = declareTable({
  name: 'file_use',
  columns: { file: 'integer', conversation: 'integer', seq: 'integer' },
  key: ['file', 'conversation', 'seq'],
  indexes: [['conversation', 'seq']],
})

/** How many files stand on the bytes of this name. */
export const blobTable = declareTable({
  name: 'blob',
  columns: { hash: 'blob', uses: 'integer' },
  key: ['hash'],
  indexes: [],
})

/** Names of blobs that may exist and that no file stands on. */
export const freedBlobTable = declareTable({
  name: 'freed_blob',
  columns: { hash: 'blob', freedMs: 'integer' },
  key: ['hash'],
  indexes: [['freedMs']],
})

/** What an account takes up; `day` is counted in days since 1970. */
export const fileSpaceTable = declareTable({
  name: 'file_space',
  columns: {
    account: 'integer',
    storedBytes: 'integer',
    reservedBytes: 'integer',
    uploads: 'integer',
    day: 'integer',
    dayBytes: 'integer',
  },
  key: ['account'],
  indexes: [],
})
