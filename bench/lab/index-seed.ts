import { openReader } from '../../server/src/data/sqlite/reader.ts'
import { openIndex } from '../../server/src/data/sqlite/search/open-index.ts'
import { SearchFollower } from '../../server/src/data/sqlite/search/search-follower.ts'
import { databasePath, searchPath } from '../../server/src/data/sqlite/thread/files.ts'
import { indexFile } from '../../server/src/data/sqlite/thread/index-file.ts'
import { openNodeDriver } from '../../server/src/data/sqlite/thread/node-driver.ts'
import { readGeneration } from '../../server/src/data/sqlite/thread/store-files.ts'

/**
 * Takes up what the search index of a store at rest lacks, as its thread would, without the rests by which that lets others
 * go first. So a run measures what its own messages cost, not what the seed left to do.
 */
export function indexSeed(folder: string): void {
  const path = databasePath(folder)
  const log = openNodeDriver(path)
  const { tables, close } = openReader(log)
  try {
    const index = openIndex(indexFile(searchPath(folder)), readGeneration(path))
    try {
      const follower = new SearchFollower(index, log, tables, () => {})
      follower.note({ stamp: tables.stamp(), conversations: [] })
      while (follower.step());
    } finally {
      index.close()
    }
  } finally {
    close()
  }
}
