import { setTimeout as sleep } from 'node:timers/promises'
import { scrape } from './scrape.ts'
import type { BenchServer } from './server.ts'

const tellsAfterMs = 1_000
const waitMsMax = 120_000
const lookEveryMs = 200

/** Waits until the search index has everything. @throws Error when it does not catch up. */
export async function untilIndexed(server: BenchServer): Promise<void> {
  for (let waitedMs = 0; waitedMs < waitMsMax; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs)
    // NOTE what was committed last is told to it only after a while.
    if (waitedMs <= tellsAfterMs) continue
    if ((await scrape(server)).get('parley_search_behind_seconds') === 0) return
  }
  throw new Error('the search index did not catch up')
}
