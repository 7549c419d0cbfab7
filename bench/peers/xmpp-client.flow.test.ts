import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { loginTurns, replaying } from './testing/replaying.ts'
import { readArchive } from './xmpp-archive.ts'
import { XmppClient } from './xmpp-client.ts'

for (const name of ['ejabberd-23.01', 'prosody-0.12']) {
  test(`logs in, receives, acknowledges and reads the archive of ${name}`, async () => {
    const turns = [
      ...loginTurns("<message to='r0@localhost/bench'"),
      ['<query', undefined] as const,
    ]
    using server = await replaying(name, turns)
    const received: string[] = []
    const all = Promise.withResolvers<void>()
    const client = new XmppClient(server.endpoint, 'r0', {
      acked: () => {},
      received: (body) => {
        if (received.push(body) === 4) all.resolve()
      },
      closed: () => all.reject(new Error('closed')),
    })
    try {
      await client.ready
      await all.promise
      const kept: string[] = []
      const last = await readArchive(client, { partner: 's0' }, (body) => kept.push(body))
      const bodies = ['00000', '00001', '00002', '00003']
      assert.deepEqual(received, bodies)
      assert.deepEqual(kept, bodies)
      assert.match(last ?? '', /\w{8}/)
      // NOTE the presence and four messages.
      assert.match(server.heard.join(''), /<a xmlns='urn:xmpp:sm:3' h='5'\/>/)
    } finally {
      client.destroy()
    }
  })
}

test('a refused login is told with what the server said', async () => {
  const refusal = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>"
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(`<?xml version='1.0'?><stream:stream>${refusal}`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const endpoint = { transport: 'tcp', host: '127.0.0.1', port } as const
  const on = { acked: () => {}, received: () => {}, closed: () => {} }
  const client = new XmppClient(endpoint, 'r0', on)
  try {
    await assert.rejects(client.ready, /not-authorized/)
  } finally {
    client.destroy()
    server.close()
  }
})
