import { DriverFault, type Driver } from '../driver.ts'
import { SearchIndex } from './search-index.ts'

/** Full, busy, locked, out of memory. */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 13])
/** An error of the disk, a file that cannot be opened: as a full disk has it where the index of a log has no room. */
const unwell: ReadonlySet<number> = new Set([10, 14])

/** Its content is not what SQLite wrote. */
const damaged: ReadonlySet<number> = new Set([11, 26])

/** Whether to go on later is all that a fault needs. */
export const isPassing = (thrown: unknown): boolean =>
  thrown instanceof DriverFault && passing.has(thrown.code & 0xff)

/** Whether it is the index, or its disk, that is to blame, and not who uses it. */
export const isOfIndex = (thrown: unknown): boolean =>
  isPassing(thrown) || isUnwell(thrown) || isDamaged(thrown)

const isUnwell = (thrown: unknown): boolean =>
  thrown instanceof DriverFault && unwell.has(thrown.code & 0xff)

const isDamaged = (thrown: unknown): boolean =>
  thrown instanceof DriverFault && damaged.has(thrown.code & 0xff)

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
    if (!(thrown instanceof DriverFault) || isPassing(thrown) || isUnwell(thrown)) throw thrown
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
