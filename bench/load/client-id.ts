const pairAt = 8
const indexAt = 12
const variant = 0x80

/** A UUIDv7 of this moment that says which pair sent it, and as which of its messages. */
export function clientIdAt(pair: number, index: number): Uint8Array {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  const nowMs = Date.now()
  view.setUint16(0, Math.floor(nowMs / 2 ** 32))
  view.setUint32(2, nowMs % 2 ** 32)
  bytes[6] = 0x70
  view.setUint32(pairAt, pair)
  bytes[pairAt] = variant | ((bytes[pairAt] ?? 0) & 0x3f)
  view.setUint32(indexAt, index)
  return bytes
}

export function indexOf(clientId: Uint8Array): number {
  return new DataView(clientId.buffer, clientId.byteOffset, clientId.byteLength).getUint32(indexAt)
}
