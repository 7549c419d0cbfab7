import { lookup as resolve, type LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { PostEvents } from './webhook-pump.ts'

export const webhookTimeoutMs = 10_000

/** Addresses that are not of the public internet (IANA special-purpose registries). */
const inner = new BlockList()
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
] as const)
  inner.addSubnet(network, prefix, 'ipv4')
/** Of IPv6 only global unicast is public, and of that not what carries or documents other addresses. */
const outer6 = new BlockList()
outer6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inner.addSubnet(network, prefix, 'ipv6')

/** An address that must not be reached from here. */
export function isInnerAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return inner.check(address, 'ipv4')
  if (version === 6) return !outer6.check(address, 'ipv6') || inner.check(address, 'ipv6')
  return true
}

/**
 * Posts over HTTP(S), without following redirects. The name is resolved once and the connection goes to what was checked;
 * where inner addresses are not allowed, one of them among the answers refuses the whole.
 */
export function createPostEvents({ allowInner }: { allowInner: boolean }): PostEvents {
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (fault, addresses) => {
      const found = addresses as LookupAddress[] | undefined
      const [first] = found ?? []
      if (fault !== null || first === undefined)
        return done(fault ?? new Error('the name has no address'), '')
      if (!allowInner && found?.some(({ address }) => isInnerAddress(address)))
        return done(new Error('its address is not a public one'), '')
      if (options.all === true) return done(null, [first])
      return done(null, first.address, first.family)
    })
  }
  return ({ url, headers, body }) =>
    new Promise((resolveStatus, reject) => {
      const { protocol, hostname } = new URL(url)
      const literal = hostname.replaceAll(/^\[|\]$/g, '')
      if (!allowInner && isIP(literal) !== 0 && isInnerAddress(literal))
        return reject(new Error('its address is not a public one'))
      const post = protocol === 'https:' ? requestHttps : requestHttp
      const signal = AbortSignal.timeout(webhookTimeoutMs)
      const sent = post(
        url,
        { method: 'POST', headers, lookup, signal, agent: false },
        (answer) => {
          resolveStatus(answer.statusCode ?? 0)
          // NOTE what it says is of no interest, however much it is.
          answer.destroy()
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
}
