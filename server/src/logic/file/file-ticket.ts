import type { Clock } from '../../base/clock.ts'
import type { Hashing } from '../../base/crypto.ts'
import type { FileId } from '../../data/file-store.ts'
import type { AccountId, ConversationId, DeviceId } from '../../data/model.ts'

/** A ticket holds for between one and two of these: addresses stay the same for a while. */
const ticketStepMs = 15 * 60_000
const idBytes = 7
const timeBytes = 6
const macBytes = 16
const payloadBytes = 4 * idBytes + timeBytes

export interface TicketDeps {
  clock: Clock
  hashing: Pick<Hashing, 'hmac' | 'equal'>
  serverKey: Uint8Array
}

/**
 * What an address says about who reads, for pictures and players of browsers, which show no token: this device may ask
 * for this file until then. Whether it gets it is decided at every request.
 */
export interface FileTicket {
  account: AccountId
  device: DeviceId
  file: FileId
  /** Where to look first for an entry that names it; 0: anywhere. */
  conversation: ConversationId
  expiresMs: number
}

export function mintTicket(
  deps: TicketDeps,
  input: Omit<FileTicket, 'expiresMs'>,
): { ticket: string; expiresMs: number } {
  const step = Math.floor(deps.clock.wallMs() / ticketStepMs)
  const expiresMs = (step + 2) * ticketStepMs
  const { account, device, file, conversation } = input
  const payload = new Uint8Array(payloadBytes)
  let at = 0
  for (const id of [account, device, file, conversation]) {
    writeNumber(payload, at, idBytes, id)
    at += idBytes
  }
  writeNumber(payload, at, timeBytes, expiresMs)
  const ticket = Buffer.concat([payload, mac(deps, payload)]).toString('base64url')
  return { ticket, expiresMs }
}

/** Undefined: not ours, or its time is over. */
export function readTicket(deps: TicketDeps, text: string): FileTicket | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== payloadBytes + macBytes || bytes.toString('base64url') !== text)
    return undefined
  const payload = bytes.subarray(0, payloadBytes)
  if (!deps.hashing.equal(bytes.subarray(payloadBytes), mac(deps, payload))) return undefined
  const id = (index: number) => payload.readUIntBE(index * idBytes + 1, 6) + high(payload, index)
  const expiresMs = payload.readUIntBE(4 * idBytes, timeBytes)
  if (expiresMs <= deps.clock.wallMs()) return undefined
  return { account: id(0), device: id(1), file: id(2), conversation: id(3), expiresMs }
}

const high = (payload: Uint8Array, index: number) => (payload[index * idBytes] ?? 0) * 2 ** 48

function writeNumber(bytes: Uint8Array, at: number, length: number, value: number): void {
  let rest = value
  for (let index = at + length - 1; index >= at; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}

/** NOTE a key of its own: what else is derived from the server's key has 32 bytes, this label has not. */
function mac({ hashing, serverKey }: TicketDeps, payload: Uint8Array): Uint8Array {
  const key = hashing.hmac(serverKey, Buffer.from('file ticket'))
  return hashing.hmac(key, payload).subarray(0, macBytes)
}
