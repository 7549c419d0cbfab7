import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { temporaryFolder } from '../../testing/sqlite-worlds.ts'
import { openNodeDriver } from '../thread/node-driver.ts'
import { SearchFinder } from './search-finder.ts'
import { partsToMerge, SearchIndex } from './search-index.ts'

const transactions = 40
const each = 5

/** So many transactions, each of which leaves a part of its own. */
function fill(index: SearchIndex, after: () => void): void {
  for (let at = 0; at < transactions; at += 1) {
    index.transaction(() => {
      for (let seq = at * each + 1; seq <= (at + 1) * each; seq += 1) {
        const place = { conversation: 7, seq, sender: 1, kind: 1, timeMs: 1_000 + seq }
        index.add({ ...place, accounts: [], text: `bicycle ${seq}` })
      }
    })
    after()
  }
}

test('parts of the index are joined in pieces, and nothing of them is lost', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'search.db')
  const driver = openNodeDriver(path)
  const index = new SearchIndex(driver, new Uint8Array(16))
  const parts = () =>
    driver.prepare('SELECT count(DISTINCT segid) AS parts FROM words_idx').get()?.parts as number
  let most = 0
  fill(index, () => {
    while (index.mergeSome());
    most = Math.max(most, parts())
  })
  // NOTE by itself FTS5 would let fifteen of a size gather, as it is told to join nothing within a commit.
  assert.ok(most <= partsToMerge, `${most} parts`)
  assert.equal(index.mergeSome(), false)
  const finder = new SearchFinder(openNodeDriver(path, { readOnly: true }))
  const page = finder.find(
    {
      ...{ reader: 1, text: 'bicycle', conversation: undefined, sender: undefined, kinds: [] },
      ...{ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: undefined, limit: 1_000 },
    },
    { conversations: [7] },
  )
  assert.deepEqual(
    page.found.map(({ seq }) => seq),
    Array.from({ length: transactions * each }, (_, at) => transactions * each - at),
  )
  finder.close()
  index.close()
})

test('an index that is there is opened without a write', () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'search.db')
  const first = new SearchIndex(openNodeDriver(path), new Uint8Array(16))
  fill(first, () => {})
  first.close()
  const driver = openNodeDriver(path)
  const changes = () => driver.prepare('SELECT total_changes() AS changes').get()?.changes
  new SearchIndex(driver, new Uint8Array(16))
  assert.equal(changes(), 0)
  driver.close()
})
