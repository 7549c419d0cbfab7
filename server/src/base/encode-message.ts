/** What an encoder of the protocol writes into. */
interface MessageWriter {
  finish(): Uint8Array
  reset(): MessageWriter
}

export interface Encoder<M> {
  encode(message: M, writer?: MessageWriter): MessageWriter
}

/** A writer that grew larger is not kept. */
export const writerBytesMax = 65_536

let spare: MessageWriter | undefined

/** NOTE one writer for all: each new one makes and enlarges a buffer, which costs more than to encode a small message. */
export function encodeMessage<M>(codec: Encoder<M>, message: M): Uint8Array {
  const kept = spare
  // NOTE one that was left in the middle of a message by what was thrown is not used again.
  spare = undefined
  const writer = codec.encode(message, kept)
  const bytes = writer.finish()
  if (bytes.length <= writerBytesMax) spare = writer.reset()
  return bytes
}
