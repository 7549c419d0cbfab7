import type { Hashing } from '../../base/crypto.ts'

/** `t=MILLISECONDS,v1=HEX`: HMAC-SHA-256 with the webhook's secret over "t.body", so that neither can be changed or repeated late. */
export function signature(
  hashing: Pick<Hashing, 'hmac'>,
  secret: Uint8Array,
  timeMs: number,
  body: string,
): string {
  const time = Math.floor(timeMs)
  const mac = hashing.hmac(secret, new TextEncoder().encode(`${time}.${body}`))
  return `t=${time},v1=${Buffer.from(mac).toString('hex')}`
}
