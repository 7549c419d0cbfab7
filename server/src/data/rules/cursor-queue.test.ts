import assert from 'node:assert/strict'
import test from 'node:test'
import { ManualClock } from '../../base/testing/manual-clock.ts'
import { cursorDelayMs, type CursorMove } from '../entry-store.ts'
import type { Batcher } from './batcher.ts'
import { CursorQueue } from './cursor-queue.ts'
import type { Operation } from './operations.ts'

/** A batcher that keeps what it gets, and says that all of it moved. */
function queue() {
  const clock = new ManualClock()
  const given: CursorMove[][] = []
  let before: (operations: Iterable<Operation>) => void = () => {}
  const batcher = {
    beforeBatch: (listener: typeof before) => (before = listener),
    submit: (operation: Operation) => {
      if (operation.type !== 'moveCursors') return Promise.reject(new Error('not asked for'))
      given.push([...operation.moves])
      return Promise.resolve(operation.moves)
    },
  } as unknown as Batcher
  const cursors = new CursorQueue(clock, batcher)
  const append = (conversation: number) =>
    before([{ type: 'append', entry: { target: { conversation } } } as Operation])
  return { clock, given, cursors, append }
}

const move = (conversation: number, account: number, seq: number): CursorMove => ({
  ...{ conversation, account, delivered: seq, read: 0 },
})

test('[R8] of each member the highest goes, however many wait in a conversation', async () => {
  const { clock, given, cursors } = queue()
  const members = Array.from({ length: 30 }, (_, index) => index + 1)
  const asked = [5, 9, 7].flatMap((seq) =>
    members.map((account) => cursors.move([move(1, account, seq)])),
  )
  await clock.advance(cursorDelayMs)
  assert.equal(given.length, 1)
  assert.deepEqual(
    given[0]?.map(({ account, delivered }) => [account, delivered]),
    members.map((account) => [account, 9]),
  )
  const changes = await Promise.all(asked)
  // NOTE who asked first is told, and nobody twice.
  assert.deepEqual(
    changes.map((told) => told.length),
    [...members.map(() => 1), ...members.map(() => 0), ...members.map(() => 0)],
  )
})

test('[R8] what waits rides an append to its own conversation, once', async () => {
  const { clock, given, cursors, append } = queue()
  const first = cursors.move([move(1, 10, 3), move(2, 10, 4)])
  append(1)
  assert.deepEqual(given, [[move(1, 10, 3)]])
  append(1)
  assert.equal(given.length, 1)
  const second = cursors.move([move(1, 10, 5)])
  append(1)
  assert.deepEqual(given[1], [move(1, 10, 5)])
  assert.equal((await second).length, 1)
  await clock.advance(cursorDelayMs)
  assert.deepEqual(given[2], [move(2, 10, 4)])
  assert.equal((await first).length, 2)
  await clock.advance(10 * cursorDelayMs)
  assert.equal(given.length, 3)
})
