import { DriverFault, type Driver, type Statement } from '../sqlite/driver.ts'

export const sqliteFull = 13
/** SQLITE_IOERR_FSYNC. */
export const sqliteSyncFailed = 1_034

/** A driver whose disk says no on demand. */
export class FaultyDriver implements Driver {
  readonly #driver: Driver
  /** Asked before every statement; an answer is thrown instead of running it. */
  fault: (sql: string) => number | undefined = () => undefined

  constructor(driver: Driver) {
    this.#driver = driver
  }

  exec(sql: string): void {
    this.#check(sql)
    this.#driver.exec(sql)
  }

  prepare(sql: string): Statement {
    const statement = this.#driver.prepare(sql)
    const check = () => this.#check(sql)
    return {
      run: (...parameters) => {
        check()
        return statement.run(...parameters)
      },
      get: (...parameters) => {
        check()
        return statement.get(...parameters)
      },
      all: (...parameters) => {
        check()
        return statement.all(...parameters)
      },
    }
  }

  close(): void {
    this.#driver.close()
  }

  #check(sql: string): void {
    const code = this.fault(sql)
    if (code !== undefined) throw new DriverFault(code, `the disk said ${code}`)
  }
}
