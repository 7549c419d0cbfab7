import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration } from './duration.ts'
import { serverAddress } from './server-address.ts'
import { UsageFault } from './usage-fault.ts'

test('durations: units, plain seconds, and no nonsense', () => {
  const times = {
    '10s': 10_000,
    '2m': 120_000,
    '500ms': 500,
    '1h': 3_600_000,
    '60': 60_000,
    '1.5': 1_500,
  }
  for (const [text, ms] of Object.entries(times)) assert.equal(parseDuration(text, 'timeout'), ms)
  for (const text of ['', '0', '-1', '1d', 'soon', '1e9', '9999h', 'NaN'])
    assert.throws(() => parseDuration(text, 'timeout'), UsageFault, text)
})

test('addresses: one form for each server, the port always said', () => {
  const forms = {
    'tcp://127.0.0.1:5801': 'tcp://127.0.0.1:5801',
    'TCP://LocalHost': 'tcp://localhost:5801',
    'tls://chat.example/': 'tls://chat.example:5801',
    'ws://h:80/': 'ws://h:80',
    'wss://h/chat/wire': 'wss://h:5800/chat/wire',
    'https://h:443': 'https://h:443',
    'http://[::1]:5800': 'http://[::1]:5800',
    'tcp://[::1]': 'tcp://[::1]:5801',
  }
  for (const [text, address] of Object.entries(forms)) assert.equal(serverAddress(text), address)
})

test('addresses that are none are refused, and so are secrets in them', () => {
  const bad = [
    '',
    'localhost:5801',
    'ftp://h',
    'tcp://',
    'tcp://h:99999',
    'tcp://h/path',
    'ws://h?x=1',
    'http://me:pw@h',
  ]
  for (const text of bad) assert.throws(() => serverAddress(text), UsageFault, text)
})
