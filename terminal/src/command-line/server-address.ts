import { UsageFault } from './usage-fault.ts'

const defaultPorts: Readonly<Record<string, number>> = {
  'tcp:': 5801,
  'tls:': 5801,
  'ws:': 5800,
  'wss:': 5800,
  'http:': 5800,
  'https:': 5800,
}

export const defaultServer = 'tcp://127.0.0.1:5801'

/**
 * The one form of a server's address, by which a stored device is found again: lower case, the port said, no slash at
 * the end. @throws UsageFault
 */
export function serverAddress(text: string): string {
  const fault = (reason: string) => new UsageFault(`--server ${text}: ${reason}`)
  const [, scheme, rest] = /^([a-z]+:)\/\/(.+)$/i.exec(text.trim()) ?? []
  if (scheme === undefined || rest === undefined)
    throw fault('an address looks like tcp://HOST:PORT')
  const protocol = scheme.toLowerCase()
  const port = defaultPorts[protocol]
  if (port === undefined) throw fault('takes tcp://, tls://, ws://, wss://, http:// or https://')
  // NOTE read as http, so that every scheme gets the same treatment of hosts and ports.
  const url = URL.parse(`http://${rest}`)
  if (url === null || url.hostname === '') throw fault('this is no address')
  if (url.username !== '' || url.password !== '')
    throw fault('a name or password does not belong into an address')
  if (url.search !== '' || url.hash !== '') throw fault('nothing may follow the path')
  const isBare = protocol === 'tcp:' || protocol === 'tls:'
  if (isBare && url.pathname !== '/') throw fault('a TCP address has no path')
  const path = url.pathname.replace(/\/+$/, '')
  return `${protocol}//${url.hostname}:${portOf(rest) ?? port}${path}`
}

/** Said in the text: URL drops a port 80. */
function portOf(rest: string): number | undefined {
  const [, port] = /^[^/]*:(\d+)(?:\/|$)/.exec(rest) ?? []
  return port === undefined ? undefined : Number(port)
}
