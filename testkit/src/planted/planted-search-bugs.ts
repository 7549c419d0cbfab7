import type { PlantedBug } from './planted-bugs.ts'

const sqlite = 'server/src/data/sqlite/sqlite-store.test.ts'
const inline = 'server/src/data/sqlite/search/inline-search.test.ts'
const slow = ['slow'] as const

/** In the index of search, which only the worlds of the slow lane keep. */
export const plantedSearchBugs: readonly PlantedBug[] = [
  {
    name: 'an edited message keeps its old words in the index',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-follower.ts',
    from: 'if (text !== undefined) this.#index.replaceText(conversation, act.refSeq, text)',
    to: '',
    tests: [sqlite],
    also: slow,
  },
  {
    name: 'an index that is opened again does not look for what it lacks',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-follower.ts',
    from: 'for (const { id } of rows) this.#waiting.add(id as number)',
    to: 'if (this.#index.stamp() === 0) for (const { id } of rows) this.#waiting.add(id as number)',
    tests: [inline],
    also: slow,
  },
  {
    name: 'an index that met a full disk takes up nothing more',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-loop.ts',
    from: '      this.#retry = this.#deps.clock.after(retryMs, () => this.#step())\n',
    to: '',
    tests: [inline],
    also: slow,
  },
  {
    name: 'an index on a broken disk is not opened again',
    part: 'storage',
    file: 'server/src/data/sqlite/search/inline-search.ts',
    from: '    this.#restart = this.#deps.clock.after(searchRestartMs, () => this.#open())\n',
    to: '',
    tests: [inline],
  },
]
