import { Refusal } from '../../base/refusal.ts'
import type { FinishedUpload, NewUpload, StoredFile, Upload } from '../file-store.ts'
import type { AccountId } from '../model.ts'
import type { RowOf } from './declared-table.ts'
import type { FileOperation, FileResults } from './file-operations.ts'
import { fileSpaceTable, fileTable, uploadTable } from './file-tables.ts'
import { toStoredFile } from './read-files.ts'
import type { ReadTables, Tables } from './tables.ts'
import { useBlob } from './write-files.ts'

const dayMs = 86_400_000
export const dayOf = (nowMs: number): number => Math.floor(nowMs / dayMs)

/** Still on its way: its bytes are reserved. */
const isUnderWay = (upload: Upload): boolean => upload.file === 0 && upload.error === ''

export function createUpload(tables: Tables, input: NewUpload): FileResults['createUpload'] {
  const { id, account, name, declaredType, bytes, nowMs, expiresMs, limits } = input
  const known = tables.row(uploadTable, [id])
  if (known !== undefined) {
    if (known.account !== account || known.bytes !== bytes) throw new Refusal('ID_REUSED')
    return { status: 'repeated', upload: { ...known } }
  }
  const space = spaceOf(tables, account, nowMs)
  if (space.uploads >= limits.uploadsMax)
    throw new Refusal('LIMIT_REACHED', 'too many uploads are under way')
  if (space.storedBytes + space.reservedBytes + bytes > limits.accountBytesMax)
    throw new Refusal('QUOTA_EXCEEDED')
  if (space.dayBytes + bytes > limits.dayBytesMax)
    throw new Refusal('QUOTA_EXCEEDED', 'no more fits into today')
  const createdMs = Math.floor(nowMs)
  const upload = { id, account, name, declaredType, bytes, createdMs, expiresMs }
  const row = { ...upload, receivedBytes: 0, file: 0, error: '' }
  tables.putRow(uploadTable, row)
  tables.putRow(fileSpaceTable, {
    ...space,
    reservedBytes: space.reservedBytes + bytes,
    uploads: space.uploads + 1,
    dayBytes: space.dayBytes + bytes,
  })
  return { status: 'created', upload: row }
}

export function markReceived(
  tables: Tables,
  { id, fromBytes, toBytes, expiresMs }: (FileOperation & { type: 'markReceived' })['input'],
): boolean {
  const upload = tables.row(uploadTable, [id])
  if (upload === undefined || !isUnderWay(upload) || upload.receivedBytes !== fromBytes)
    return false
  if (!(toBytes >= fromBytes && toBytes <= upload.bytes)) throw new Error('a mark beyond the end')
  tables.putRow(uploadTable, { ...upload, receivedBytes: toBytes, expiresMs })
  return true
}

export function finishUpload(tables: Tables, input: FinishedUpload): FileResults['finishUpload'] {
  const { file: made, nowMs, unsentUntilMs, expiresMs } = input
  const upload = tables.row(uploadTable, [input.upload])
  if (upload === undefined || upload.error !== '') return { status: 'gone' }
  if (upload.file !== 0) {
    const first = tables.row(fileTable, [upload.file])
    return first === undefined
      ? { status: 'gone' }
      : { status: 'repeated', file: toStoredFile(first) }
  }
  if (upload.receivedBytes !== upload.bytes) throw new Error('an upload that is not whole')
  if (tables.row(fileTable, [made.id]) !== undefined) throw new Error('a new file id is in use')
  const { account, name } = upload
  const file: StoredFile = { ...made, account, name }
  tables.putRow(fileTable, { ...file, uses: 0, dueMs: unsentUntilMs })
  useBlob(tables, file.hash)
  if (file.thumbnail.length > 0) useBlob(tables, file.thumbnail)
  tables.putRow(uploadTable, { ...upload, file: file.id, expiresMs })
  const space = spaceOf(tables, account, nowMs)
  tables.putRow(fileSpaceTable, {
    ...space,
    storedBytes: space.storedBytes + file.bytes,
    reservedBytes: space.reservedBytes - upload.bytes,
    uploads: space.uploads - 1,
  })
  return { status: 'made', file }
}

export function refuseUpload(
  tables: Tables,
  { id, error, expiresMs }: (FileOperation & { type: 'refuseUpload' })['input'],
): void {
  const upload = tables.row(uploadTable, [id])
  if (upload === undefined || !isUnderWay(upload)) return
  tables.putRow(uploadTable, { ...upload, error, expiresMs })
  giveBack(tables, upload, undefined)
}

export function removeUploads(tables: Tables, ids: readonly Uint8Array[], nowMs: number): void {
  for (const id of ids) {
    const upload = tables.row(uploadTable, [id])
    if (upload === undefined) continue
    tables.removeRow(uploadTable, [id])
    if (isUnderWay(upload)) giveBack(tables, upload, nowMs)
  }
}

/** `nowMs`: what was not received of it is not charged to the day either. */
function giveBack(tables: Tables, upload: Upload, nowMs: number | undefined): void {
  const space = tables.row(fileSpaceTable, [upload.account])
  if (space === undefined) throw new Error('an upload without its space')
  const day = dayOf(upload.createdMs)
  const isToday = nowMs !== undefined && day === space.day && day === dayOf(nowMs)
  const unused = isToday ? upload.bytes - upload.receivedBytes : 0
  tables.putRow(fileSpaceTable, {
    ...space,
    reservedBytes: space.reservedBytes - upload.bytes,
    uploads: space.uploads - 1,
    dayBytes: Math.max(0, space.dayBytes - unused),
  })
}

/** As it stands at `nowMs`: a new day has used nothing. */
export function spaceOf(
  tables: ReadTables,
  account: AccountId,
  nowMs: number,
): RowOf<typeof fileSpaceTable> {
  const day = dayOf(nowMs)
  const nothing = { account, storedBytes: 0, reservedBytes: 0, uploads: 0, day, dayBytes: 0 }
  const known = tables.row(fileSpaceTable, [account])
  if (known === undefined) return nothing
  // NOTE a clock that steps back does not open a day anew.
  return day > known.day ? { ...known, day, dayBytes: 0 } : known
}
