import { deflateRawSync } from 'node:zlib'
import { commands, emptyBody, encodeFrame } from '@parley/protocol'
import type { CloseName, ErrorName, FrameKind } from '@parley/protocol'
import { request } from './wire-world.ts'

export type BadInput = { name: string; bytes: Uint8Array; loggedIn: boolean } & (
  | { error: ErrorName }
  | { close: CloseName }
)

function frame(
  kind: number,
  flags: number,
  command: number,
  body: Uint8Array = emptyBody,
): Uint8Array {
  return encodeFrame({ kind: kind as FrameKind, flags, command, number: 6, body })
}
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  return bytes.with(at, value)
}
const announced = (length: number) => {
  const bytes = request(commands.send.id, 6)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}
export const bomb = deflateRawSync(new Uint8Array(1 << 24))
export const plain = request(commands.send.id, 6, Uint8Array.of(1, 2, 3))

export const badInput: BadInput[] = [
  { name: 'wrong version', bytes: changed(plain, 4, 0x21), loggedIn: true, close: 'VERSION' },
  { name: 'kind 0', bytes: changed(plain, 4, 0x10), loggedIn: true, close: 'BAD_FRAME' },
  { name: 'kind 15', bytes: changed(plain, 4, 0x1f), loggedIn: true, close: 'BAD_FRAME' },
  { name: 'a push from a client', bytes: frame(3, 0, 0x280), loggedIn: true, close: 'BAD_FRAME' },
  {
    name: 'a response from a client',
    bytes: frame(2, 0, 0x201),
    loggedIn: true,
    close: 'BAD_FRAME',
  },
  { name: 'unknown flag', bytes: changed(plain, 5, 0x40), loggedIn: true, close: 'BAD_FRAME' },
  { name: 'flag on a ping', bytes: frame(5, 8, 0), loggedIn: true, close: 'BAD_FRAME' },
  { name: 'oversized', bytes: announced(262_145), loggedIn: true, close: 'FRAME_TOO_LARGE' },
  {
    name: 'oversized before login',
    bytes: announced(4_097),
    loggedIn: false,
    close: 'FRAME_TOO_LARGE',
  },
  {
    name: 'garbage',
    bytes: new TextEncoder().encode('GET / HTTP/1.1\r\nhost: x\r\n\r\n'),
    loggedIn: false,
    close: 'VERSION',
  },
  { name: 'unknown command', bytes: frame(1, 0, 0x7777), loggedIn: true, error: 'UNKNOWN_COMMAND' },
  {
    name: 'unknown command before login',
    bytes: frame(1, 0, 0x7777),
    loggedIn: false,
    error: 'UNKNOWN_COMMAND',
  },
  { name: 'session command before login', bytes: plain, loggedIn: false, error: 'NOT_LOGGED_IN' },
  {
    name: 'greeting after login',
    bytes: frame(1, 0, commands.login.id),
    loggedIn: true,
    error: 'ALREADY_LOGGED_IN',
  },
  {
    name: 'more-follows on a request',
    bytes: changed(plain, 5, 2),
    loggedIn: true,
    error: 'UNSUPPORTED',
  },
  {
    name: 'compressed without the capability',
    bytes: changed(plain, 5, 1),
    loggedIn: true,
    error: 'UNSUPPORTED',
  },
  {
    name: 'compressed login',
    bytes: frame(1, 1, commands.login.id),
    loggedIn: false,
    error: 'UNSUPPORTED',
  },
  {
    name: 'a refused login',
    bytes: frame(1, 0, commands.login.id, Uint8Array.of(255)),
    loggedIn: false,
    error: 'TOKEN_INVALID',
  },
]
