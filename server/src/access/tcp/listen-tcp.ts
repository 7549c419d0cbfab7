import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { assertSafeBinding, type Binding } from '../binding.ts'
import type { Access } from '../create-access.ts'
import { TcpStream } from './tcp-stream.ts'

export interface TcpListener {
  /** The port that was chosen. */
  readonly port: number
  /** Takes no more connections; those that stand go on until access closes them. Resolves when the port is free. */
  stop(): Promise<void>
}

const backlog = 4_096
const keepAliveInitialDelay = 60_000
/** Sockets beyond what access takes: those that shake hands, and those that are being turned away. */
const socketsSpare = 512

/** Listens for TCP, or for TLS 1.3 with a certificate. @throws Error when that is unsafe, or the port is taken. */
export async function listenTcp(access: Access, binding: Binding): Promise<TcpListener> {
  assertSafeBinding(binding)
  const server = binding.tls === undefined ? plainServer(access) : tlsServer(access, binding.tls)
  server.maxConnections = access.settings.connectionsMax + socketsSpare
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const { host, port, shared: reusePort = false } = binding
    server.listen({ host, port, backlog, reusePort }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

function plainServer(access: Access): Server {
  return createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay }, (socket) =>
    attach(access, socket),
  )
}

function tlsServer(access: Access, tls: NonNullable<Binding['tls']>): Server {
  const { cert, key, ticketKeys } = tls
  const handshakeTimeout = access.settings.loginDeadlineMs
  const server = createTlsServer(
    { cert, key, ticketKeys, minVersion: 'TLSv1.3', handshakeTimeout },
    (socket) => {
      socket.setNoDelay(true)
      socket.setKeepAlive(true, keepAliveInitialDelay)
      attach(access, socket)
    },
  )
  // NOTE a handshake that fails is the peer's matter; its socket is closed by Node.
  server.on('tlsClientError', (_fault, socket) => socket.destroy())
  return server
}

function attach(access: Access, socket: Socket): void {
  const { remoteAddress } = socket
  if (remoteAddress === undefined) return void socket.destroy()
  access.attach(new TcpStream(socket), remoteAddress, 'tcp')
}
