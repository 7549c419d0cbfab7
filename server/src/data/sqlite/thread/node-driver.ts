import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { DriverFault, type Driver, type SqlValue, type Statement } from '../driver.ts'

/** How long a connection waits for another one's lock before SQLITE_BUSY. */
export const lockWaitMs = 2_000

export interface NodeDriverOptions {
  readOnly?: boolean
  lockWaitMs?: number
}

/** The Driver over node:sqlite. @throws DriverFault when the file cannot be opened. */
export function openNodeDriver(path: string, options: NodeDriverOptions = {}): Driver {
  const readOnly = options.readOnly ?? false
  const timeout = options.lockWaitMs ?? lockWaitMs
  const database = guarded(() => new DatabaseSync(path, { readOnly, timeout }))
  return {
    exec: (sql) => guarded(() => database.exec(sql)),
    prepare: (sql) => new NodeStatement(guarded(() => database.prepare(sql))),
    close: () => guarded(() => database.close()),
  }
}

class NodeStatement implements Statement {
  readonly #statement: StatementSync

  constructor(statement: StatementSync) {
    this.#statement = statement
  }

  run(...parameters: SqlValue[]): number {
    try {
      return Number(this.#statement.run(...parameters).changes)
    } catch (thrown) {
      throw toFault(thrown)
    }
  }

  get(...parameters: SqlValue[]): Record<string, SqlValue> | undefined {
    try {
      return this.#statement.get(...parameters)
    } catch (thrown) {
      throw toFault(thrown)
    }
  }

  all(...parameters: SqlValue[]): Record<string, SqlValue>[] {
    try {
      return this.#statement.all(...parameters)
    } catch (thrown) {
      throw toFault(thrown)
    }
  }
}

function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (thrown) {
    throw toFault(thrown)
  }
}

function toFault(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return thrown
  return new DriverFault(Number(thrown.errcode), thrown.message)
}
