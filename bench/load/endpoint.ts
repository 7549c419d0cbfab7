/** Where load goes. */
export interface Endpoint {
  transport: 'tcp' | 'tls' | 'websocket'
  host: string
  port: number
  /** Where connections come from; one address has some 28,000 of them to one port. */
  localAddress?: string
}
