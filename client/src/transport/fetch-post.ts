import type { HttpPost } from './long-poll-transport.ts'

/** The part of fetch that we use. */
export type FetchLike = (
  url: string,
  init: {
    method: 'POST'
    headers: Record<string, string>
    body?: Uint8Array<ArrayBuffer>
    signal: AbortSignal
    cache: 'no-store'
  },
) => Promise<{
  status: number
  headers: { get(name: string): string | null }
  arrayBuffer(): Promise<ArrayBuffer>
}>

export function fetchPost(fetch: FetchLike): HttpPost {
  return async (url, { authorization, body, signal }) => {
    const headers: Record<string, string> = {}
    if (authorization !== undefined) headers['authorization'] = authorization
    if (body !== undefined) headers['content-type'] = 'application/octet-stream'
    const init = { method: 'POST', headers, signal, cache: 'no-store' } as const
    const sent = body === undefined ? init : { ...init, body: body as Uint8Array<ArrayBuffer> }
    const reply = await fetch(url, sent)
    const retryAfterMs = Number(reply.headers.get('retry-after') ?? 0) * 1_000 || 0
    return { status: reply.status, retryAfterMs, body: new Uint8Array(await reply.arrayBuffer()) }
  }
}
