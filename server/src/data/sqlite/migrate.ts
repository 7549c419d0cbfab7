import type { Random } from '../../base/random.ts'
import { firstIdFloorMs } from '../rules/tidy.ts'
import type { Driver } from './driver.ts'
import { giveSums, haveSums, shapes } from './every-row.ts'
import { first } from './migrations/0001-first.ts'
import { requests } from './migrations/0002-requests.ts'
import { groups } from './migrations/0003-groups.ts'
import { contacts } from './migrations/0004-contacts.ts'
import { actions } from './migrations/0005-actions.ts'
import { files } from './migrations/0006-files.ts'
import { integrators } from './migrations/0007-integrators.ts'
import { pins } from './migrations/0008-pins.ts'
import { later } from './migrations/0009-later.ts'
import { ownState } from './migrations/0010-own-state.ts'
import { tallies } from './migrations/0011-tallies.ts'
import { rollBackAfterFault } from './roll-back.ts'

export interface Migration {
  number: number
  statements: readonly string[]
}

/** In order; a number is never used again, and one that was released is never changed. */
export const migrations: readonly Migration[] = [
  first,
  requests,
  groups,
  contacts,
  actions,
  files,
  integrators,
  pins,
  later,
  ownState,
  tallies,
]
export const schemaNumber = migrations.at(-1)?.number ?? 0

/** Marks a database as ours: "Prly". */
export const applicationId = 0x50_72_6c_79

/** The database is not one that this program can use. */
export class UnusableStore extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnusableStore'
  }
}

/**
 * Brings a database to this program's schema, each step in a transaction of its own; makes a new one where there is none.
 * @throws UnusableStore when a newer program wrote it, or it is no store at all; nothing has changed then.
 */
export function migrate(driver: Driver, random: Random, wallMs: number): void {
  const found = checkSchema(driver)
  if (found === schemaNumber && !haveSums(driver)) sumAnew(driver)
  for (const migration of migrations.filter(({ number }) => number > found)) {
    driver.exec('BEGIN IMMEDIATE')
    try {
      const before = shapes(driver)
      for (const statement of migration.statements) driver.exec(statement)
      if (migration.number === 1) fillMeta(driver, random, wallMs)
      giveSums(driver, before)
      driver.exec(`PRAGMA application_id = ${applicationId}`)
      driver.exec(`PRAGMA user_version = ${migration.number}`)
      driver.exec('COMMIT')
    } catch (thrown) {
      rollBackAfterFault(driver)
      throw thrown
    }
  }
}

/** Of a program from before there were sums. */
function sumAnew(driver: Driver): void {
  driver.exec('BEGIN IMMEDIATE')
  try {
    giveSums(driver, new Map())
    driver.exec('COMMIT')
  } catch (thrown) {
    rollBackAfterFault(driver)
    throw thrown
  }
}

/** @returns the number of the schema found; 0: an empty database. @throws UnusableStore as migrate does. */
export function checkSchema(driver: Driver): number {
  const found = pragma(driver, 'user_version')
  const tables = driver.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count
  if (tables === 0) return 0
  if (pragma(driver, 'application_id') !== applicationId) {
    throw new UnusableStore('the database was not made by Parley')
  }
  if (found > schemaNumber) {
    throw new UnusableStore(
      `the database was written by a newer Parley: its schema is ${found}, this program knows ${schemaNumber}`,
    )
  }
  return found
}

function pragma(driver: Driver, name: string): number {
  return Number(driver.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)
}

function fillMeta(driver: Driver, random: Random, wallMs: number): void {
  driver
    .prepare('INSERT INTO meta (one, generation, server_key) VALUES (1, ?, ?)')
    .run(random.fill(new Uint8Array(16)), random.fill(new Uint8Array(32)))
  driver
    .prepare('INSERT INTO last_commit (one, stamp, id_floor_ms) VALUES (1, 0, ?)')
    .run(firstIdFloorMs(wallMs))
}
