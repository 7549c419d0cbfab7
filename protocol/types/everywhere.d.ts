// What Node and every browser have and the language's own library does not name.
// protocol/ and the client's core are checked against this and es2023 alone, so that
// `window`, `process` and `setTimeout` do not compile there.

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { read: number; written: number }
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string
}

interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

declare const AbortSignal: {
  abort(reason?: unknown): AbortSignal
  any(signals: AbortSignal[]): AbortSignal
}

declare class AbortController {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}

declare class URL {
  constructor(url: string, base?: string | URL)
  href: string
  protocol: string
  host: string
  hostname: string
  port: string
  pathname: string
  search: string
  readonly origin: string
}

declare function queueMicrotask(task: () => void): void
declare function structuredClone<T>(value: T): T
