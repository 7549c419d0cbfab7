import { BlockList, isIP } from 'node:net'
import { normalAddress } from '../address.ts'

/** Whether an address is that of a declared proxy, whose X-Forwarded-… headers are believed. */
export type ProxyTrust = (address: string) => boolean

/** @param proxies addresses, or ranges such as 10.0.0.0/8. @throws Error for one that is neither. */
export function createProxyTrust(proxies: readonly string[]): ProxyTrust {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIP(address)
    const bits = prefix === undefined ? undefined : Number(prefix)
    const bitsMax = family === 4 ? 32 : 128
    if (
      family === 0 ||
      (bits !== undefined && !(Number.isInteger(bits) && bits >= 0 && bits <= bitsMax))
    )
      throw new Error(`not an address or range of a proxy: ${proxy}`)
    const type = family === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, type)
    else list.addSubnet(address, bits, type)
  }
  return (address) => {
    const normal = normalAddress(address)
    const family = isIP(normal)
    return family !== 0 && list.check(normal, family === 4 ? 'ipv4' : 'ipv6')
  }
}

/**
 * The client's address: the last one in X-Forwarded-For that no declared proxy has. What stands before it was written by
 * somebody who is not trusted.
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  trusts: ProxyTrust,
): string {
  let address = normalAddress(peer)
  const hops = forwardedFor?.split(',') ?? []
  while (hops.length > 0 && trusts(address)) {
    const hop = normalAddress(hops.pop()?.trim() ?? '')
    if (isIP(hop) === 0) return address
    address = hop
  }
  return address
}
