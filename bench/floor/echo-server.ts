// A bare server: gives back what comes, and does nothing else. The floor of every run.
//
//   node --expose-gc bench/floor/echo-server.ts [certificate.pem key.pem]
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

const [cert, key] = process.argv.slice(2)
const listen = (socket: Socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => {})
  socket.on('data', (bytes) => socket.write(bytes))
}
const server =
  cert === undefined || key === undefined
    ? createServer(listen)
    : createTlsServer(
        { cert: readFileSync(cert), key: readFileSync(key), minVersion: 'TLSv1.3' },
        listen,
      )
/** NOTE this kind also gives the emptied pages back, so that what is resident is what is held. */
const collect = (): unknown =>
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
process.on('message', () => {
  collect()
  process.send?.('collected')
})
server.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 }, () => {
  process.send?.({ pid: process.pid, port: (server.address() as AddressInfo).port })
})
