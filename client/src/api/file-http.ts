import { errors, type ErrorName } from '@parley/protocol'
import { fromUtf8, toBase64 } from '../base/bytes.ts'
import { IMError, toIMError } from '../base/im-error.ts'
import { throwIfAborted, within } from '../base/wait.ts'
import type { HttpAnswer } from '../transport/http-fetch.ts'
import type { FileAccess } from './file-access.ts'

/** A request that is not answered in this time is given up; the server does not wait longer for one either. */
const answerTimeoutMs = 60_000

export interface HttpAsk {
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer>
  signal: AbortSignal
}

/** HTTP beside the connection: finds the server, shows the access token, and says refusals as IMError. */
export class FileHttp {
  readonly #access: FileAccess
  #base: string | undefined

  constructor(access: FileAccess) {
    this.#access = access
  }

  /** Such as https://chat.example. @throws IMError */
  async base(signal: AbortSignal): Promise<string> {
    this.#base ??= httpOrigin(this.#access.http.urls) ?? (await this.#toldBase(signal))
    return this.#base
  }

  /**
   * One request. What is no success is thrown.
   * @throws IMError the refusal; OFFLINE, TIMEOUT: tried again later; ABORTED
   */
  async ask(method: string, path: string, input: HttpAsk): Promise<HttpAnswer> {
    const answer = await this.#send(method, path, input, false)
    if (answer.status < 400) return answer
    const error = await this.#refusalOf(answer, input.signal)
    if (error.code !== 'TOKEN_INVALID') throw error
    const again = await this.#send(method, path, input, true)
    if (again.status < 400) return again
    throw await this.#refusalOf(again, input.signal)
  }

  async #send(method: string, path: string, input: HttpAsk, refused: boolean): Promise<HttpAnswer> {
    const { http, clock } = this.#access
    if (http.fetch === undefined)
      throw new IMError('UNSUPPORTED', 'this platform has no HTTP for files')
    const { signal, headers, body } = input
    const url = (await this.base(signal)) + path
    const token = await http.token({ refused, signal })
    const text = typeof token === 'string' ? token : toBase64(token)
    const life = new AbortController()
    const end = () => life.abort()
    signal.addEventListener('abort', end, { once: true })
    const timer = clock.after(answerTimeoutMs, end)
    try {
      throwIfAborted(signal)
      return await http.fetch(url, {
        method,
        headers: { ...headers, authorization: `Bearer ${text}` },
        ...(body !== undefined && { body }),
        signal: AbortSignal.any([life.signal, signal]),
        cache: 'no-store',
        credentials: 'omit',
      })
    } catch (thrown) {
      throwIfAborted(signal)
      if (thrown instanceof IMError) throw thrown
      throw new IMError(life.signal.aborted ? 'TIMEOUT' : 'OFFLINE', toIMError(thrown).message)
    } finally {
      timer.cancel()
      signal.removeEventListener('abort', end)
    }
  }

  /** @throws IMError TIMEOUT, ABORTED */
  async #refusalOf(answer: HttpAnswer, signal: AbortSignal): Promise<IMError> {
    const reading = answer.arrayBuffer().catch(() => new ArrayBuffer(0))
    const { clock } = this.#access
    return refusalOf(answer.status, await within(clock, reading, answerTimeoutMs, signal))
  }

  /** A server that is spoken to by TCP says where its HTTP is. */
  async #toldBase(signal: AbortSignal): Promise<string> {
    const { http, ask } = this.#access
    const told = await ask('getFileSpace', {}, signal)
    if (told.publicUrl !== '') return told.publicUrl.replace(/\/+$/, '')
    // NOTE in a browser's eyes tcp: is no address with a host; http: is.
    const { hostname } = new URL((http.urls[0] ?? '').replace(/^\w+:/, 'http:'))
    return `${told.httpSecure ? 'https' : 'http'}://${hostname}:${told.httpPort}`
  }
}

function httpOrigin(urls: readonly string[]): string | undefined {
  const url = urls.find((one) => /^(http|ws)s?:/.test(one))
  return url === undefined ? undefined : new URL(url.replace(/^ws/, 'http')).origin
}

/** `{error: {code, message, retryAfterMs}}`, or what the status says. */
function refusalOf(status: number, body: ArrayBuffer): IMError {
  const { code, message, retryAfterMs } = errorIn(new Uint8Array(body))
  if (code !== undefined && code in errors)
    return new IMError(code as ErrorName, message, { retryAfterMs: retryAfterMs ?? 0 })
  const known = byStatus[status] ?? (status >= 500 || status === 408 ? 'BUSY' : 'BAD_REQUEST')
  return new IMError(known, `the server answered ${status}`)
}

const byStatus: Readonly<Record<number, ErrorName>> = {
  401: 'TOKEN_INVALID',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'WRONG_STATE',
  410: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'TYPE_REFUSED',
  429: 'RATE_LIMITED',
}

interface SaidError {
  code?: string
  message?: string
  retryAfterMs?: number
}

function errorIn(bytes: Uint8Array): SaidError {
  try {
    const said = JSON.parse(fromUtf8(bytes)) as { error?: SaidError } | null
    return said?.error ?? {}
  } catch {
    return {}
  }
}
