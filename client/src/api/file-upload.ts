import { uuidToText } from '@parley/protocol'
import { backoffMs } from '../base/backoff.ts'
import { fromUtf8, toBase64, utf8 } from '../base/bytes.ts'
import { Cell } from '../base/cell.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { deferred, sleep } from '../base/wait.ts'
import type { FileAccess } from './file-access.ts'
import type { FileHttp } from './file-http.ts'
import type { FileUpload, UploadInput, UploadProgress, UploadedFile } from './files.ts'

/** A piece takes about this long, so that what is told as sent is never far from what is. */
const pieceMs = 2_000
const pieceBytesFirst = 256 * 1024
const pieceBytesMin = 32 * 1024
const pieceBytesMax = 8 * 1024 * 1024
/** Without any progress for so long an upload fails; resume() goes on with it. */
const patienceMs = 5 * 60_000
/** An upload that the server does not have any more begins anew so often. */
const beginningsMax = 3

const tus = { 'tus-resumable': '1.0.0' }

/** One file on its way to the server, by tus 1.0: from where the server is, until it has all of it. */
export class FileUploading implements FileUpload {
  readonly key: string
  readonly #access: FileAccess
  readonly #http: FileHttp
  readonly #input: UploadInput
  readonly #cell: Cell<UploadProgress>
  #progress: UploadProgress
  #done = deferred<UploadedFile>()
  #isRejected = false
  #life = new AbortController()
  #path: string | undefined
  #pieceBytes = pieceBytesFirst

  constructor(access: FileAccess, http: FileHttp, input: UploadInput) {
    this.#access = access
    this.#http = http
    this.#input = input
    this.key = input.key ?? uuidToText(access.mintRequestKey())
    this.#progress = this.#at('sending', 0)
    this.#cell = new Cell(() => this.#progress)
    input.signal?.addEventListener('abort', () => void this.cancel(), { once: true })
    if (input.signal?.aborted) void this.cancel()
    else void this.#run()
  }

  get progress(): FileUpload['progress'] {
    return this.#cell
  }

  get file(): Promise<UploadedFile> {
    return this.#done.promise
  }

  pause(): void {
    if (this.#progress.state !== 'sending' && this.#progress.state !== 'finishing') return
    this.#life.abort()
    this.#tell(this.#at('paused', this.#progress.sentBytes))
  }

  resume(): void {
    const { state, sentBytes } = this.#progress
    if (state !== 'paused' && state !== 'failed') return
    if (this.#isRejected) this.#done = deferred()
    this.#isRejected = false
    this.#life = new AbortController()
    this.#tell(this.#at('sending', sentBytes))
    void this.#run()
  }

  async cancel(): Promise<void> {
    const { state, sentBytes } = this.#progress
    if (state === 'done' || state === 'cancelled') return
    this.#life.abort()
    this.#tell(this.#at('cancelled', sentBytes))
    this.#done.reject(new IMError('ABORTED'))
    const path = this.#path
    if (path === undefined) return
    // NOTE what cannot be told is collected by the server after a while.
    const { signal } = new AbortController()
    await this.#http.ask('DELETE', path, { headers: tus, signal }).catch(() => undefined)
  }

  async #run(): Promise<void> {
    const { signal } = this.#life
    try {
      const file = await this.#send(signal)
      if (signal.aborted) return
      this.#tell({ ...this.#at('done', this.#input.source.size), file })
      this.#done.resolve(file)
    } catch (thrown) {
      if (signal.aborted) return
      const error = toIMError(thrown)
      const { sentBytes } = this.#progress
      // NOTE nobody refused it: a later run goes on with it.
      if (error.code === 'STOPPED') this.#tell(this.#at('paused', sentBytes))
      else this.#tell({ ...this.#at('failed', sentBytes), error })
      this.#isRejected = true
      this.#done.reject(error)
    }
  }

  /** Until it is a file; goes on through cuts and passing refusals. */
  async #send(signal: AbortSignal): Promise<UploadedFile> {
    const { clock, random, backoff } = this.#access
    let lastMs = clock.monotonicMs()
    let beginnings = 0
    let failures = 0
    let offset: number | undefined
    for (;;) {
      const before = offset
      try {
        if (this.#path === undefined) {
          beginnings += 1
          offset = await this.#begin(signal)
        }
        offset ??= await this.#ask(signal)
        if (offset === this.#input.source.size) return await this.#finish(signal)
        offset = await this.#piece(offset, signal)
      } catch (thrown) {
        const error = toIMError(thrown)
        const isGone = error.code === 'NOT_FOUND' && this.#path !== undefined
        if (isGone && beginnings < beginningsMax) this.#path = undefined
        // NOTE somebody else is at it, or an answer was lost: the server says where it is.
        else if (error.code !== 'WRONG_STATE' && isFinal(error)) throw error
        if (clock.monotonicMs() - lastMs > patienceMs) throw error
        this.#pieceBytes = Math.max(pieceBytesMin, this.#pieceBytes / 2)
        offset = undefined
        await sleep(clock, backoffMs(random, backoff, failures, error.retryAfterMs), signal)
        failures += 1
      }
      if (offset === undefined || offset === before) continue
      failures = 0
      lastMs = clock.monotonicMs()
      this.#tell(this.#at('sending', offset))
    }
  }

  /** The same key names the same upload, also in a later run. @returns where it is. */
  async #begin(signal: AbortSignal): Promise<number> {
    const { source, name = source.name ?? '', mediaType = source.type ?? '' } = this.#input
    const metadata = [
      ['filename', name],
      ['filetype', mediaType],
      ['request_key', this.key],
    ].map(([label, value = '']) => `${label} ${padded(toBase64(utf8(value)))}`)
    const answer = await this.#http.ask('POST', '/files/uploads', {
      headers: {
        ...tus,
        'upload-length': `${source.size}`,
        'upload-metadata': metadata.join(','),
      },
      signal,
    })
    const location = answer.headers.get('location')
    if (location === null) throw new IMError('INTERNAL', 'an upload without an address')
    this.#path = location
    return Number(answer.headers.get('upload-offset') ?? 0)
  }

  async #ask(signal: AbortSignal): Promise<number> {
    const answer = await this.#http.ask('HEAD', this.#path ?? '', { headers: tus, signal })
    return offsetOf(answer.headers.get('upload-offset'))
  }

  async #piece(offset: number, signal: AbortSignal): Promise<number> {
    const { clock } = this.#access
    const { source } = this.#input
    const to = Math.min(source.size, offset + this.#pieceBytes)
    const body = new Uint8Array(await source.slice(offset, to).arrayBuffer())
    const startedMs = clock.monotonicMs()
    const type = 'application/offset+octet-stream'
    const headers = { ...tus, 'content-type': type, 'upload-offset': `${offset}` }
    if (to === source.size) this.#tell(this.#at('finishing', to))
    const answer = await this.#http.ask('PATCH', this.#path ?? '', { headers, body, signal })
    const tookMs = clock.monotonicMs() - startedMs
    if (tookMs < pieceMs / 2) this.#pieceBytes = Math.min(pieceBytesMax, this.#pieceBytes * 2)
    else if (tookMs > pieceMs * 2) this.#pieceBytes = Math.max(pieceBytesMin, this.#pieceBytes / 2)
    return offsetOf(answer.headers.get('upload-offset'))
  }

  async #finish(signal: AbortSignal): Promise<UploadedFile> {
    this.#tell(this.#at('finishing', this.#input.source.size))
    const answer = await this.#http.ask('GET', this.#path ?? '', { signal })
    const { file } = JSON.parse(fromUtf8(new Uint8Array(await answer.arrayBuffer()))) as {
      file?: Omit<UploadedFile, 'file'> & { id: number }
    }
    if (file === undefined) throw new IMError('BUSY', 'the file is not ready yet')
    const { id, ...facts } = file
    return { file: id, ...facts }
  }

  #at<S extends UploadProgress['state']>(state: S, sentBytes: number) {
    return { state, sentBytes, bytes: this.#input.source.size }
  }

  #tell(progress: UploadProgress): void {
    this.#progress = progress
    this.#cell.changed()
  }
}

const isFinal = ({ code, retry }: IMError) => retry === 'never' || code === 'SIGNED_OUT'

function offsetOf(text: string | null): number {
  const offset = Number(text ?? Number.NaN)
  if (!Number.isSafeInteger(offset)) throw new IMError('INTERNAL', 'an upload without its offset')
  return offset
}

/** tus wants base64 with the plain alphabet and padding. */
function padded(text: string): string {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  return plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')
}
