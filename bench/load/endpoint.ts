/** Where load goes. */
export interface Endpoint {
  transport: 'tcp' | 'tls' | 'websocket'
  host: string
  port: number
}
