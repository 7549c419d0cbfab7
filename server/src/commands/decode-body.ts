import { Refusal } from '../base/refusal.ts'

/** @throws Refusal BAD_REQUEST */
export function decodeBody<T>(codec: { decode(bytes: Uint8Array): T }, body: Uint8Array): T {
  try {
    return codec.decode(body)
  } catch {
    throw new Refusal('BAD_REQUEST', 'the body does not parse')
  }
}
