import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { closeName, closes, reconnectFromNumber, reconnectNumbers } from './closes.ts'
import { capabilities, commands } from './commands.ts'
import { notes, pushes } from './commands/pushes.ts'
import { errorName, errors, retryFromNumber, retryNumbers } from './errors.ts'
import * as limits from './limits.ts'

function assertUnique(numbers: readonly number[]): void {
  assert.deepEqual([...new Set(numbers)], numbers)
}

describe('the tables', () => {
  test('no number is used twice', () => {
    const ids = [commands, notes, pushes].flatMap((table) =>
      Object.values(table).map(({ id }) => id),
    )
    assertUnique(ids)
    assert.ok(ids.every((id) => Number.isInteger(id) && id > 0 && id <= 0xffff))
    assertUnique(Object.values(errors).map(({ code }) => code))
    assertUnique(Object.values(closes).map(({ code }) => code))
    assertUnique(Object.values(capabilities))
  })

  test('[R14] every error and close is found by its number, and a number of a newer server is not', () => {
    for (const [name, { code }] of Object.entries(errors)) assert.equal(errorName(code), name)
    for (const [name, { code }] of Object.entries(closes)) {
      assert.equal(closeName(code), name)
      assert.ok(code > 0 && code < 1_000, 'a WebSocket close status is 4000 + code, at most 4999')
    }
    assert.equal(errorName(9_999), undefined)
    assert.equal(closeName(9_999), undefined)
  })

  test('how to go on has a number, and an unknown one means: do not', () => {
    for (const retry of ['never', 'later', 'login'] as const)
      assert.equal(retryFromNumber(retryNumbers[retry]), retry)
    for (const reconnect of ['never', 'after', 'login'] as const)
      assert.equal(reconnectFromNumber(reconnectNumbers[reconnect]), reconnect)
    assert.equal(retryFromNumber(77), 'never')
    assert.equal(reconnectFromNumber(77), 'never')
  })

  test('capabilities are single bits', () => {
    for (const bit of Object.values(capabilities)) assert.equal(bit & (bit - 1), 0)
  })

  test('exactly register, sign-in, refresh, login and resume come before login', () => {
    const greetings = Object.entries(commands).filter(([, { when }]) => when === 'greeting')
    assert.deepEqual(
      greetings.map(([name]) => name),
      ['register', 'signIn', 'refresh', 'login', 'resume'],
    )
    assert.ok(greetings.every(([, { target }]) => !target))
  })

  test('field 1 of a body with a target is the target', () => {
    for (const [name, { target, request }] of Object.entries(commands)) {
      const bytes = request
        .encode(target ? ({ target: { conversation: 5 } } as never) : ({} as never))
        .finish()
      if (target) assert.deepEqual([...bytes], [0x0a, 2, 0x08, 5], name)
    }
  })

  test('every body encodes from nothing and decodes from it', () => {
    const codecs = [
      ...Object.values(commands).flatMap(({ request, reply }) => [request, reply]),
      ...[...Object.values(notes), ...Object.values(pushes)].map(({ body }) => body),
    ]
    for (const codec of codecs) codec.decode(codec.encode({} as never).finish())
  })

  test('limits are whole and positive, and fit into each other', () => {
    for (const [name, value] of Object.entries(limits)) {
      assert.ok(Number.isSafeInteger(value) && value > 0, name)
    }
    assert.ok(limits.greetingBodyBytesMax < limits.frameBodyBytesMax)
    assert.ok(limits.entryBodyBytesMax < limits.frameBodyBytesMax)
    assert.ok(limits.pageBytesMax + limits.entryBodyBytesMax <= limits.frameBodyBytesMax)
    assert.ok(limits.textBytesMax < limits.entryBodyBytesMax)
    assert.ok(limits.pageEntriesDefault <= limits.pageEntriesMax)
  })
})
