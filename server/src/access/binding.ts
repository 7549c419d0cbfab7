import { isLoopback } from './address.ts'

/** Where to listen. */
export interface Binding {
  host: string
  /** 0: any free port. */
  port: number
  /**
   * The certificate chain and the private key, PEM. With it only TLS 1.3 is spoken. Processes with the same ticket keys
   * resume each other's TLS sessions.
   */
  tls?: { cert: string | Buffer; key: string | Buffer; ticketKeys?: Buffer } | undefined
  /** Other processes of this server listen on the same port, and the system deals the connections out. */
  shared?: boolean
  /** A proxy in front speaks TLS with the clients. */
  behindProxy?: boolean
}

/** @throws Error when clients would send their tokens in clear text over a network. */
export function assertSafeBinding(binding: Binding): void {
  const { host, tls, behindProxy } = binding
  if (tls !== undefined || behindProxy === true || isLoopback(host)) return
  throw new Error(
    `listening on ${host} without TLS is refused: give a certificate and key, or declare the proxy in front`,
  )
}
