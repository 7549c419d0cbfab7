import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey, isLoopback, normalAddress } from './address.ts'
import { Admission } from './admission.ts'
import { assertSafeBinding } from './binding.ts'
import { accessDefaults } from './settings.ts'

const few = { connectionsPerAddressMax: 3, greetingsPerAddressMax: 2 }

test('[R13] one address has a bounded number of connections, and fewer without a login', () => {
  const admission = new Admission({ ...accessDefaults, ...few })
  assert.deepEqual(
    [1, 2, 3].map(() => admission.enter('192.0.2.1')),
    [true, true, false],
  )
  assert.equal(admission.enter('192.0.2.2'), true)
  admission.greeted('192.0.2.1')
  assert.equal(admission.enter('192.0.2.1'), true)
  admission.greeted('192.0.2.1')
  assert.equal(admission.enter('192.0.2.1'), false, 'three in all')
  admission.leave('192.0.2.1', true)
  assert.equal(admission.enter('192.0.2.1'), true)
})

test('[R13] in all there is a bound too, and everything is given back', () => {
  const admission = new Admission({ ...accessDefaults, connectionsMax: 3, greetingsMax: 2 })
  assert.deepEqual(
    [1, 2, 3].map(() => admission.enter('127.0.0.1')),
    [true, true, false],
  )
  admission.greeted('127.0.0.1')
  assert.deepEqual(
    [1, 2].map(() => admission.enter('127.0.0.1')),
    [true, false],
  )
  for (const greeted of [true, false, false]) admission.leave('127.0.0.1', greeted)
  assert.equal(admission.greeting, 0)
  assert.deepEqual(
    [1, 2].map(() => admission.enter('127.0.0.1')),
    [true, true],
  )
})

test('one IPv6 customer is one address, however many he has; spellings of an address are one', () => {
  assert.equal(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:2:ffff:1:2:3'))
  assert.equal(addressKey('2001:db8::1'), '2001:db8:0:0')
  assert.notEqual(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:3::1'))
  assert.equal(addressKey('192.0.2.7'), '192.0.2.7')
  assert.equal(normalAddress('::FFFF:192.0.2.7'), '192.0.2.7')
  assert.equal(normalAddress('FE80::1%eth0'), 'fe80::1')
  assert.deepEqual(
    ['127.0.0.1', '127.8.9.1', '::1', '128.0.0.1', '127.evil.example'].map(isLoopback),
    [true, true, true, false, false],
  )
})

test('plain listening beyond loopback is refused unless a proxy is declared', () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1']) {
    assert.throws(() => assertSafeBinding({ host, port: 0 }), /without TLS is refused/)
    assertSafeBinding({ host, port: 0, behindProxy: true })
    assertSafeBinding({ host, port: 0, tls: { cert: '', key: '' } })
  }
  assertSafeBinding({ host: '127.0.0.1', port: 0 })
  assertSafeBinding({ host: '::1', port: 0 })
})
