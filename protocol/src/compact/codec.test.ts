import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
// @ts-expect-error generated without types: those of parley.d.ts hold
import * as compact from '../../gen/compact.js'
import { parley } from '../../gen/parley.js'

interface Codec {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): Record<string, unknown>
}
const big = parley.v1 as unknown as Record<string, Codec>
const small = compact as unknown as Record<string, Codec>

const number = fc.oneof(fc.nat(300), fc.maxSafeNat())
const small32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 31 - 1 }))
const bytes = fc.uint8Array({ maxLength: 200 })
const entry = fc.record(
  {
    seq: number,
    sender: number,
    clientId: bytes,
    kind: fc.nat(5),
    body: bytes,
    timeMs: number,
    count: number,
    changed: number,
  },
  { requiredKeys: [] },
)
const target = fc.oneof(fc.record({ conversation: number }), fc.record({ account: number }))
const messages: Record<string, fc.Arbitrary<object>> = {
  Entry: entry,
  SendRequest: fc.record({ target, clientId: bytes, body: bytes, readUpTo: number }),
  PullReply: fc.record({ conversation: number, entries: fc.array(entry, { maxLength: 5 }) }),
  SetProfileRequest: fc.record(
    { displayName: fc.string({ unit: 'grapheme' }), locale: fc.constant('') },
    { requiredKeys: [] },
  ),
  GetProfilesRequest: fc.record({ accounts: fc.array(number) }),
  SubscribePresenceReply: fc.record({
    presences: fc.array(fc.record({ account: number, online: fc.boolean(), lastSeenMs: number })),
  }),
  LoginReply: fc.record({
    session: number,
    resumeKey: bytes,
    heartbeatMs: small32,
    limits: fc.record({ textBytesMax: small32, pushAckMs: small32 }),
  }),
}

function own(codec: Codec | undefined, message: object): string {
  assert.ok(codec)
  return Buffer.from(codec.encode(message).finish()).toString('hex')
}

for (const [name, values] of Object.entries(messages))
  test(`the small codec writes and reads ${name} as the generated one does`, () => {
    fc.assert(
      fc.property(values, (message) => {
        const wire = own(big[name], message)
        assert.equal(own(small[name], message), wire)
        const read = small[name]?.decode(Buffer.from(wire, 'hex')) ?? {}
        assert.equal(own(big[name], read), wire)
        const other = big[name]?.decode(Buffer.from(wire, 'hex')) ?? {}
        for (const key of Object.keys(message))
          assert.deepEqual(plain(read[key]), plain(other[key]))
      }),
    )
  })

/** Without the difference between values of an object and those of its prototype. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  const all: Record<string, unknown> = {}
  for (const key in value) {
    const one = (value as Record<string, unknown>)[key]
    if (typeof one !== 'function') all[key] = plain(one)
  }
  return all
}

test('both know the same messages and enums', () => {
  assert.deepEqual(Object.keys(small).sort(), Object.keys(big).sort())
})

test('unknown fields are skipped, and bytes cut short are refused', () => {
  const wire = small['Entry']?.encode({ seq: 7, sender: 9, body: new Uint8Array(30) }).finish()
  assert.ok(wire)
  assert.equal(small['TypingNote']?.decode(new Uint8Array())['stopped'], false)
  assert.equal(small['SignOutRequest']?.decode(wire)['everywhere'], true)
  for (let length = 1; length < wire.length; length += 1) {
    const cut = wire.subarray(0, length)
    if ([2, 4].includes(length)) continue
    assert.throws(() => small['Entry']?.decode(cut), `${length} bytes`)
  }
})

/** What protobuf says that a reader must make of bytes which no writer of ours sends. */
const oddities: { name: string; message: string; hex: string; same?: string }[] = [
  { name: 'of a oneof the last one holds', message: 'Target', hex: '08011002', same: '1002' },
  { name: 'an unknown group is passed over', message: 'Target', hex: '5b08015c0801', same: '0801' },
  { name: 'a group in a message without fields', message: 'Empty', hex: '0b08010c', same: '' },
  { name: 'a group that does not end', message: 'Target', hex: '5b0801' },
  { name: 'the end of another group', message: 'Target', hex: '5b0801540801' },
  { name: 'the field number 0', message: 'Empty', hex: '018080808080808080' },
  { name: 'a key of more than 32 bits', message: 'Target', hex: '808080808010' },
  { name: 'a length of more than 31 bits', message: 'EntryBody', hex: '0a8080808008' },
  {
    name: '32 bits of a longer number',
    message: 'CloseBody',
    hex: '08ffffffff7f',
    same: '08ffffffff0f',
  },
  {
    name: 'a negative enum',
    message: 'DeviceInfo',
    hex: '08ffffffffffffffffff01',
    same: '08ffffffffffffffffff01',
  },
  {
    name: 'a message in pieces is one',
    message: 'EntryPush',
    hex: '1202080512021003',
    same: '120408051003',
  },
]

for (const { name, message, hex, same } of oddities)
  test(`both read alike: ${name}`, () => {
    const bytes = Buffer.from(hex, 'hex')
    for (const codec of [small[message], big[message]]) {
      assert.ok(codec)
      if (same === undefined) assert.throws(() => codec.decode(bytes))
      else assert.equal(own(codec, codec.decode(bytes)), same)
    }
  })

test('[R13] hostile bytes end in an error or a message, soon', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(...Object.keys(small)),
      (wire, name) => {
        try {
          small[name]?.decode(wire)
        } catch (thrown) {
          assert.ok(thrown instanceof Error)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})
