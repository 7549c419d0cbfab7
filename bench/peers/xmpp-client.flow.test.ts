import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { XmppClient } from './xmpp-client.ts'

/** What the client says, and where in the recorded stream the answer to it ends. */
const turns = [
  ['<stream:stream', '<success'],
  ['<auth', '<?xml'],
  ['<stream:stream', '<iq'],
  ['<bind', '<enabled'],
  ['<enable', "<message to='r0@localhost/bench'"],
  ['<query', undefined],
] as const

/** A server that answers with what a real one once said. */
async function replaying(name: string, heard: string[]): Promise<Server> {
  let rest = readFileSync(join(import.meta.dirname, 'recorded', `${name}.xml`), 'utf8')
  let turn = 0
  let said = ''
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      said += bytes.toString()
      heard.push(bytes.toString())
      const next = turns[turn]
      if (next === undefined || !said.includes(next[0])) return
      turn += 1
      said = ''
      const end = next[1] === undefined ? rest.length : rest.indexOf(next[1], 1)
      socket.write(rest.slice(0, end))
      rest = rest.slice(end)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

for (const name of ['ejabberd-23.01', 'prosody-0.12']) {
  test(`logs in, receives, acknowledges and reads the archive of ${name}`, async () => {
    const heard: string[] = []
    const server = await replaying(name, heard)
    const received: string[] = []
    const all = Promise.withResolvers<void>()
    const client = new XmppClient((server.address() as AddressInfo).port, 'r0', {
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
      await client.archive('s0', (body) => kept.push(body))
      const bodies = ['00000', '00001', '00002', '00003']
      assert.deepEqual(received, bodies)
      assert.deepEqual(kept, bodies)
      // NOTE the presence and four messages.
      assert.match(heard.join(''), /<a xmlns='urn:xmpp:sm:3' h='5'\/>/)
    } finally {
      client.destroy()
      server.close()
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
  const on = { acked: () => {}, received: () => {}, closed: () => {} }
  const client = new XmppClient((server.address() as AddressInfo).port, 'r0', on)
  try {
    await assert.rejects(client.ready, /not-authorized/)
  } finally {
    client.destroy()
    server.close()
  }
})
