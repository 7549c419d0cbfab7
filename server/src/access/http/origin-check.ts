import type { IncomingMessage } from 'node:http'
import type { ProxyTrust } from './proxy-trust.ts'

/** Whether the page that asks may. What sends no Origin is no browser: nobody's cookies travel with it. */
export type OriginCheck = (request: IncomingMessage) => boolean

/** @param allowed origins of other sites, such as https://shop.example. The own one is always allowed. */
export function createOriginCheck(allowed: readonly string[], trusts: ProxyTrust): OriginCheck {
  const origins = new Set(allowed.map((origin) => origin.replace(/\/$/, '').toLowerCase()))
  return (request) => {
    const origin = request.headers.origin?.toLowerCase()
    if (origin === undefined || origins.has(origin)) return true
    const host = hostOf(request, trusts)?.toLowerCase()
    return host !== undefined && (origin === `https://${host}` || origin === `http://${host}`)
  }
}

function hostOf(request: IncomingMessage, trusts: ProxyTrust): string | undefined {
  const forwarded = request.headers['x-forwarded-host']
  const peer = request.socket.remoteAddress
  if (typeof forwarded === 'string' && peer !== undefined && trusts(peer)) return forwarded
  return request.headers.host
}
