import type { AccountId, ConversationId, Seq, Stamp } from '../../model.ts'
import { tokensOf } from '../../search-text.ts'
import type { Driver, SqlValue, Statement } from '../driver.ts'
import { rollBackAfterFault } from '../roll-back.ts'
import { whole } from '../whole.ts'

/** Raised when what is indexed, or how, changes: the index is then made anew. */
export const indexVersion = 1
/** Documents are numbered by time, so that the newest are found first; so many fit into a millisecond. */
export const documentsPerMs = 2_048
/** Of each connection to the index. */
export const indexCacheBytes = 33_554_432
/** What one call of mergeSome writes, about. */
export const mergePages = 8
/** So many parts of a size are joined into one. Fewer: each word is written more often; more: a question looks into more. */
export const partsToMerge = 8
/** So much is moved from the log of writes into the index at once: a few milliseconds of a thread, not twenty. */
export const indexLogPages = 128

export interface Document {
  conversation: ConversationId
  seq: Seq
  sender: AccountId
  kind: number
  timeMs: number
  /** Of a direct conversation its two accounts; they find it without naming the conversation. */
  accounts: readonly AccountId[]
  text: string
}

/**
 * The index of messages, over a database of its own (FTS5). It holds nothing that the logs do not: whatever happens to it,
 * it can be made anew. One transaction moves what is indexed and how far. What is asked of it goes through a SearchFinder.
 */
export class SearchIndex {
  readonly #driver: Driver
  readonly #statements = new Map<string, Statement>()
  /** No document has a higher number; after a rollback this may be more than there is, which does no harm. */
  #highestId = 0

  /** Opens the index of this store; one of another generation or version is emptied. */
  constructor(driver: Driver, generation: Uint8Array) {
    this.#driver = driver
    driver.exec('PRAGMA journal_mode = WAL')
    // NOTE what a power cut takes is indexed again: how far it got is taken back with it.
    driver.exec('PRAGMA synchronous = NORMAL')
    driver.exec('PRAGMA secure_delete = ON')
    driver.exec(`PRAGMA cache_size = -${indexCacheBytes / 1_024}`)
    driver.exec(`PRAGMA wal_autocheckpoint = ${indexLogPages}`)
    driver.exec(`CREATE TABLE IF NOT EXISTS made_for (
      one INTEGER PRIMARY KEY CHECK (one = 1), generation BLOB NOT NULL,
      version INTEGER NOT NULL, stamp INTEGER NOT NULL) STRICT`)
    const made = this.#get('SELECT generation, version FROM made_for')
    const isOurs = made?.version === indexVersion && sameBytes(made.generation, generation)
    if (!isOurs) this.#makeAnew(generation)
    this.#configure('automerge', 0)
    this.#configure('usermerge', partsToMerge)
    this.#highestId = (this.#get('SELECT max(id) AS id FROM document')?.id as number | null) ?? 0
  }

  /** Everything that was touched up to this commit is in the index; 0: nothing is. */
  stamp(): Stamp {
    return this.#get('SELECT stamp FROM made_for')?.stamp as number
  }

  setStamp(stamp: Stamp): void {
    this.#run('UPDATE made_for SET stamp = ?', stamp)
  }

  /** Up to where this conversation's log is in the index. */
  indexedUpTo(conversation: ConversationId): Seq {
    const row = this.#get('SELECT seq FROM followed WHERE conversation = ?', conversation)
    return (row?.seq as number | undefined) ?? 0
  }

  setIndexedUpTo(conversation: ConversationId, seq: Seq): void {
    this.#run(
      'INSERT OR REPLACE INTO followed (conversation, seq) VALUES (?, ?)',
      conversation,
      seq,
    )
  }

  /** All that `run` does, or nothing of it. */
  transaction(run: () => void): void {
    this.#driver.exec('BEGIN IMMEDIATE')
    try {
      run()
      this.#driver.exec('COMMIT')
    } catch (thrown) {
      rollBackAfterFault(this.#driver)
      throw thrown
    }
  }

  put(document: Document): void {
    this.remove(document.conversation, document.seq)
    this.add(document)
  }

  /** One that is not there: what follows the log past `indexedUpTo` need not look. */
  add(document: Document): void {
    const { conversation, seq, sender, kind, timeMs, accounts, text } = document
    const id = this.#freeId(timeMs)
    const scope = scopeOf(document)
    this.#run(insertDocument, id, conversation, seq, sender, kind, text, accounts.join(' '))
    this.#run('INSERT INTO words (rowid, text, scope) VALUES (?, ?, ?)', id, tokenText(text), scope)
  }

  /** Other words for a document that is there. */
  replaceText(conversation: ConversationId, seq: Seq, text: string): void {
    const document = this.#document(conversation, seq)
    if (document !== undefined) this.put({ ...document, text })
  }

  remove(conversation: ConversationId, seq: Seq): void {
    const document = this.#document(conversation, seq)
    if (document === undefined) return
    const { id, text } = document
    this.#run(deleteWords, id, tokenText(text), scopeOf(document))
    this.#run('DELETE FROM document WHERE id = ?', id)
  }

  /**
   * Joins some of the parts that transactions left, in a piece small enough that nobody waits for it. By itself FTS5 does so
   * within a commit, up to 20 ms at a time. @returns whether there is more to join.
   */
  mergeSome(): boolean {
    const before = this.#changes()
    this.#run(`INSERT INTO words (words, rank) VALUES ('merge', ${mergePages})`)
    // NOTE by the manual of FTS5: less than two changes mean that nothing was left to do.
    return this.#changes() - before >= 2
  }

  close(): void {
    this.#driver.close()
  }

  #changes(): number {
    return this.#get('SELECT total_changes() AS changes')?.changes as number
  }

  /** An index that lies on a full disk can be opened as it is: nothing is written that is there. */
  #configure(key: 'automerge' | 'usermerge', value: number): void {
    if (this.#get('SELECT v FROM words_config WHERE k = ?', key)?.v === value) return
    // NOTE a bound number is not an integer, which FTS5 insists on.
    this.#driver.exec(`INSERT INTO words (words, rank) VALUES ('${key}', ${value})`)
  }

  #makeAnew(generation: Uint8Array): void {
    this.transaction(() => {
      for (const sql of schema) this.#driver.exec(sql)
      this.#run(
        'INSERT OR REPLACE INTO made_for (one, generation, version, stamp) VALUES (1, ?, ?, 0)',
        generation,
        indexVersion,
      )
    })
  }

  #document(conversation: ConversationId, seq: Seq): (Document & { id: number }) | undefined {
    const row = this.#get(selectDocument, conversation, seq)
    if (row === undefined) return undefined
    const id = row.id as number
    const accounts = String(row.accounts).split(' ').filter(Boolean).map(Number)
    return {
      ...{ id, conversation, seq, accounts },
      sender: row.sender as number,
      kind: row.kind as number,
      timeMs: Math.floor(id / documentsPerMs),
      text: row.text as string,
    }
  }

  #freeId(timeMs: number): number {
    const id = this.#nextId(timeMs)
    this.#highestId = Math.max(this.#highestId, id)
    return id
  }

  #nextId(timeMs: number): number {
    const first = Math.floor(timeMs) * documentsPerMs
    // NOTE the log is followed in the order of time nearly always: then nothing has to be asked.
    if (first > this.#highestId) return first
    const row = this.#get(lastOfTime, first, first + documentsPerMs)
    const last = row?.id
    if (typeof last !== 'number') return first
    // NOTE a millisecond with more messages than numbers lends from the next one.
    return last + 1 < first + documentsPerMs ? last + 1 : this.#nextId(timeMs + 1)
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.#driver.prepare(sql)
    this.#statements.set(sql, known)
    return known
  }

  #run(sql: string, ...parameters: SqlValue[]): void {
    this.#statement(sql).run(...parameters)
  }

  #get(sql: string, ...parameters: SqlValue[]): Record<string, SqlValue> | undefined {
    return this.#statement(sql).get(...parameters)
  }
}

const schema = [
  'DROP TABLE IF EXISTS words',
  'DROP TABLE IF EXISTS document',
  'DROP TABLE IF EXISTS followed',
  `CREATE TABLE document (
    id INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, seq INTEGER NOT NULL,
    sender INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL, accounts TEXT NOT NULL) STRICT`,
  'CREATE UNIQUE INDEX document_place ON document (conversation, seq)',
  `CREATE TABLE followed (
    conversation INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT`,
  // The words come cut and folded (search-text.ts): the tokenizer only parts them at the spaces between.
  `CREATE VIRTUAL TABLE words USING fts5(
    text, scope, content = '', tokenize = 'unicode61 remove_diacritics 0')`,
  // What is removed leaves no trace in the index.
  `INSERT INTO words (words, rank) VALUES ('secure-delete', 1)`,
]

const insertDocument = `INSERT INTO document (id, conversation, seq, sender, kind, text, accounts)
  VALUES (?, ?, ?, ?, ?, ?, ?)`
const deleteWords = `INSERT INTO words (words, rowid, text, scope) VALUES ('delete', ?, ?, ?)`
const selectDocument = `SELECT id, sender, kind, text, accounts FROM document
  WHERE conversation = ? AND seq = ?`
const lastOfTime = `SELECT max(id) AS id FROM document WHERE id >= ${whole} AND id < ${whole}`
const tokenText = (text: string): string => tokensOf(text).join(' ')

/** Where a document may be found, as words of a second column. */
function scopeOf({ conversation, sender, kind, accounts }: Omit<Document, 'text'>): string {
  const direct = accounts.map((account) => `a${account}`)
  return [`c${conversation}`, `s${sender}`, `k${kind}`, ...direct].join(' ')
}

function sameBytes(a: SqlValue | undefined, b: Uint8Array): boolean {
  return a instanceof Uint8Array && a.length === b.length && a.every((byte, at) => byte === b[at])
}
