import { deserialize, serialize } from 'node:v8'
import { errorName, errors, type ErrorName } from '@parley/protocol'
import type { Act, Acted } from '../../act.ts'
import type { Append, CursorChange, CursorMove, NewEntry } from '../../entry-store.ts'
import type { BatchTime, Operation, Outcome, Result } from '../../rules/operations.ts'
import type { StoreTrouble } from '../../store.ts'
import type { BatchOutcome } from '../sqlite-engine.ts'
import { ByteReader, ByteWriter } from './byte-buffer.ts'
import { readTouches, writeTouches } from './touches-codec.ts'

/**
 * A batch and its outcome as one buffer each, which crosses threads by transfer. Sends and cursors, the hot ones, have a
 * form of their own; the rest is serialised as the runtime does it.
 */
const operationForms = { other: 0, append: 1, moveCursors: 2 } as const
const outcomeForms = { other: 0, appended: 1, refused: 2, appendRefused: 3, moved: 4 } as const
const troubles: readonly (StoreTrouble | undefined)[] = [undefined, 'failed', 'full', 'recovered']

export function encodeBatch(operations: readonly Operation[], time: BatchTime): ArrayBuffer {
  const writer = new ByteWriter()
  writer.float(time.wallMs)
  writer.float(time.monotonicMs)
  writer.count(operations.length)
  for (const operation of operations) {
    if (operation.type === 'append' && isPlain(operation.entry)) {
      writer.byte(operationForms.append)
      writeNewEntry(writer, operation.entry)
    } else if (operation.type === 'moveCursors') {
      writer.byte(operationForms.moveCursors)
      writeCursors(writer, operation.moves)
    } else {
      writer.byte(operationForms.other)
      writer.bytes(serialize(operation))
    }
  }
  return writer.finish()
}

/** NOTE those that name files or erase themselves are few, and go the way of the rest. */
const isPlain = ({ files, burn }: NewEntry): boolean => files === undefined && burn === undefined

export function decodeBatch(buffer: ArrayBuffer): { operations: Operation[]; time: BatchTime } {
  const reader = new ByteReader(buffer)
  const time = { wallMs: reader.float(), monotonicMs: reader.float() }
  const count = reader.count()
  const operations: Operation[] = []
  for (let index = 0; index < count; index += 1) {
    const form = reader.byte()
    if (form === operationForms.append) {
      operations.push({ type: 'append', entry: readNewEntry(reader) })
    } else if (form === operationForms.moveCursors) {
      operations.push({ type: 'moveCursors', moves: readCursors(reader) })
    } else {
      operations.push(deserialize(reader.bytes()) as Operation)
    }
  }
  return { operations, time }
}

export function encodeOutcome(
  operations: readonly Operation[],
  { outcomes, trouble, touches }: BatchOutcome,
): ArrayBuffer {
  const writer = new ByteWriter()
  writer.byte(troubles.indexOf(trouble))
  writer.count(outcomes.length)
  for (const [index, outcome] of outcomes.entries()) {
    writeOutcome(writer, operations[index]?.type, outcome)
  }
  writer.count(touches.length)
  for (const one of touches) writeTouches(writer, one)
  return writer.finish()
}

export function decodeOutcome(buffer: ArrayBuffer): BatchOutcome {
  const reader = new ByteReader(buffer)
  const trouble = troubles[reader.byte()]
  const count = reader.count()
  const outcomes: Outcome[] = []
  for (let index = 0; index < count; index += 1) outcomes.push(readOutcome(reader))
  const touches = Array.from({ length: reader.count() }, () => readTouches(reader))
  return { outcomes, trouble, touches }
}

function writeOutcome(
  writer: ByteWriter,
  type: Operation['type'] | undefined,
  outcome: Outcome,
): void {
  if (outcome.status === 'refused') {
    writer.byte(outcomeForms.refused)
    writer.count(errors[outcome.error].code)
  } else if (outcome.status === 'done' && type === 'append') {
    writeAppend(writer, outcome.result as Append)
  } else if (outcome.status === 'done' && type === 'moveCursors') {
    writer.byte(outcomeForms.moved)
    writeCursors(writer, outcome.result as CursorChange[])
  } else {
    writer.byte(outcomeForms.other)
    writer.bytes(serialize(outcome))
  }
}

function readOutcome(reader: ByteReader): Outcome {
  const form = reader.byte()
  if (form === outcomeForms.refused) return { status: 'refused', error: readError(reader) }
  if (form === outcomeForms.appendRefused)
    return done({ status: 'refused', error: readError(reader) })
  if (form === outcomeForms.appended) return done(readAppended(reader))
  if (form === outcomeForms.moved) return done(readCursors(reader))
  return deserialize(reader.bytes()) as Outcome
}

function done(result: Result): Outcome {
  return { status: 'done', result }
}

function readError(reader: ByteReader): ErrorName {
  return errorName(reader.count()) ?? 'INTERNAL'
}

function writeNewEntry(writer: ByteWriter, entry: NewEntry): void {
  const { target, act } = entry
  const isAccount = 'account' in target
  const { strangersMayWrite, strangersUsedUp, mentionsAll, mentions = [] } = entry.guards
  const strangers = (strangersMayWrite ? 2 : 0) | (strangersUsedUp ? 4 : 0)
  const named = (mentionsAll ? 16 : 0) | (mentions.length > 0 ? 32 : 0)
  writer.byte((isAccount ? 1 : 0) | strangers | (act === undefined ? 0 : 8) | named)
  if (mentions.length > 0) writeAccounts(writer, mentions)
  writer.float(isAccount ? target.account : target.conversation)
  writer.float(entry.sender)
  writer.float(entry.newConversationId)
  writer.float(entry.nowMs)
  writer.float(entry.refSeq)
  writer.float(entry.readUpTo)
  writer.count(entry.kind)
  writer.bytes(entry.clientId)
  writer.bytes(entry.after)
  writer.bytes(entry.body)
  if (act !== undefined) writer.bytes(serialize(act))
}

function readNewEntry(reader: ByteReader): NewEntry {
  const flags = reader.byte()
  const mentions = (flags & 32) === 32 ? readAccounts(reader) : []
  const id = reader.float()
  return {
    target: (flags & 1) === 1 ? { account: id } : { conversation: id },
    guards: {
      strangersMayWrite: (flags & 2) === 2,
      strangersUsedUp: (flags & 4) === 4,
      mentionsAll: (flags & 16) === 16,
      mentions,
    },
    sender: reader.float(),
    newConversationId: reader.float(),
    nowMs: reader.float(),
    refSeq: reader.float(),
    readUpTo: reader.float(),
    kind: reader.count(),
    clientId: reader.bytes(),
    after: reader.bytes(),
    body: reader.bytes(),
    ...((flags & 8) === 8 ? { act: deserialize(reader.bytes()) as Act } : {}),
  }
}

function writeAppend(writer: ByteWriter, append: Append): void {
  if (append.status === 'refused') {
    writer.byte(outcomeForms.appendRefused)
    writer.count(errors[append.error].code)
    return
  }
  const { members, cursor, acted } = append
  writer.byte(outcomeForms.appended)
  const flags = (append.status === 'duplicate' ? 1 : 0) | (append.created ? 2 : 0)
  const parts = (members === undefined ? 0 : 4) | (cursor ? 8 : 0) | (acted ? 16 : 0)
  writer.byte(flags | parts)
  writer.float(append.conversation)
  writer.float(append.seq)
  writer.float(append.timeMs)
  writer.float(append.count)
  writer.float(append.membersSeq)
  if (members !== undefined) writeAccounts(writer, members)
  if (cursor !== undefined) writeCursor(writer, cursor)
  if (acted !== undefined) writer.bytes(serialize(acted))
}

function readAppended(reader: ByteReader): Append {
  const flags = reader.byte()
  return {
    status: (flags & 1) === 1 ? 'duplicate' : 'appended',
    created: (flags & 2) === 2,
    conversation: reader.float(),
    seq: reader.float(),
    timeMs: reader.float(),
    count: reader.float(),
    membersSeq: reader.float(),
    members: (flags & 4) === 4 ? readAccounts(reader) : undefined,
    cursor: (flags & 8) === 8 ? readCursor(reader) : undefined,
    ...((flags & 16) === 16 ? { acted: deserialize(reader.bytes()) as Acted } : {}),
  }
}

function writeAccounts(writer: ByteWriter, accounts: readonly number[]): void {
  writer.count(accounts.length)
  for (const account of accounts) writer.float(account)
}

function readAccounts(reader: ByteReader): number[] {
  const count = reader.count()
  const accounts: number[] = []
  for (let index = 0; index < count; index += 1) accounts.push(reader.float())
  return accounts
}

/** A move and a change look the same. */
function writeCursors(writer: ByteWriter, cursors: readonly (CursorMove | CursorChange)[]): void {
  writer.count(cursors.length)
  for (const cursor of cursors) writeCursor(writer, cursor)
}

function readCursors(reader: ByteReader): CursorChange[] {
  const count = reader.count()
  const cursors: CursorChange[] = []
  for (let index = 0; index < count; index += 1) cursors.push(readCursor(reader))
  return cursors
}

function writeCursor(writer: ByteWriter, cursor: CursorMove | CursorChange): void {
  writer.float(cursor.conversation)
  writer.float(cursor.account)
  writer.float(cursor.delivered)
  writer.float(cursor.read)
}

function readCursor(reader: ByteReader): CursorChange {
  return {
    conversation: reader.float(),
    account: reader.float(),
    delivered: reader.float(),
    read: reader.float(),
  }
}
