import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
// @ts-expect-error generated without types: those of parley.d.ts hold
import { parley as compact } from '../../gen/compact.js'
import { parley } from '../../gen/parley.js'

interface Codec {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): Record<string, unknown>
}
const big = parley.v1 as unknown as Record<string, Codec>
const small = compact.v1 as unknown as Record<string, Codec>

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
