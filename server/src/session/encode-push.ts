import { pushes, type PushInit, type PushName } from '@parley/protocol'
import type { EncodedPush } from './delivery.ts'

/** Encodes a push once, for any number of receivers. */
export function encodePush<N extends PushName>(name: N, push: PushInit<N>): EncodedPush {
  const { id, lossy, body } = pushes[name]
  const codec = body as { encode(message: PushInit<N>): { finish(): Uint8Array } }
  return { command: id, lossy, body: codec.encode(push).finish() }
}
