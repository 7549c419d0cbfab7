import { DriverFault, type Driver } from '../driver.ts'
import { SearchIndex } from './search-index.ts'

/** Full, busy, locked, out of memory. */
const passing = [5, 6, 7, 13]
/** An error of the disk, a file that cannot be opened: as a full disk has it where the index of a log has no room. */
const unwell = [10, 14]
/** Its content is not what SQLite wrote. */
const damaged = [11, 26]

const isOneOf = (thrown: unknown, codes: readonly number[]): boolean =>
  thrown instanceof DriverFault && codes.includes(thrown.code & 0xff)

/** Whether to go on later is all that a fault needs. */
export const isPassing = (thrown: unknown): boolean => isOneOf(thrown, passing)

/** Whether it is the index, or its disk, that is to blame, and not who uses it. */
export const isOfIndex = (thrown: unknown): boolean =>
  isOneOf(thrown, [...passing, ...unwell, ...damaged])

export interface IndexFile {
  /** @throws DriverFault */
  open(): Driver
  /** With its logs. */
  remove(): void
}

/**
 * An index that cannot be used is made anew: it holds nothing of its own.
 * @throws DriverFault where it is the disk that is unwell: an index that is whole is not thrown away
 */
export function openIndex(file: IndexFile, generation: Uint8Array): SearchIndex {
  try {
    return openOnce(file, generation)
  } catch (thrown) {
    if (!(thrown instanceof DriverFault) || isOneOf(thrown, [...passing, ...unwell])) throw thrown
    file.remove()
    return openOnce(file, generation)
  }
}

function openOnce(file: IndexFile, generation: Uint8Array): SearchIndex {
  const driver = file.open()
  try {
    return new SearchIndex(driver, generation)
  } catch (thrown) {
    driver.close()
    throw thrown
  }
}
