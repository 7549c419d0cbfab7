import type { Transport } from '../transport/transport.ts'
import { fallbackTransport } from '../transport/fallback-transport.ts'
import { fetchPost } from '../transport/fetch-post.ts'
import { longPollTransport } from '../transport/long-poll-transport.ts'
import { webSocketTransport, type WebSocketLike } from '../transport/web-socket-transport.ts'
import { browserClock } from './browser-clock.ts'

/** WebSocket, and long-poll where that does not come about. */
export function browserTransport(): Transport {
  const webSocket = webSocketTransport((url) => new WebSocket(url) as unknown as WebSocketLike)
  const post = fetchPost((url, init) => fetch(url, init))
  return fallbackTransport(
    browserClock,
    webSocket,
    longPollTransport({ post, clock: browserClock }),
  )
}
