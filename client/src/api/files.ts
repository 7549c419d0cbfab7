import { fileCommands, filesPageMax, type ReplyRead } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import { fromBase64 } from '../base/bytes.ts'
import type { ConversationId } from '../base/model.ts'
import type { IMError } from '../base/im-error.ts'
import type { IM, Observable, SpecialContent } from './types.ts'
import { featureAccess } from './feature-access.ts'
import type { FileAccess } from './file-access.ts'
import { downloadFile } from './file-download.ts'
import { FileHttp } from './file-http.ts'
import { FileUploading } from './file-upload.ts'

export type FileId = number

/** What bytes come from: a Blob or File is one. */
export interface FileSource {
  readonly size: number
  /** Such as image/jpeg. */
  readonly type?: string
  readonly name?: string
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

export interface UploadInput {
  source: FileSource
  /** Default: that of the source. */
  name?: string
  /** Default: that of the source. Where it says picture, sound or film, the content must be one. */
  mediaType?: string
  /** Of an upload of an earlier run, of the same bytes: goes on with it. */
  key?: string
  signal?: AbortSignal
}

/** A file as the server has it. `mediaType` is what its content is; pictures have a size and a placeholder (ThumbHash). */
export interface UploadedFile {
  readonly file: FileId
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Base64. */
  readonly placeholder: string
}

/** How far an upload is. `sentBytes` are durable at the server. */
export type UploadProgress = { readonly sentBytes: number; readonly bytes: number } & (
  | { readonly state: 'sending' }
  /** All bytes are on their way or there; the server looks at them. */
  | { readonly state: 'finishing' }
  /** Also where the client was stopped: upload() with its key goes on in a later run. */
  | { readonly state: 'paused' }
  /** resume() goes on; of an error that says never, it fails the same way. */
  | { readonly state: 'failed'; readonly error: IMError }
  | { readonly state: 'cancelled' }
  | { readonly state: 'done'; readonly file: UploadedFile }
)

export interface FileUpload {
  /** Keep it to go on with this upload in a later run: `upload({ source, key })`. */
  readonly key: string
  readonly progress: Observable<UploadProgress>
  /**
   * Rejects with the IMError when it fails, is cancelled (ABORTED) or its client is stopped (STOPPED); after resume() there
   * is a new promise.
   */
  readonly file: Promise<UploadedFile>
  pause(): void
  resume(): void
  /** Takes back what was sent. */
  cancel(): Promise<void>
}

export interface FileFacts {
  readonly file: FileId
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly placeholder: Uint8Array
  /** Where a picture or player of this device gets it, until `expiresMs` (server time). */
  readonly url: string
  /** Of a small picture (image/webp); undefined: there is none. */
  readonly thumbnailUrl: string | undefined
  readonly expiresMs: number
}

export interface FileSpace {
  readonly usedBytes: number
  readonly accountBytesMax: number
  readonly dayBytes: number
  readonly dayBytesMax: number
  readonly fileBytesMax: number
  readonly imageBytesMax: number
}

export interface Files {
  /** Begins at once. Small pieces one after the other; goes on through cuts and restarts of the server. */
  upload(input: UploadInput): FileUpload
  /**
   * Facts and addresses of files; what this account may not read is left out. Asked together and kept while the addresses
   * hold. `conversation`: where a message names them, which finds them sooner.
   */
  facts(
    files: readonly FileId[],
    input?: { conversation?: ConversationId; signal?: AbortSignal },
  ): Promise<readonly FileFacts[]>
  /** Its bytes, in order, from `from` on (default 0). Goes on by itself where a connection is cut. */
  download(
    file: FileId,
    input?: { from?: number; thumbnail?: boolean; signal?: AbortSignal },
  ): AsyncIterableIterator<Uint8Array>
  space(input?: { signal?: AbortSignal }): Promise<FileSpace>
}

/** An address is asked for anew this long before it ends. */
const renewBeforeMs = 60_000
/** Facts that are kept. */
const factsMax = 5_000

const known = new WeakMap<IM, Files>()

/** The same object for the same client, so that what is known of files is known to all who ask. */
export function filesOf(im: IM): Files {
  const made = known.get(im) ?? filesAt(im)
  known.set(im, made)
  return made
}

function filesAt(im: IM): Files {
  const { engine, http, ask, mintRequestKey } = featureAccess(im, fileCommands)
  const { clock, random, backoff, session } = engine.context
  const nowMs = () => session.nowMs()
  return createFiles({ clock, random, backoff, http, nowMs, ask, mintRequestKey })
}

/** For programs without a whole client. */
export function createFiles(access: FileAccess): Files {
  const http = new FileHttp(access)
  const facts = new FactsBook(access, http)
  const never = new AbortController().signal
  return {
    upload: (input) => new FileUploading(access, http, input),
    facts: (files, { conversation = 0, signal = never } = {}) =>
      facts.get(files, conversation, signal),
    download: (file, { from = 0, thumbnail = false, signal = never } = {}) => {
      const path = `/files/${file}${thumbnail ? '/thumbnail' : ''}`
      return downloadFile(access, http, path, { from, signal })
    },
    async space({ signal } = {}) {
      const { usedBytes, accountBytesMax, dayBytes, dayBytesMax, fileBytesMax, imageBytesMax } =
        await access.ask('getFileSpace', {}, signal)
      return { usedBytes, accountBytesMax, dayBytes, dayBytesMax, fileBytesMax, imageBytesMax }
    },
  }
}

class FactsBook {
  readonly #access: FileAccess
  readonly #http: FileHttp
  readonly #known = new Map<FileId, FileFacts>()

  constructor(access: FileAccess, http: FileHttp) {
    this.#access = access
    this.#http = http
  }

  async get(
    files: readonly FileId[],
    conversation: ConversationId,
    signal: AbortSignal,
  ): Promise<FileFacts[]> {
    const nowMs = this.#access.nowMs()
    const isGood = (one: FileFacts | undefined) =>
      one !== undefined && one.expiresMs - renewBeforeMs > nowMs
    const wanted = [...new Set(files)].filter((file) => !isGood(this.#known.get(file)))
    const base = wanted.length === 0 ? '' : await this.#http.base(signal)
    for (let at = 0; at < wanted.length; at += filesPageMax) {
      const page = wanted.slice(at, at + filesPageMax)
      const reply = await this.#access.ask('getFiles', { files: page, conversation }, signal)
      for (const file of page) this.#known.delete(file)
      for (const info of reply.files) this.#keep(factsOf(info, base))
    }
    return files.flatMap((file) => this.#known.get(file) ?? [])
  }

  #keep(facts: FileFacts): void {
    this.#known.set(facts.file, facts)
    if (this.#known.size <= factsMax) return
    const [oldest] = this.#known.keys()
    if (oldest !== undefined) this.#known.delete(oldest)
  }
}

type Info = ReplyRead<'getFiles'>['files'][number]

function factsOf(info: Info, base: string): FileFacts {
  const { file = 0, name = '', mediaType = '', bytes = 0, width = 0, height = 0 } = present(info)
  const {
    placeholder = new Uint8Array(),
    path = '',
    thumbnailPath = '',
    expiresMs = 0,
  } = present(info)
  const thumbnailUrl = thumbnailPath === '' ? undefined : base + thumbnailPath
  const seen = { file, name, mediaType, bytes, width, height, placeholder: placeholder.slice() }
  return { ...seen, url: base + path, thumbnailUrl, expiresMs }
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** Fields that the wire left out are undefined, never null. */
const present = <T extends object>(message: T): Present<T> => message as Present<T>

export interface FileContentInput {
  /** A message of its own kind for what can be shown; false: as a file for saving. Default true. */
  shown?: boolean
  /** Recorded to be heard: sound is a voice message. */
  voice?: boolean
  durationMs?: number
  /** Of a voice message: loudness over time, one byte each. */
  waveform?: Uint8Array
}

const kinds = wire.EntryKind

/** What a message with these files is made of: `conversation.send({ text: 'caption', content: fileContent(file) })`. */
export function fileContent(
  files: UploadedFile | readonly UploadedFile[],
  input: FileContentInput = {},
): SpecialContent {
  const list = [files].flat() as UploadedFile[]
  const { durationMs = 0, waveform = new Uint8Array() } = input
  const attachments = list.map(({ placeholder, ...facts }) => ({
    ...facts,
    placeholder: fromBase64(urlAlphabet(placeholder)) ?? new Uint8Array(),
    durationMs,
    waveform,
  }))
  return { kind: kindOf(list, input), attachments }
}

const urlAlphabet = (text: string) =>
  text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

function kindOf(files: readonly UploadedFile[], { shown = true, voice = false }: FileContentInput) {
  const isAll = (family: string) => files.every(({ mediaType }) => mediaType.startsWith(family))
  if (!shown) return kinds.ENTRY_KIND_FILE
  if (voice && isAll('audio/')) return kinds.ENTRY_KIND_VOICE
  // NOTE pictures that the server could not look into have no size: nobody else can show them either.
  if (isAll('image/') && files.every(({ width }) => width > 0)) return kinds.ENTRY_KIND_IMAGE
  return isAll('video/') && files.length === 1 ? kinds.ENTRY_KIND_VIDEO : kinds.ENTRY_KIND_FILE
}
