import type { PlantedBug } from './planted-bugs.ts'

const sqlite = 'server/src/data/sqlite/sqlite-store.test.ts'
const inline = 'server/src/data/sqlite/search/inline-threads.test.ts'
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
    name: 'a thread that has died is not started again',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-over-threads.ts',
    from: '      if (!isClosing) clock.after(searchRestartMs, () => isClosing || start())\n',
    to: '',
    tests: [inline],
    also: slow,
  },
  {
    name: 'where the thread that answers has died, nobody answers any more',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-over-threads.ts',
    from: '        if (!isClosing) void index.terminate()\n',
    to: '',
    tests: [inline],
    also: slow,
  },
  {
    name: 'of many conversations that gained something at once some are not taken up',
    part: 'storage',
    file: 'server/src/data/sqlite/search/search-follower.ts',
    from: '    for (const conversation of conversations) this.#waiting.add(conversation)\n',
    to: '    for (const conversation of conversations)\n      if (this.#waiting.size < 3) this.#waiting.add(conversation)\n',
    tests: [inline],
    also: slow,
  },
]
