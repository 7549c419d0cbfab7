import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { createOriginCheck } from './origin-check.ts'
import { clientAddress, createProxyTrust } from './proxy-trust.ts'

const trusts = createProxyTrust(['10.0.0.0/8', '::1', '127.0.0.1'])

test('X-Forwarded-For counts only as far as declared proxies wrote it', () => {
  const cases: [string, string | undefined, string][] = [
    ['192.0.2.9', '198.51.100.1', '192.0.2.9'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.1.2.3', '203.0.113.5, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '203.0.113.5, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['10.1.2.3', 'nonsense', '10.1.2.3'],
    ['10.1.2.3', '203.0.113.5, , 10.9.9.9', '10.9.9.9'],
    ['::1', '2001:db8::7', '2001:db8::7'],
  ]
  for (const [peer, forwarded, expected] of cases)
    assert.equal(clientAddress(peer, forwarded, trusts), expected, `${peer} ${forwarded}`)
})

test('what is no proxy address is refused at the start', () => {
  for (const proxy of ['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '::/129', ''])
    assert.throws(() => createProxyTrust([proxy]), /not an address or range/)
})

test('a page of another site may not; the own one, allowed ones and what is no browser may', () => {
  const allows = createOriginCheck(['https://shop.example/'], trusts)
  const ask = (headers: Record<string, string>, remoteAddress = '192.0.2.9') =>
    allows({ headers, socket: { remoteAddress } } as unknown as IncomingMessage)
  const host = 'chat.example'
  assert.equal(ask({ host }), true)
  assert.equal(ask({ host, origin: 'https://chat.example' }), true)
  assert.equal(ask({ host, origin: 'https://shop.example' }), true)
  assert.equal(ask({ host, origin: 'https://evil.example' }), false)
  assert.equal(ask({ host, origin: 'https://chat.example.evil.example' }), false)
  assert.equal(ask({ host, origin: 'https://chat.example:444' }), false)
  assert.equal(ask({ host, origin: 'null' }), false)
  const forwarded = { host: 'inner:5800', 'x-forwarded-host': host, origin: 'https://chat.example' }
  assert.equal(ask(forwarded), false)
  assert.equal(ask(forwarded, '10.1.2.3'), true)
})
