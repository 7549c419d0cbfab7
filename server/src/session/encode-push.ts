import { pushes, type PushInit, type PushName } from '@parley/protocol'
import { encodeMessage, type Encoder } from '../base/encode-message.ts'
import type { EncodedPush } from './delivery.ts'

/** Encodes a push once, for any number of receivers. */
export function encodePush<N extends PushName>(name: N, push: PushInit<N>): EncodedPush {
  const { id, lossy, body } = pushes[name]
  return { command: id, lossy, body: encodeMessage(body as Encoder<PushInit<N>>, push) }
}
