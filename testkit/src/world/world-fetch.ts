import { request, type IncomingMessage } from 'node:http'
import type { Clock } from '../../../server/src/base/clock.ts'
import type { HttpAnswer, HttpFetch } from '../../../client/src/transport/http-fetch.ts'
import type { Network } from './network.ts'
import { WireSocket } from './wire-socket.ts'

interface FetchDeps {
  network: Network
  /** The host on which the program runs. */
  host: string
  clock: Clock
  /** How fast a connection is, in bytes a second: asked for each. */
  bytesPerSecond(): number
  /** Told of every request that gets no answer. */
  unanswered(): void
}

/** HTTP of one host over the simulated network, by Node's own client: a connection for each request. */
export function worldFetch({
  network,
  host,
  clock,
  bytesPerSecond,
  unanswered,
}: FetchDeps): HttpFetch {
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const { host: door, pathname, search } = new URL(url)
      const failed = (): void => {
        unanswered()
        reject(new Error(`no answer from ${door}`))
      }
      if (signal.aborted) return failed()
      let end = (): void => abandon()
      signal.addEventListener(
        'abort',
        () => {
          end()
          failed()
        },
        { once: true },
      )
      const done = (stream: Parameters<Parameters<Network['dial']>[2]>[0]): void => {
        if (stream === undefined) return failed()
        const socket = new WireSocket(stream, clock, door)
        const length = body === undefined ? {} : { 'content-length': String(body.length) }
        const asking = request({
          ...{ method, path: pathname + search, createConnection: () => socket },
          headers: { ...headers, ...length, host: door },
        })
        end = () => void socket.destroy()
        asking.on('error', failed)
        asking.on('response', (response) => resolve(answerOf(response)))
        asking.end(body)
      }
      const abandon = network.dial(host, door, done, bytesPerSecond())
    })
}

/** Of a server that lost its power nobody hears: a page gives up. */
const pageTimeoutMs = 60_000

/** As pages do: nothing is shown but the address. */
export async function fetchBytes(
  fetch: HttpFetch,
  clock: Clock,
  url: string,
): Promise<{ status: number; bytes: Uint8Array }> {
  const life = new AbortController()
  const timer = clock.after(pageTimeoutMs, () => life.abort())
  const init = { method: 'GET', headers: {}, signal: life.signal } as const
  try {
    const answer = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit' })
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
  } finally {
    timer.cancel()
  }
}

function answerOf(response: IncomingMessage): HttpAnswer {
  // NOTE who reads is told; where nobody reads any more, it is no fault of the program.
  response.on('error', () => undefined)
  const chunks = response.iterator({ destroyOnReturn: true }) as AsyncIterator<Buffer>
  const { statusCode: status = 0, headers } = response
  return {
    status,
    headers: {
      get: (name) => {
        const value = headers[name]
        return value === undefined ? null : String(value)
      },
    },
    body: {
      getReader: () => ({
        read: async () => {
          const { done = false, value } = await chunks.next()
          return { done, value: done ? undefined : (value as Buffer) }
        },
        cancel: async () => void response.destroy(),
      }),
    },
    async arrayBuffer() {
      const pieces: Buffer[] = []
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
        pieces.push(next.value)
      return new Uint8Array(Buffer.concat(pieces)).buffer
    },
  }
}
