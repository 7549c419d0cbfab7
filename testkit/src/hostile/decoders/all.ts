import type { OpenRound } from '../decoder.ts'
import { clientRound } from './client.ts'
import { compactRound } from './compact.ts'
import { longPollRound } from './long-poll.ts'
import { streamRound } from './tcp.ts'
import { webSocketRound } from './websocket.ts'

/** Every decoder that takes bytes of strangers, through its production entrance. */
export const decoders = {
  tcp: streamRound(),
  websocket: webSocketRound,
  'long-poll': longPollRound,
  client: clientRound,
  compact: compactRound,
  tokens: streamRound({
    names: ['login', 'resume', 'refresh', 'sync'],
    chances: { header: 0, compressed: 0 },
    greetingShare: 0.6,
  }),
  'entry-body': streamRound({
    names: ['send'],
    chances: { header: 0, compressed: 0.01 },
    greetingShare: 0,
  }),
} satisfies Record<string, OpenRound>

export type DecoderName = keyof typeof decoders
export const decoderNames = Object.keys(decoders) as DecoderName[]
