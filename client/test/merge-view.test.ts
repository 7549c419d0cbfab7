import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wire } from '@parley/protocol'
import { emptyRecord, mergeView, readView } from '../src/sync/conversation-record.ts'
import { takeNotice } from '../src/sync/group-facts.ts'
import type { LogEntry } from '../src/sync/log-entry.ts'

const me = 1
const id = 9

const view = (headSeq: number, group: { name?: string; remark?: string; joinRequests?: number }) =>
  readView({ conversation: id, headSeq, group })

/** Somebody called the group something else. */
const renamed = (seq: number, text: string): LogEntry => ({
  ...{ seq, sender: 2, clientId: '', refSeq: 0, text: '', body: new Uint8Array(), timeMs: 0 },
  ...{ count: 0, changed: seq, state: 0, reactions: [] },
  kind: wire.EntryKind.ENTRY_KIND_NOTICE,
  content: {
    notice: { type: wire.NoticeType.NOTICE_TYPE_NAME_CHANGED, text },
  } as LogEntry['content'],
})

test('what only views tell of a group is taken also from one that an own message has passed', () => {
  const known = mergeView(emptyRecord(id, 0), view(4, { name: 'bikes', remark: '' }))
  const sent = { ...known, headSeq: 6 }
  const { group } = mergeView(sent, view(5, { name: 'cars', remark: 'mine', joinRequests: 2 }))
  assert.deepEqual([group?.name, group?.remark, group?.joinRequests], ['cars', 'mine', 2])
})

test('a view from before a notice takes nothing of it back, and tells what no notice does', () => {
  const known = mergeView(emptyRecord(id, 0), view(4, { name: 'bikes', remark: '' }))
  known.headSeq = known.to = 6
  takeNotice(known, renamed(6, 'boats'), me)
  const merged = mergeView(known, view(5, { name: 'cars', remark: 'mine' }))
  assert.deepEqual([merged.group?.name, merged.group?.remark], ['boats', 'mine'])
  takeNotice(merged, renamed(6, 'again'), me)
  assert.equal(merged.group?.name, 'boats')
})

test('a view from before another one takes nothing of it back', () => {
  const known = mergeView(emptyRecord(id, 0), view(7, { name: 'boats', remark: 'mine' }))
  const { group } = mergeView(known, view(6, { name: 'cars', remark: '' }))
  assert.deepEqual([group?.name, group?.remark], ['boats', 'mine'])
})

test('a notice of a group that nothing is known of keeps older views away', () => {
  const unknown = emptyRecord(id, 0)
  takeNotice(unknown, renamed(6, 'boats'), me)
  assert.equal(mergeView(unknown, view(5, { name: 'cars' })).group, undefined)
  assert.equal(mergeView(unknown, view(6, { name: 'boats' })).group?.name, 'boats')
})
