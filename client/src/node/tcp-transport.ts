import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import type { Transport } from '../transport/transport.ts'

/** A certificate authority of one's own, and the like. */
export type TlsSettings = Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized' | 'servername'>

/** tcp://host:port and tls://host:port, frames back to back. */
export function tcpTransport(tls: TlsSettings = {}): Transport {
  return {
    open: (url, events, signal) =>
      new Promise((resolve, reject) => {
        const { hostname, port, protocol } = new URL(url)
        const host = hostname.replace(/^\[|\]$/g, '')
        const address = { host, port: Number(port || 5801) }
        const socket: Socket =
          protocol === 'tls:'
            ? connectTls({ minVersion: 'TLSv1.3', servername: nameOf(host), ...tls, ...address })
            : connectTcp(address)
        socket.setNoDelay(true)
        let isOpen = false
        const abort = () => socket.destroy(new Error('aborted'))
        signal.addEventListener('abort', abort, { once: true })
        socket.once(protocol === 'tls:' ? 'secureConnect' : 'connect', () => {
          isOpen = true
          signal.removeEventListener('abort', abort)
          resolve({
            write: (bytes) => {
              if (!socket.destroyed) socket.write(bytes)
            },
            close: () => {
              socket.end()
              socket.resume()
              // NOTE a peer that never closes its side must not keep ours open.
              setTimeout(() => socket.destroy(), lingerMs).unref()
            },
          })
        })
        let failure: Error | undefined
        socket.on('error', (error) => (failure = error))
        socket.on('data', (bytes: Buffer) => events.received(bytes))
        socket.on('close', () => {
          signal.removeEventListener('abort', abort)
          if (isOpen) events.closed()
          else reject(failure ?? new Error('closed'))
        })
      }),
  }
}

const lingerMs = 2_000

/** No server name is sent for an address (RFC 6066). */
const nameOf = (host: string): string => (/^[\d.]+$|:/.test(host) ? '' : host)
