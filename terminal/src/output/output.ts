import { stripVTControlCharacters, styleText } from 'node:util'
import type { Failure } from './failure.ts'

export type Style = Parameters<typeof styleText>[0]

/** The part of a stream that is written to. */
export interface Writable {
  write(text: string, done: (error?: Error | null) => void): boolean
  on(event: 'error', listener: (error: Error) => void): unknown
  readonly isTTY?: boolean
}

/** Bytes that wait for a slow reader before the writer waits too. */
const pendingMax = 256

/** Where answers go: one line each, as JSON or for people. */
export class Output {
  readonly isJson: boolean
  /** Nobody reads standard output any more (EPIPE): go on or end, but never fail for it. */
  readonly closed: AbortSignal
  readonly #out: Writable
  readonly #err: Writable
  readonly #closing = new AbortController()
  #pending = 0
  #drained: (() => void) | undefined

  constructor(streams: { out: Writable; err: Writable }, isJson: boolean) {
    this.#out = streams.out
    this.#err = streams.err
    this.isJson = isJson
    this.closed = this.#closing.signal
    streams.out.on('error', () => this.#closed())
    streams.err.on('error', () => {})
  }

  /** One result. Resolves when there is room for more. */
  result(json: object, human: () => string): Promise<void> {
    return this.#write(this.isJson ? JSON.stringify(json) : human())
  }

  /** Text that only people read: help, tables. Nothing with --json. */
  async text(text: string): Promise<void> {
    if (!this.isJson) await this.#write(text)
  }

  /** On standard error, for people, whether --json or not. Not part of any promise. */
  note(text: string): void {
    this.#err.write(`${text}\n`, () => {})
  }

  failure({ code, message, retry, detail, advice }: Failure): Promise<void> {
    const text = this.isJson
      ? JSON.stringify({ error: { code, message, retry, ...detail } })
      : [`${this.#styleError('parley:')} ${message} (${code})`, ...advice].join('\n')
    return new Promise((resolve) => void this.#err.write(`${text}\n`, () => resolve()))
  }

  /** Coloured where standard output is a terminal that wants it (NO_COLOR). */
  style(style: Style, text: string): string {
    return paint(style, text, this.#out)
  }

  /** Resolves once everything has left. */
  async flush(): Promise<void> {
    while (this.#pending > 0 && !this.closed.aborted)
      await new Promise<void>((resolve) => (this.#drained = resolve))
  }

  #styleError(text: string): string {
    return paint(['red', 'bold'], text, this.#err)
  }

  async #write(line: string): Promise<void> {
    if (this.closed.aborted) return
    this.#pending += 1
    this.#out.write(`${line}\n`, () => this.#wrote())
    while (this.#pending > pendingMax && !this.closed.aborted)
      await new Promise<void>((resolve) => (this.#drained = resolve))
  }

  #wrote(): void {
    this.#pending -= 1
    this.#drained?.()
  }

  #closed(): void {
    this.#closing.abort()
    this.#drained?.()
  }
}

function paint(style: Style, text: string, stream: Writable): string {
  if (stream.isTTY !== true) return stripVTControlCharacters(text)
  return styleText(style, text, { stream: stream as NodeJS.WriteStream })
}
