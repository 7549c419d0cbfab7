import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newer, type LogEntry } from '../src/sync/log-entry.ts'

const entry = (changed: number, more: Partial<LogEntry> = {}): LogEntry => ({
  ...{ seq: 3, sender: 1, clientId: '', kind: 1, refSeq: 0, text: `as of ${changed}` },
  ...{ content: {} as LogEntry['content'], body: new Uint8Array(), timeMs: 0, count: 3 },
  ...{ changed, state: 0, reactions: [] },
  ...more,
})

test('[R4.d] of two versions the one that was changed later stands, in whichever order they come', () => {
  const [first, edited, recalled] = [entry(3), entry(5), entry(9)]
  assert.equal(newer(first, edited), edited)
  assert.equal(newer(edited, first), edited)
  assert.equal(newer(recalled, edited), recalled)
  assert.equal(newer(newer(first, recalled), edited), recalled)
  const again = entry(5)
  assert.equal(newer(edited, again), edited)
})

test('[R16] a change that leaves the body as it is takes it from what it changes', () => {
  const now = newer(entry(5), entry(9, { bodyKept: true, text: '' }))
  assert.deepEqual([now.changed, now.text], [9, 'as of 5'])
})
