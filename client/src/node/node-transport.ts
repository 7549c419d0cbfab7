import { explainErrors } from '../base/error-docs.ts'
import type { Transport } from '../transport/transport.ts'
import { IMError } from '../base/im-error.ts'
import { webSocketTransport, type WebSocketLike } from '../transport/web-socket-transport.ts'
import { fetchPost } from '../transport/fetch-post.ts'
import { longPollTransport } from '../transport/long-poll-transport.ts'
import { nodeClock } from './node-clock.ts'
import { tcpTransport, type TlsSettings } from './tcp-transport.ts'

/** Chooses by the scheme of the URL. */
export function nodeTransport(tls: TlsSettings = {}): Transport {
  // NOTE every client on Node has one; there is room for words here.
  explainErrors()
  const tcp = tcpTransport(tls)
  const webSocket = webSocketTransport((url) => new WebSocket(url) as unknown as WebSocketLike)
  const longPoll = longPollTransport({
    post: fetchPost((url, init) => fetch(url, init)),
    clock: nodeClock,
  })
  const byScheme: Record<string, Transport> = {
    'tcp:': tcp,
    'tls:': tcp,
    'ws:': webSocket,
    'wss:': webSocket,
    'http:': longPoll,
    'https:': longPoll,
  }
  return {
    open: (url, events, signal) => {
      const transport = byScheme[new URL(url).protocol]
      if (transport === undefined)
        return Promise.reject(new IMError('BAD_REQUEST', `no transport for ${url}`))
      return transport.open(url, events, signal)
    },
  }
}
