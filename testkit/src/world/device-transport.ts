import { IMError, type Link, type LinkEvents, type Transport } from '@parley/client'
import type { Network } from './network.ts'

/** Connections of one host over the simulated network: `world://SERVER`. */
export function deviceTransport(network: Network, host: string): Transport {
  return {
    open: (url, events, signal) =>
      new Promise<Link>((resolve, reject) => {
        const failed = (): void => reject(new IMError('CONNECT_FAILED', `no connection to ${url}`))
        const abandon = network.dial(host, new URL(url).hostname, (stream) => {
          signal.removeEventListener('abort', onAbort)
          if (stream === undefined) return failed()
          stream.listen({
            data: (bytes) => events.received(bytes),
            closed: () => events.closed(),
            drained() {},
            fault() {},
          } satisfies Parameters<typeof stream.listen>[0] & Partial<LinkEvents>)
          resolve({ write: (bytes) => stream.write(bytes), close: () => stream.end() })
        })
        const onAbort = (): void => {
          abandon()
          failed()
        }
        if (signal.aborted) onAbort()
        else signal.addEventListener('abort', onAbort, { once: true })
      }),
  }
}
