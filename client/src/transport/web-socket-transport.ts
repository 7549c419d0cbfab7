import type { Transport } from './transport.ts'
import { IMError } from '../base/im-error.ts'

/** The part of a WebSocket that we use; Node and every browser have it. */
export interface WebSocketLike {
  binaryType: string
  onopen: (() => void) | null
  onerror: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(): void
}

/** ws:, wss:, http: and https: addresses; without a path `/wire` is meant. */
export function webSocketUrl(url: string): string {
  const parsed = new URL(url)
  parsed.protocol = parsed.protocol.replace(/^http/, 'ws')
  if (parsed.pathname === '/' || parsed.pathname === '') parsed.pathname = '/wire'
  return parsed.href
}

export function webSocketTransport(create: (url: string) => WebSocketLike): Transport {
  return {
    open: (url, events, signal) =>
      new Promise((resolve, reject) => {
        const socket = create(webSocketUrl(url))
        socket.binaryType = 'arraybuffer'
        let isOpen = false
        let isOver = false
        const abort = () => socket.close()
        signal.addEventListener('abort', abort, { once: true })
        socket.onopen = () => {
          isOpen = true
          signal.removeEventListener('abort', abort)
          resolve({
            write: (bytes) => {
              if (!isOver) socket.send(bytes as Uint8Array<ArrayBuffer>)
            },
            close: () => socket.close(),
          })
        }
        socket.onmessage = ({ data }) => {
          if (data instanceof ArrayBuffer) events.received(new Uint8Array(data))
        }
        socket.onerror = () => {}
        socket.onclose = ({ code }) => {
          if (isOver) return
          isOver = true
          signal.removeEventListener('abort', abort)
          if (isOpen) events.closed(code)
          else reject(new IMError('CONNECT_FAILED', `no WebSocket at ${url}`))
        }
      }),
  }
}
