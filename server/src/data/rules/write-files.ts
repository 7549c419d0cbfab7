import { neverMs, type FileId } from '../file-store.ts'
import {
  blobTable,
  fileSpaceTable,
  fileTable,
  fileUseTable,
  freedBlobTable,
} from './file-tables.ts'
import type { Tables } from './tables.ts'

/** Entries name a bounded number of files; the bound is the one on what an entry may name. */
const usesOfEntryMax = 10_000

/** Where a file is named. Conversation 0: by something that is kept for later, under a number of its own. */
export interface FileUse {
  conversation: number
  seq: number
}

/** From now on this names these files, which are there: see refusalOfFiles. In the commit that names them. */
export function useFiles(tables: Tables, use: FileUse, files: readonly FileId[]): void {
  for (const id of new Set(files)) {
    const row = tables.row(fileTable, [id])
    if (row === undefined) throw new Error('an entry names a file that is not there')
    const key = [id, use.conversation, use.seq]
    if (tables.row(fileUseTable, key) !== undefined) continue
    tables.putRow(fileUseTable, { file: id, conversation: use.conversation, seq: use.seq })
    tables.putRow(fileTable, { ...row, uses: row.uses + 1, dueMs: neverMs })
  }
}

/**
 * This names no file any more (recalled, burnt, erased): in the same commit nobody may read by it, and what nothing else
 * names is due.
 */
export function releaseFiles(tables: Tables, use: FileUse, nowMs: number): void {
  const where = [use.conversation, use.seq]
  const by = ['conversation', 'seq'] as const
  for (const { file } of tables.rows(fileUseTable, { by, where, limit: usesOfEntryMax })) {
    tables.removeRow(fileUseTable, [file, use.conversation, use.seq])
    const row = tables.row(fileTable, [file])
    if (row === undefined) continue
    const uses = row.uses - 1
    const dueMs = uses === 0 ? Math.floor(nowMs) : row.dueMs
    tables.putRow(fileTable, { ...row, uses, dueMs })
  }
}

export function removeDueFiles(tables: Tables, nowMs: number, limit: number): number {
  const oldest = tables.rows(fileTable, { by: ['dueMs'], where: [], limit })
  const due = oldest.filter(({ dueMs }) => dueMs <= nowMs)
  for (const { id, account, bytes, hash, thumbnail } of due) {
    tables.removeRow(fileTable, [id])
    freeBlob(tables, hash, nowMs)
    if (thumbnail.length > 0) freeBlob(tables, thumbnail, nowMs)
    const space = tables.row(fileSpaceTable, [account])
    if (space === undefined) throw new Error('a file without its space')
    tables.putRow(fileSpaceTable, { ...space, storedBytes: space.storedBytes - bytes })
  }
  return due.length
}

export function intendBlobs(tables: Tables, hashes: readonly Uint8Array[], nowMs: number): void {
  for (const hash of hashes) {
    if (tables.row(blobTable, [hash]) !== undefined) continue
    tables.putRow(freedBlobTable, { hash, freedMs: Math.floor(nowMs) })
  }
}

export function useBlob(tables: Tables, hash: Uint8Array): void {
  const uses = (tables.row(blobTable, [hash])?.uses ?? 0) + 1
  tables.putRow(blobTable, { hash, uses })
  tables.removeRow(freedBlobTable, [hash])
}

function freeBlob(tables: Tables, hash: Uint8Array, nowMs: number): void {
  const row = tables.row(blobTable, [hash])
  if (row === undefined) throw new Error('a file without its blob')
  if (row.uses > 1) return tables.putRow(blobTable, { hash, uses: row.uses - 1 })
  tables.removeRow(blobTable, [hash])
  tables.putRow(freedBlobTable, { hash, freedMs: Math.floor(nowMs) })
}
