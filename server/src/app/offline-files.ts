import { join } from 'node:path'
import { blobProblems } from '../data/disk/check-blobs.ts'
import { databasePath } from '../data/sqlite/thread/files.ts'
import { openNodeDriver } from '../data/sqlite/thread/node-driver.ts'

/** Where the bytes of files lie in a data folder. */
export const filesFolder = (folder: string): string => join(folder, 'files')

/** Reads the bytes of every file. @returns the problems, one sentence each. */
export function verifyFileBytes(folder: string): string[] {
  const driver = openNodeDriver(databasePath(folder), { readOnly: true })
  try {
    const rows = driver.prepare('SELECT lower(hex(hash)) AS name FROM blob').all()
    const names = rows.map(({ name }) => String(name))
    return blobProblems(filesFolder(folder), names)
  } finally {
    driver.close()
  }
}
