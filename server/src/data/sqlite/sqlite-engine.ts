import type { ErrorName } from '@parley/protocol'
import type { Random } from '../../base/random.ts'
import type { ConversationId, Stamp } from '../model.ts'
import { applyBatch, Upkeep } from '../rules/apply-batch.ts'
import type { BatchTime, Operation, Outcome } from '../rules/operations.ts'
import type { Touches } from '../rules/touches.ts'
import type { StoreTrouble } from '../store.ts'
import { DriverFault, type Driver, type SqlValue } from './driver.ts'
import { checkpointPassively, pageBytes, type LogState } from './log-state.ts'
import { migrate, UnusableStore } from './migrate.ts'
import { checkedRow, RowDamaged } from './row-sum.ts'
import { SqliteTables } from './sqlite-tables.ts'
import { sqliteVersionMin, versionAtLeast } from './sqlite-version.ts'

/** Below this much free space nothing that grows is taken, so that erasing still works (R15). */
export const freeBytesMin = 134_217_728
export const freeSpaceEveryMs = 1_000
/** How often a full store tries again, where somebody asks. */
export const fullRetryMs = 1_000
/** Nobody else writes: only a foreign program can be in the way. */
export const writerLockWaitMs = 1_000
export const writerCacheBytes = 67_108_864

export interface SqliteEngineDeps {
  /** The one connection that writes. The engine closes it. */
  driver: Driver
  random: Random
  /** When it is opened, by the clock of whoever gives the batches: by it a new store is dated. */
  openedAt: BatchTime
  /** Makes what lies in the log of writes durable, and its name. Needs no room. @throws when the disk fails */
  syncLog: () => void
  /** Bytes free on the disk of the database; undefined: not known. */
  freeBytes?: () => number | undefined
  freeBytesMin?: number
  /** Told after a commit: its number, and which conversations gained entries. */
  onCommit?: OnGained
}

export type OnGained = (stamp: Stamp, gained: ReadonlySet<ConversationId>) => void

export interface BatchOutcome {
  /** One for each operation, in order. */
  outcomes: Outcome[]
  /** What became known with this batch. After `failed` the engine takes nothing more and no outcome may be told. */
  trouble: StoreTrouble | undefined
  /** Of each commit that this batch became, in order. */
  touches: readonly Touches[]
}

export interface SqliteEngine {
  readonly generation: Uint8Array
  readonly serverKey: Uint8Array
  /** Applies and commits. When it returns, what is `done` is durable (R1). Never throws. */
  applyBatch(operations: readonly Operation[], time: BatchTime): BatchOutcome
  /** Lets the log of writes begin anew, if no reader is in the way; never waits. Between two batches only. */
  restartLog(): void
  /** Moves what no reader needs from the log of writes into the database: for where no other thread does. */
  checkpoint(): LogState
  close(): void
}

/**
 * Opens a store, makes it where there is none, and makes durable what it finds before anything is served (R1).
 * @throws UnusableStore, DriverFault
 */
export function createSqliteEngine(deps: SqliteEngineDeps): SqliteEngine {
  const { driver } = deps
  prepareWriter(driver)
  migrate(driver, deps.random, deps.openedAt.wallMs)
  makeDurable(deps)
  const meta = readMeta(driver)
  const writer = new Writer(deps)
  return {
    generation: meta.generation as Uint8Array,
    serverKey: meta.server_key as Uint8Array,
    applyBatch: (operations, time) => writer.applyBatch(operations, time),
    restartLog: () => writer.restartLog(),
    checkpoint: () => writer.checkpoint(),
    close: () => driver.close(),
  }
}

/** A key that is not the one would refuse every device: better not to start. */
function readMeta(driver: Driver): Record<string, SqlValue> {
  const row = driver.prepare('SELECT * FROM meta').get()
  if (row === undefined) throw new UnusableStore('the database has no identity')
  try {
    return checkedRow('meta', row)
  } catch (thrown) {
    if (!(thrown instanceof RowDamaged)) throw thrown
    throw new UnusableStore(`the identity of the database is damaged: ${thrown.message}`)
  }
}

function makeDurable({ driver, syncLog }: SqliteEngineDeps): void {
  try {
    const checkpoint = driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    if (checkpoint?.busy !== 0) throw new UnusableStore('another program holds the database')
  } catch (thrown) {
    if (!isFull(thrown)) throw thrown
    // NOTE no room to move anything into the database: where it lies, in the log, it is as durable.
    syncLog()
  }
}

function prepareWriter(driver: Driver): void {
  const version = String(driver.prepare('SELECT sqlite_version() AS version').get()?.version)
  if (!versionAtLeast(version, sqliteVersionMin)) {
    throw new UnusableStore(`SQLite ${version} is too old: ${sqliteVersionMin} is needed`)
  }
  // NOTE of a new database only; a simulated one would otherwise have another.
  driver.exec(`PRAGMA page_size = ${pageBytes}`)
  const mode = driver.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal')
    throw new UnusableStore(`the database does not take WAL mode: ${String(mode)}`)
  driver.exec('PRAGMA synchronous = FULL')
  driver.exec('PRAGMA secure_delete = ON')
  driver.exec('PRAGMA wal_autocheckpoint = 0')
  driver.exec('PRAGMA temp_store = MEMORY')
  driver.exec(`PRAGMA busy_timeout = ${writerLockWaitMs}`)
  driver.exec(`PRAGMA cache_size = -${writerCacheBytes / 1_024}`)
}

/** Operations that need room; the others may run on below the floor of free space. */
const growing: ReadonlySet<Operation['type']> = new Set([
  'append',
  'createAccount',
  'createDevice',
  'putAccountItem',
  'actContact',
  'setContact',
  'schedule',
  'sendScheduled',
  'sendDue',
])

/** A recall takes more away than it adds. */
function grows(operation: Operation): boolean {
  if (operation.type === 'append' && operation.entry.act?.type === 'recall') return false
  return growing.has(operation.type === 'once' ? operation.operation.type : operation.type)
}

type State = { state: 'good' } | { state: 'full'; triedMs: number } | { state: 'failed' }

class Writer {
  readonly #driver: Driver
  readonly #tables: SqliteTables
  readonly #upkeep: Upkeep
  readonly #freeBytes: () => number | undefined
  readonly #freeBytesMin: number
  #touches: Touches[] = []
  #state: State = { state: 'good' }
  #short = false
  #measuredMs = Number.NEGATIVE_INFINITY

  constructor(deps: SqliteEngineDeps) {
    this.#driver = deps.driver
    this.#tables = new SqliteTables(deps.driver, (gained, touches) => {
      this.#touches.push(touches)
      deps.onCommit?.(touches.stamp, gained)
    })
    this.#freeBytes = deps.freeBytes ?? (() => undefined)
    this.#freeBytesMin = deps.freeBytesMin ?? freeBytesMin
    this.#upkeep = new Upkeep(deps.openedAt)
  }

  applyBatch(operations: readonly Operation[], time: BatchTime): BatchOutcome {
    if (this.#state.state === 'failed') return refuseAll(operations, 'INTERNAL', 'failed')
    const before = this.#noRoom()
    this.#measure(time.monotonicMs)
    const asked = operations.some((operation) => operation.type === 'probe')
    if (this.#state.state === 'full' && !asked) {
      if (time.monotonicMs < this.#state.triedMs + fullRetryMs) {
        return refuseAll(operations, 'STORAGE_FULL', undefined)
      }
    }
    const outcomes = this.#apply(operations, time)
    const after = this.#noRoom()
    if (outcomes === undefined) return refuseAll(operations, 'INTERNAL', 'failed')
    const touches = this.#touches
    this.#touches = []
    if (after === before) return { outcomes, trouble: undefined, touches }
    return { outcomes, trouble: after ? 'full' : 'recovered', touches }
  }

  restartLog(): void {
    if (this.#state.state === 'failed') return
    try {
      this.#driver.exec('PRAGMA busy_timeout = 0')
      this.#driver.prepare('PRAGMA wal_checkpoint(RESTART)').get()
      this.#driver.exec(`PRAGMA busy_timeout = ${writerLockWaitMs}`)
    } catch (thrown) {
      // NOTE a full disk is met again by the next commit; whatever else it is, the disk is not to be trusted.
      if (!isBusy(thrown) && !isFull(thrown)) this.#state = { state: 'failed' }
    }
  }

  checkpoint(): LogState {
    if (this.#state.state === 'failed') return { frames: 0, leftFrames: 0 }
    try {
      return checkpointPassively(this.#driver)
    } catch (thrown) {
      if (!isBusy(thrown) && !isFull(thrown)) this.#state = { state: 'failed' }
      return { frames: 0, leftFrames: 0 }
    }
  }

  #noRoom(): boolean {
    return this.#short || this.#state.state === 'full'
  }

  /** Undefined: the disk failed, and nothing may be told. */
  #apply(operations: readonly Operation[], time: BatchTime): Outcome[] | undefined {
    const fits = operations.filter((operation) => !this.#short || !grows(operation))
    // NOTE while it is full only a real write can tell that it no longer is.
    const trying = this.#state.state === 'full'
    const taken: Operation[] = trying ? [{ type: 'probe' }, ...fits] : fits
    const applied = applyBatch(this.#tables, taken, time, this.#upkeep, isStorageFault)
    const fault = applied.storageFault
    if (fault === undefined) {
      this.#state = { state: 'good' }
    } else if (isFull(fault)) {
      this.#state = { state: 'full', triedMs: time.monotonicMs }
    } else if (!isBusy(fault)) {
      this.#state = { state: 'failed' }
      return undefined
    }
    const error = fault !== undefined && isBusy(fault) ? 'BUSY' : 'STORAGE_FULL'
    const outcomes = applied.outcomes.slice(trying ? 1 : 0).values()
    return operations.map((operation) => {
      if (this.#short && grows(operation)) return { status: 'refused', error: 'STORAGE_FULL' }
      const next = outcomes.next()
      return next.done === true ? { status: 'refused', error } : next.value
    })
  }

  #measure(monotonicMs: number): void {
    if (monotonicMs < this.#measuredMs + freeSpaceEveryMs) return
    this.#measuredMs = monotonicMs
    const freeBytes = this.#freeBytes()
    this.#short = freeBytes !== undefined && freeBytes < this.#freeBytesMin
  }
}

function refuseAll(
  operations: readonly Operation[],
  error: ErrorName,
  trouble: StoreTrouble | undefined,
): BatchOutcome {
  return { outcomes: operations.map(() => ({ status: 'refused', error })), trouble, touches: [] }
}

const busy = 5
const full = 13
/** Read-only, I/O error, corrupt, full, cannot open, not a database: the disk speaks, not a mistake of ours. */
const storageCodes: ReadonlySet<number> = new Set([busy, 8, 10, 11, full, 14, 26])

function primaryCode(thrown: unknown): number | undefined {
  return thrown instanceof DriverFault ? thrown.code & 0xff : undefined
}

function isStorageFault(thrown: unknown): boolean {
  const code = primaryCode(thrown)
  return code !== undefined && storageCodes.has(code)
}

const isFull = (thrown: unknown) => primaryCode(thrown) === full
const isBusy = (thrown: unknown) => primaryCode(thrown) === busy

/** An I/O error of any kind, met by a read or a write (R15). */
export function isDiskFault(thrown: unknown): boolean {
  return primaryCode(thrown) === 10
}
