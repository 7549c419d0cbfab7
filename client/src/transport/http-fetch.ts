/** The part of fetch that files use. */
export type HttpFetch = (
  url: string,
  init: {
    method: string
    headers: Record<string, string>
    body?: Uint8Array<ArrayBuffer>
    signal: AbortSignal
    cache: 'no-store'
    /** The token in a header is all that is shown. */
    credentials: 'omit'
  },
) => Promise<HttpAnswer>

export interface HttpAnswer {
  status: number
  headers: { get(name: string): string | null }
  body: HttpBody | null
  arrayBuffer(): Promise<ArrayBuffer>
}

export interface HttpBody {
  getReader(): HttpReader
}

export interface HttpReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>
  cancel(): Promise<void>
}

/** How a client reaches HTTP beside its connection. */
export interface HttpEdge {
  urls: readonly string[]
  token(ask: { refused: boolean; signal: AbortSignal }): Promise<Uint8Array | string>
  fetch: HttpFetch | undefined
}
