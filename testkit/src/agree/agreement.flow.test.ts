import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSchema } from '../hostile/proto-schema.ts'
import { quirksOf } from '../hostile/quirks.ts'
import { runAgreement } from './run-agreement.ts'
import { missingForSecondProtobuf } from './second-protobuf.ts'

const missing = missingForSecondProtobuf()
const skip = missing === undefined ? false : `missing: ${missing}`

test("Google's protobuf library and both of ours read the same, or refuse", { skip }, async () => {
  const { read, refused, lenient, disagreements } = await runAgreement({
    ...{ frames: 6_000, seed: 'npm test' },
  })
  assert.deepEqual(disagreements, [])
  assert.ok(read > 2_000 && refused > 1_000, `${read} read, ${refused} refused`)
  assert.ok(lenient < 60, `${lenient} let pass`)
})

test('what is let pass is what the bytes hold, and not what looks like it', () => {
  const schema = readSchema()
  const of = (hex: string) => quirksOf(schema, 'EntryBody', Buffer.from(hex, 'hex'))
  const none = { wideKey: false, endlessNumber: false, deepGroup: false, wideNumber: false }
  assert.deepEqual(of('0a05f09f9880200801'), none)
  assert.deepEqual(of('808080801001'), { ...none, wideKey: true })
  assert.deepEqual(of(`7a0cf0${'ff'.repeat(10)}00`), none)
  assert.deepEqual(of(`f801${'80'.repeat(11)}00`), { ...none, endlessNumber: true })
  assert.deepEqual(of(`f801${'ff'.repeat(9)}01`), none)
  assert.deepEqual(of(`f801${'ff'.repeat(9)}02`), { ...none, wideNumber: true })
  assert.deepEqual(of('5b'.repeat(99) + '5c'.repeat(99)), none)
  assert.deepEqual(of('5b'.repeat(100) + '5c'.repeat(100)), { ...none, deepGroup: true })
})
