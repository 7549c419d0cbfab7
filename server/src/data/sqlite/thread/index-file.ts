import { rmSync } from 'node:fs'
import type { IndexFile } from '../search/open-index.ts'
import { openNodeDriver } from './node-driver.ts'

export const indexFile = (path: string): IndexFile => ({
  open: () => openNodeDriver(path),
  remove: () => {
    for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true })
  },
})
