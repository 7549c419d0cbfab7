import {
  closes,
  emptyBody,
  encodeFrame,
  frameKinds,
  reconnectNumbers,
  wire,
} from '@parley/protocol'
import type { CloseName, Frame } from '@parley/protocol'

/** The last frame of a connection, as bytes. */
export function closeFrame(reason: CloseName, delayMs: number): Uint8Array {
  const { code, reconnect } = closes[reason]
  const body = wire.CloseBody.encode({
    code,
    name: reason,
    reconnect: reconnectNumbers[reconnect],
    delayMs: Math.round(delayMs),
  }).finish()
  return encodeFrame({ kind: frameKinds.close, flags: 0, command: 0, number: 0, body })
}

export function pongFrame(pushesSent: number, flags: number): Frame {
  return { kind: frameKinds.pong, flags, command: 0, number: pushesSent, body: emptyBody }
}
