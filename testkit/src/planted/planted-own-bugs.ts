import type { PlantedBug } from './planted-bugs.ts'

const stores = 'server/src/data/memory/memory-store.test.ts'

/** In what accounts delete for themselves, what burns, presence, webhooks, and what was found with them. */
export const plantedOwnBugs: readonly PlantedBug[] = [
  {
    name: 'a page holds what its reader deleted for itself',
    part: 'storage',
    file: 'server/src/data/rules/pull-entries.ts',
    from: 'const deleted = deletedRanges(tables, input.reader, input.conversation)',
    to: 'const deleted = deletedRanges(tables, input.reader, input.conversation).slice(0, 0)',
    tests: ['server/test/rules-own-state.test.ts'],
  },
  {
    name: "what burns begins to with its sender's own reading",
    part: 'storage',
    file: 'server/src/data/rules/burns.ts',
    from: 'if (row.seq > toSeq || row.sender === account || row.dueMs !== notReadMs) continue',
    to: 'if (row.seq > toSeq || row.dueMs !== notReadMs) continue',
    tests: [stores, 'server/test/rules-burn.test.ts'],
  },
  {
    name: 'what burns stays for who joined after it',
    part: 'storage',
    file: 'server/src/data/rules/burns.ts',
    from: 'let after = read > fromSeq ? read : 0; after',
    to: 'let after = read; after',
    tests: [stores],
  },
  {
    name: 'what burns does so by a clock that was set',
    part: 'storage',
    file: 'server/src/data/rules/burn-clock.ts',
    from: 'if (stepMs !== 0) moveBurns(tables, Math.round(stepMs))',
    to: 'if (stepMs === Infinity) moveBurns(tables, Math.round(stepMs))',
    tests: [stores],
  },
  {
    name: 'a search finds what was edited by its old words',
    part: 'storage',
    file: 'server/src/data/rules/current-text.ts',
    from: 'searchableText(entry.kind, edited?.body ?? entry.body)',
    to: 'searchableText(entry.kind, entry.body)',
    tests: [stores, 'server/test/rules-groups.test.ts'],
  },
  {
    name: 'nobody hears that somebody is back',
    part: 'session',
    file: 'server/src/session/presence.ts',
    from: "      if (has === 'come') news.note(account)\n      else news.noteLater(account)\n",
    to: "      if (has === 'gone') news.noteLater(account)\n",
    tests: ['server/test/rules-presence.test.ts'],
  },
  {
    name: 'a webhook that failed goes on behind what failed',
    part: 'logic',
    file: 'server/src/app/webhooks/webhook-pump.ts',
    from: '    this.#stamp = undefined\n',
    to: '',
    tests: ['server/test/integrator-api.flow.test.ts'],
  },
  {
    name: 'one whose id is being stored passes those before it',
    part: 'client',
    file: 'client/src/sync/lane.ts',
    from: '        continue\n      }\n      for (const outgoing of batch) this.#transmit(outgoing)\n',
    to: '      }\n      if (!this.#isOpen()) return\n      for (const outgoing of batch) if (this.#isWaiting(outgoing)) this.#transmit(outgoing)\n',
    tests: ['client/test/outbox.test.ts'],
  },
]
