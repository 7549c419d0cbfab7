import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { Peer } from './peer.ts'

test('what is asked over a connection that has ended is answered by that', async () => {
  const server = createServer((socket) => socket.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const peer = new Peer({ transport: 'tcp', host: '127.0.0.1', port }, 7)
    const closed = new Promise<void>((resolve) => (peer.onClosed = resolve))
    await peer.opened
    await closed
    await assert.rejects(peer.ask('sync', {}), /^Error: the connection of user 7 ended$/)
  } finally {
    server.close()
  }
})
