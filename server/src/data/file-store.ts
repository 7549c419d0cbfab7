import type { ErrorName } from '@parley/protocol'
import type { AccountId, ConversationId } from './model.ts'

/** Like every id: 1 to 2^52 − 1, without meaning to anybody else, not guessable from another. */
export type FileId = number

/** A file on its way in. Its bytes are in the blob store, under its id, until it has become a file. */
export interface Upload {
  /** 16 bytes. */
  id: Uint8Array
  account: AccountId
  /** As its owner calls it, made harmless. */
  name: string
  /** What its owner says it is, such as image/jpeg; may be empty. */
  declaredType: string
  bytes: number
  /** So much is durable; what lies beyond is written again. */
  receivedBytes: number
  createdMs: number
  /** Untouched until then, it is collected. */
  expiresMs: number
  /** What it has become; 0: nothing yet. */
  file: FileId
  /** Why it did not become a file; empty: it was not refused. */
  error: string
}

/** What an account may take up. Checked inside the transaction that reserves, so that no race gets past it. */
export interface FileLimits {
  accountBytesMax: number
  dayBytesMax: number
  uploadsMax: number
}

export interface NewUpload {
  id: Uint8Array
  account: AccountId
  name: string
  declaredType: string
  bytes: number
  nowMs: number
  expiresMs: number
  limits: FileLimits
}

/** A whole file. Files with the same bytes share one blob, and nobody can tell. */
export interface StoredFile {
  id: FileId
  /** Who uploaded it. */
  account: AccountId
  name: string
  /** As found from the content. */
  mediaType: string
  bytes: number
  /** Pictures as they are shown, turned as the camera says; else 0. */
  width: number
  height: number
  /** ThumbHash of a picture; else empty. */
  placeholder: Uint8Array
  /** SHA-256 of the bytes: the name of its blob. Never told to anybody: it would say what others have. */
  hash: Uint8Array
  /** The blob of its thumbnail (image/webp); empty: it has none. */
  thumbnail: Uint8Array
  thumbnailBytes: number
  createdMs: number
}

export interface FinishedUpload {
  upload: Uint8Array
  file: Omit<StoredFile, 'account' | 'name'>
  nowMs: number
  /** A file that no entry names by then is collected. */
  unsentUntilMs: number
  /** How long the upload still tells what it has become. */
  expiresMs: number
}

/** What an account takes up. */
export interface FileSpace {
  storedBytes: number
  /** Of uploads under way: as much as they said they will be. */
  reservedBytes: number
  /** Begun since midnight UTC. */
  dayBytes: number
  /** Under way. */
  uploads: number
}

/** A file that an entry names, as the sender says it is. */
export interface NamedFile {
  file: FileId
  mediaType: string
  bytes: number
}

export interface FileStore {
  /**
   * Reserves the space and makes the upload. The same id again (it is derived from the account and a request key) is
   * `repeated`. @throws Refusal QUOTA_EXCEEDED, LIMIT_REACHED; ID_REUSED for the same id with another size.
   */
  createUpload(input: NewUpload): Promise<{ status: 'created' | 'repeated'; upload: Upload }>
  upload(id: Uint8Array): Promise<Upload | undefined>
  /** More of it is durable. False: it is not at `fromBytes` any more, or gone; nothing changed. */
  markReceived(input: {
    id: Uint8Array
    fromBytes: number
    toBytes: number
    expiresMs: number
  }): Promise<boolean>
  /** Blobs of these names may exist from now on: until a file names them, they are to be collected. */
  intendBlobs(hashes: readonly Uint8Array[], nowMs: number): Promise<void>
  /**
   * The upload becomes a file; its blobs are there already. Once: later calls get the first file.
   * `gone`: there is no such upload, or it was refused.
   */
  finishUpload(
    input: FinishedUpload,
  ): Promise<{ status: 'made' | 'repeated'; file: StoredFile } | { status: 'gone' }>
  /** Gives its space back; the row tells why until `expiresMs`. */
  refuseUpload(input: { id: Uint8Array; error: ErrorName; expiresMs: number }): Promise<void>
  /** Their staged bytes are gone already. Gives back the space and what the day was charged in vain. */
  removeUploads(ids: readonly Uint8Array[], nowMs: number): Promise<void>
  /** That have expired, oldest first. */
  expiredUploads(nowMs: number, limit: number): Promise<Upload[]>
  /**
   * Of these files those that the account may read now: its own, and those named by an entry that it sees in a
   * conversation it is in. `conversation` is where to look first; 0: anywhere.
   */
  readable(
    account: AccountId,
    files: readonly FileId[],
    conversation: ConversationId,
  ): Promise<StoredFile[]>
  space(account: AccountId, nowMs: number): Promise<FileSpace>
  /** Removes files that no entry names and whose time is over. @returns how many. */
  removeDueFiles(nowMs: number, limit: number): Promise<number>
  /** Names of blobs that no file names, oldest first. */
  freedBlobs(limit: number): Promise<Uint8Array[]>
  isFreed(hash: Uint8Array): Promise<boolean>
  /** The blob of this name is removed. */
  forgetFreedBlob(hash: Uint8Array): Promise<void>
}

/** Conversations that are looked through for an entry that names the file and that the reader sees. */
export const fileConversationsMax = 1_000
/** A file that an entry names has no time at which it is due. */
export const neverMs = Number.MAX_SAFE_INTEGER
