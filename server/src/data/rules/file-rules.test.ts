import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { Refusal } from '../../base/refusal.ts'
import { MemoryTables } from '../memory/memory-tables.ts'
import type { Driver } from '../sqlite/driver.ts'
import { migrate } from '../sqlite/migrate.ts'
import { Problems } from '../sqlite/problems.ts'
import { SqliteTables } from '../sqlite/sqlite-tables.ts'
import { openNodeDriver } from '../sqlite/thread/node-driver.ts'
import { runCheck } from '../sqlite/verify-check.ts'
import { fileChecks } from '../sqlite/verify-files.ts'
import { seededRandom } from '../testing/store-world.ts'
import { applyOperation } from './apply-operation.ts'
import { fileTable, freedBlobTable } from './file-tables.ts'
import type { FileOperation } from './file-operations.ts'
import { readableFiles } from './read-files.ts'
import type { MemberRow, TransactionTables } from './tables.ts'
import { releaseFiles, useFiles } from './write-files.ts'

const conversation = 7
const head = 20
const none = new Uint8Array(0)
const bytesOf = (value: number, length: number) => new Uint8Array(length).fill(value)
const time = { wallMs: 0, monotonicMs: 0 }

function withEngines(run: (engines: TransactionTables[], driver: Driver) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'file-rules-'))
  const driver = openNodeDriver(join(folder, 'store.db'))
  try {
    migrate(driver, seededRandom(7), 0)
    const engines: TransactionTables[] = [new MemoryTables(0), new SqliteTables(driver)]
    for (const tables of engines) seed(tables)
    run(engines, driver)
  } finally {
    driver.close()
    rmSync(folder, { recursive: true })
  }
}

/** A conversation of 20 entries. */
function seed(tables: TransactionTables): void {
  tables.begin()
  const facts = { kind: 2, low: 0, high: 0, headSeq: head, headCount: head, headTimeMs: 0 }
  tables.putConversation({ id: conversation, ...facts, firstSeq: 1, touched: 1 })
  for (let seq = 1; seq <= head; seq += 1) {
    const clientId = bytesOf(seq, 16)
    const more = { kind: 1, refSeq: 0, body: none, timeMs: 0, count: seq, changed: seq, state: 0 }
    tables.addEntry(conversation, { seq, sender: 1, clientId, ...more })
  }
  tables.commit()
}

function member(account: number, more: Partial<MemberRow>): MemberRow {
  const cursors = { delivered: 0, read: 0, readCount: 0, ownAfter: 0, touched: 1, role: 0 }
  return { conversation, account, fromSeq: 1, toSeq: 0, earlier: [], ...cursors, ...more }
}

const file = (id: number, hash: number) => ({
  id,
  mediaType: 'text/plain',
  bytes: 10,
  width: 0,
  height: 0,
  placeholder: none,
  hash: bytesOf(hash, 32),
  thumbnail: hash % 2 === 0 ? none : bytesOf(hash + 100, 32),
  thumbnailBytes: 0,
  createdMs: 0,
})

function upload(tables: TransactionTables, id: number): void {
  const input = { id: bytesOf(id, 16), account: 1, name: '', declaredType: '', bytes: 10 }
  const limits = { accountBytesMax: 1_000_000, dayBytesMax: 1_000_000, uploadsMax: 1_000 }
  const times = { nowMs: 0, expiresMs: 50 }
  const mark = { id: input.id, fromBytes: 0, toBytes: 10, expiresMs: 50 }
  for (const operation of [
    { type: 'createUpload', input: { ...input, ...times, limits } },
    { type: 'markReceived', input: mark },
    {
      type: 'finishUpload',
      input: {
        upload: input.id,
        file: file(id, id),
        nowMs: 0,
        unsentUntilMs: 100,
        expiresMs: 50,
      },
    },
  ] as FileOperation[])
    assert.equal(applyOperation(tables, operation, time).status, 'done')
}

test('[R10] a file is read by those who are in a conversation now and see an entry that names it', () => {
  withEngines((engines) => {
    for (const tables of engines) {
      tables.begin()
      upload(tables, 1)
      useFiles(tables, { conversation, seq: 10 }, [1])
      tables.putMember(member(2, {}))
      tables.putMember(member(3, { fromSeq: 11 }))
      tables.putMember(member(4, { toSeq: 15 }))
      tables.putMember(member(5, { fromSeq: 18, earlier: [{ fromSeq: 9, toSeq: 10 }] }))
      tables.putMember(member(6, { fromSeq: 18, earlier: [{ fromSeq: 2, toSeq: 9 }] }))
      tables.commit()
      const readers = [1, 2, 3, 4, 5, 6, 9].filter((account) =>
        [0, conversation].some((hint) => readableFiles(tables, account, [1], hint).length > 0),
      )
      assert.deepEqual(readers, [1, 2, 5])
      tables.begin()
      useFiles(tables, { conversation, seq: 12 }, [1])
      tables.commit()
      assert.equal(readableFiles(tables, 3, [1], 0).length, 1)
    }
  })
})

test('[R16] what names a file no more lets nobody read by it, and the last one makes it due', () => {
  withEngines((engines) => {
    for (const tables of engines) {
      tables.begin()
      upload(tables, 1)
      tables.putMember(member(2, {}))
      useFiles(tables, { conversation, seq: 3 }, [1])
      useFiles(tables, { conversation, seq: 4 }, [1])
      // Kept for later, such as by a scheduled send: it stays, and nobody reads by that.
      useFiles(tables, { conversation: 0, seq: 99 }, [1])
      releaseFiles(tables, { conversation, seq: 3 }, 500)
      assert.equal(readableFiles(tables, 2, [1], 0).length, 1)
      releaseFiles(tables, { conversation, seq: 4 }, 500)
      assert.equal(readableFiles(tables, 2, [1], 0).length, 0)
      assert.equal(removeDue(tables, 1_000), 0)
      releaseFiles(tables, { conversation: 0, seq: 99 }, 500)
      releaseFiles(tables, { conversation: 0, seq: 99 }, 500)
      assert.equal(removeDue(tables, 499), 0)
      assert.equal(removeDue(tables, 500), 1)
      tables.commit()
    }
  })
})

function removeDue(tables: TransactionTables, nowMs: number): unknown {
  const outcome = applyOperation(tables, { type: 'removeDueFiles', nowMs, limit: 9 }, time)
  return outcome.status === 'done' ? outcome.result : outcome
}

test('whatever happens to uploads, files and entries, the counts of uses and the space fit', () => {
  withEngines((engines, driver) => {
    const random = seededRandom(3)
    const pick = (below: number) => Math.floor(random.unit() * below)
    let made = 0
    for (let round = 0; round < 150; round += 1) {
      const steps = Array.from({ length: 1 + pick(24) }, () => step(pick, round))
      const told = engines.map((tables) => {
        tables.begin()
        const outcomes = steps.map((run) => run(tables))
        tables.commit()
        return outcomes
      })
      assert.deepEqual(told[1], told[0])
      made += told[0]!.filter((one) => one === 'made').length
      const problems = new Problems()
      for (const check of fileChecks) runCheck(driver, problems, check)
      assert.deepEqual(problems.found, [])
    }
    assert.ok(made > 10, `${made} files were made`)
  })
})

function step(
  pick: (below: number) => number,
  nowMs: number,
): (tables: TransactionTables) => unknown {
  const id = bytesOf(pick(6), 16)
  const account = 1 + pick(2)
  const [made, hash, seq, bytes] = [1 + pick(30), pick(4), 1 + pick(head), pick(3) * 5]
  const limits = { accountBytesMax: 80, dayBytesMax: 90_000, uploadsMax: 4 }
  const expiresMs = nowMs + pick(20)
  const input = { id, account, name: '', declaredType: '', bytes: 10, nowMs, expiresMs, limits }
  const apply = (operation: FileOperation) => (tables: TransactionTables) => {
    try {
      const outcome = applyOperation(tables, operation, time)
      if (outcome.status === 'refused') return outcome.error
      return outcome.status === 'done' ? (outcome.result as { status?: string })?.status : 'fault'
    } catch (fault) {
      // A step that the rules would not take, such as finishing what is not whole: it changed nothing.
      assert.ok(!(fault instanceof Refusal))
      return 'fault'
    }
  }
  const finished = { nowMs, unsentUntilMs: nowMs + pick(20), expiresMs }
  const steps = [
    apply({ type: 'createUpload', input }),
    apply({ type: 'createUpload', input }),
    apply({ type: 'markReceived', input: { id, fromBytes: bytes, toBytes: 10, expiresMs } }),
    apply({ type: 'markReceived', input: { id, fromBytes: 0, toBytes: 10, expiresMs } }),
    apply({ type: 'finishUpload', input: { upload: id, file: file(made, hash), ...finished } }),
    apply({ type: 'finishUpload', input: { upload: id, file: file(made, hash), ...finished } }),
    apply({ type: 'refuseUpload', input: { id, error: 'TYPE_REFUSED', expiresMs } }),
    apply({ type: 'removeUploads', ids: [id, id], nowMs }),
    apply({ type: 'removeDueFiles', nowMs, limit: 1 + pick(3) }),
    apply({ type: 'intendBlobs', hashes: [bytesOf(hash, 32)], nowMs }),
    (tables: TransactionTables) => {
      if (tables.row(fileTable, [made]) === undefined) return 'none'
      useFiles(tables, { conversation, seq }, [made])
      return 'used'
    },
    (tables: TransactionTables) => releaseFiles(tables, { conversation, seq }, nowMs),
    (tables: TransactionTables) => {
      const freed = tables.rows(freedBlobTable, { by: freedBlobTable.key, where: [], limit: 1 })
      for (const { hash: name } of freed) tables.removeRow(freedBlobTable, [name])
      return freed.length
    },
  ]
  return steps[pick(steps.length)]!
}
