// What a message costs in the storage engine, by how entries lie on the disk: clustered by (conversation, seq), or in
// the order of arrival with an index. Figures and decision: docs/decisions/0003-storage-layout.md.
//
//   node bench/storage-layout.ts [messages] [operations per commit]
import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidV7Minter } from '@parley/protocol'
import type { Random } from '../server/src/base/random.ts'
import type { NewEntry } from '../server/src/data/entry-store.ts'
import { pullEntries } from '../server/src/data/rules/pull-entries.ts'
import type { Operation } from '../server/src/data/rules/operations.ts'
import type { Driver } from '../server/src/data/sqlite/driver.ts'
import { shouldRestartLog } from '../server/src/data/sqlite/log-state.ts'
import { openReader } from '../server/src/data/sqlite/reader.ts'
import { createSqliteEngine } from '../server/src/data/sqlite/sqlite-engine.ts'
import { openNodeDriver } from '../server/src/data/sqlite/thread/node-driver.ts'

const messages = Number(process.argv[2] ?? 200_000)
const perCommit = Number(process.argv[3] ?? 100)
const bodyBytes = 120
const pages = 2_000
const pagesPerCommit = 10
const random: Random = { fill: (bytes) => randomFillSync(bytes), unit: Math.random }
const mint = uuidV7Minter({ nowMs: Date.now, fill: (bytes) => random.fill(bytes) })

const layouts = {
  clustered: (sql: string) => sql,
  arrival: (sql: string) =>
    sql.startsWith('CREATE TABLE entry (')
      ? sql
          .replace('PRIMARY KEY (conversation, seq)', 'UNIQUE (conversation, seq)')
          .replace('STRICT, WITHOUT ROWID', 'STRICT')
      : sql,
}

/** The engine's own schema, with one table laid out otherwise. */
function withLayout(driver: Driver, rewrite: (sql: string) => string): Driver {
  return {
    exec: (sql) => driver.exec(rewrite(sql)),
    prepare: (sql) => driver.prepare(sql),
    close: () => driver.close(),
  }
}

const rows: Record<string, string | number>[] = []
for (const conversations of [100, 20_000]) {
  for (const [layout, rewrite] of Object.entries(layouts)) {
    rows.push({ layout, conversations, ...measure(conversations, rewrite) })
  }
}
console.table(rows)

function measure(conversations: number, rewrite: (sql: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-layout-'))
  const path = join(folder, 'parley.db')
  const driver = withLayout(openNodeDriver(path), rewrite)
  const engine = createSqliteEngine({
    driver,
    random,
    openedAt: { wallMs: Date.now(), monotonicMs: 0 },
    syncLog: () => {},
  })
  const time = () => ({ wallMs: Date.now(), monotonicMs: performance.now() })
  const apply = (operations: Operation[]) => {
    for (const outcome of engine.applyBatch(operations, time()).outcomes) {
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
  }
  try {
    const heads = prepare(conversations, apply)
    engine.checkpoint()

    const spent = { applying: 0, checkpoints: 0, system: 0 }
    let checkpointedMs = performance.now()
    for (let done = 0; done < messages; done += perCommit) {
      const operations = commit(conversations, heads)
      const start = process.cpuUsage()
      apply(operations)
      const used = process.cpuUsage(start)
      spent.applying += used.user + used.system
      spent.system += used.system
      if (performance.now() - checkpointedMs < 100) continue
      const before = process.cpuUsage()
      if (shouldRestartLog(engine.checkpoint())) engine.restartLog()
      const moved = process.cpuUsage(before)
      spent.checkpoints += moved.user + moved.system
      checkpointedMs = performance.now()
    }
    return {
      'us/message': round(spent.applying / messages),
      'of it system': round(spent.system / messages),
      'us checkpoint': round(spent.checkpoints / messages),
      ...readPages(path, conversations, heads, () => apply(commit(conversations, heads))),
    }
  } finally {
    engine.close()
    rmSync(folder, { recursive: true })
  }
}

/** Conversation c is between the accounts 2c + 1 and 2c + 2, and has the id c + 1. */
function prepare(conversations: number, apply: (operations: Operation[]) => void): number[] {
  for (let first = 0; first < conversations; first += 100) {
    const some = Array.from({ length: Math.min(100, conversations - first) }, (_, i) => first + i)
    apply(some.flatMap((c) => [2 * c + 1, 2 * c + 2].map(account)))
    apply(some.map((c) => send(c, 2 * c + 1, 2 * c + 2)))
  }
  return Array.from({ length: conversations }, () => 1)
}

function commit(conversations: number, heads: number[]): Operation[] {
  const appends: Operation[] = []
  const moves = []
  for (let index = 0; index < perCommit; index += 1) {
    const c = Math.floor(Math.random() * conversations)
    const seq = (heads[c] = (heads[c] ?? 0) + 1)
    appends.push(send(c, 2 * c + 1 + (seq % 2), 2 * c + 2 - (seq % 2)))
    // The receiver's two cursors ride the next commit: they are those of the message before.
    moves.push({
      conversation: c + 1,
      account: 2 * c + 1 + (seq % 2),
      delivered: seq - 1,
      read: seq - 1,
    })
  }
  return [{ type: 'moveCursors', moves }, ...appends]
}

function readPages(path: string, conversations: number, heads: number[], write: () => void) {
  const reader = openReader(openNodeDriver(path, { readOnly: true }))
  const { tables } = reader
  let read = 0
  let spent = 0
  for (let page = 0; page < pages; page += 1) {
    const c = Math.floor(Math.random() * conversations)
    const fromSeq = Math.max(50, Math.floor(Math.random() * (heads[c] ?? 0)))
    const at = { reader: 2 * c + 1, conversation: c + 1, fromSeq, limit: 50, backward: true }
    // A commit takes away what the reader had cached; the mix has many more pages than sends.
    if (page % pagesPerCommit === 0) write()
    const start = process.cpuUsage()
    const pulled = tables.snapshot(() => pullEntries(tables, { ...at, bytesMax: 1e9 }))
    const used = process.cpuUsage(start)
    spent += used.user + used.system
    if (pulled.status === 'page') read += pulled.entries.length
  }
  reader.close()
  return {
    'us/page': round(spent / pages),
    'entries/page': round(read / pages),
  }
}

function send(c: number, sender: number, to: number): Operation {
  const entry: NewEntry = {
    target: { account: to },
    sender,
    clientId: mint(),
    kind: 1,
    refSeq: 0,
    body: new Uint8Array(bodyBytes).fill(c),
    after: new Uint8Array(0),
    readUpTo: 0,
    nowMs: Date.now(),
    guards: { strangersMayWrite: true },
    newConversationId: c + 1,
  }
  return { type: 'append', entry }
}

function account(id: number): Operation {
  const hash = () => random.fill(new Uint8Array(32))
  const expires = Number.MAX_SAFE_INTEGER
  return {
    type: 'createAccount',
    input: {
      account: {
        id,
        kind: 1,
        handle: `h${id}`,
        displayName: '',
        avatar: '',
        locale: '',
        passwordHash: '',
        createdMs: 0,
      },
      device: { id, account: id, deviceClass: 1, name: '', createdMs: 0, lastSeenMs: 0 },
      tokens: {
        accessHash: hash(),
        accessExpiresMs: expires,
        refreshHash: hash(),
        refreshExpiresMs: expires,
      },
      requestKey: mint(),
    },
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
