import type { HarnessName } from './harnesses.ts'
import { plantedFileBugs } from './planted-file-bugs.ts'
import { plantedGroupBugs } from './planted-group-bugs.ts'
import { plantedLinkBugs } from './planted-link-bugs.ts'
import { plantedOwnBugs } from './planted-own-bugs.ts'
import { plantedSearchBugs } from './planted-search-bugs.ts'

/** A bug put in on purpose: the harnesses must find it. `from` occurs exactly once in the file. */
export interface PlantedBug {
  name: string
  part: 'access' | 'link' | 'session' | 'logic' | 'storage' | 'client'
  file: string
  from: string
  to: string
  /** Test files of the product that should notice, too. */
  tests: readonly string[]
  /** Harnesses that are tried for this one only, since it is in their field. */
  also?: readonly HarnessName[]
}

const rules = 'server/test/rules-messages.test.ts'
const stores = 'server/src/data/memory/memory-store.test.ts'
const sqlite = 'server/src/data/sqlite/sqlite-store.test.ts'
const faults = 'server/src/data/sqlite/sqlite-faults.test.ts'
const connection = 'server/src/access/connection/connection.test.ts'
const sync = 'client/test/sync.test.ts'
const outbox = 'client/test/outbox.test.ts'
const cursors = 'client/test/cursors.test.ts'

export const plantedBugs: readonly PlantedBug[] = [
  ...plantedOwnBugs,
  ...plantedGroupBugs,
  ...plantedFileBugs,
  ...plantedSearchBugs,
  ...plantedLinkBugs,
  {
    name: 'a dropped push leaves no mark',
    part: 'access',
    file: 'server/src/access/connection/push-ledger.ts',
    from: '    this.behind = true\n',
    to: '',
    tests: [connection],
    also: ['soak'],
  },
  {
    name: 'a push repeats the number before it',
    part: 'access',
    file: 'server/src/access/connection/push-ledger.ts',
    from: 'write(nowMs: number): number {\n    this.sent = next(this.sent)\n',
    to: 'write(nowMs: number): number {\n    if (this.sent === 0) this.sent = next(this.sent)\n',
    tests: [connection],
    also: ['soak'],
  },
  {
    name: 'pushes held during a login are forgotten',
    part: 'access',
    file: 'server/src/access/connection/held-pushes.ts',
    from: 'for (const held of this.#pushes) push(held)\n',
    to: '',
    tests: [connection],
    also: ['soak'],
  },
  {
    name: 'what a connection sends goes out backwards',
    part: 'access',
    file: 'server/src/access/connection/outbox.ts',
    from: 'else this.#live.push(frame)',
    to: 'else this.#live.unshift(frame)',
    tests: [connection],
    also: ['soak'],
  },
  {
    name: 'a large answer is cut one byte short in each piece',
    part: 'access',
    file: 'server/src/access/connection/outbox.ts',
    from: 'response.offset += plain.length\n',
    to: 'response.offset += plain.length + 1\n',
    tests: [connection],
    also: ['soak'],
  },
  {
    name: 'the end of an old connection detaches the new one',
    part: 'session',
    file: 'server/src/session/memory/memory-registry.ts',
    from: 'session === undefined || session.epoch !== epoch || session.route === undefined',
    to: 'session === undefined || session.route === undefined',
    tests: ['server/src/session/memory/memory-registry.test.ts'],
    also: ['soak'],
  },
  {
    name: 'a resume keeps the old route',
    part: 'session',
    file: 'server/src/session/memory/memory-registry.ts',
    from: '    session.route = next.route\n',
    to: '    session.route ??= next.route\n',
    tests: ['server/src/session/memory/memory-registry.test.ts'],
    also: ['soak'],
  },
  {
    name: 'sockets of a revoked device stay alive',
    part: 'session',
    file: 'server/src/session/delivery.ts',
    from: '        session.route?.outlet.close(session.route.connection, reason)\n',
    to: '        void [session, reason]\n',
    tests: ['server/test/rules-accounts.test.ts', 'server/test/serve.flow.test.ts'],
  },
  {
    name: 'only repeated sends are delivered',
    part: 'logic',
    file: 'server/src/logic/message/send.ts',
    from: 'if (!duplicate) deliverEntry(',
    to: 'if (duplicate) deliverEntry(',
    tests: [rules],
    also: ['soak'],
  },
  {
    name: 'a retry is stored again',
    part: 'storage',
    file: 'server/src/data/rules/append-entry.ts',
    from: 'if (!tables.remember(input.clientId, input.sender, conversation.id, what)) {',
    to: 'if (!tables.remember(input.clientId, input.sender, conversation.id, what) && seq < 0) {',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'ORDER_HELD is never said',
    part: 'storage',
    file: 'server/src/data/rules/append-entry.ts',
    from: "if (held) return 'ORDER_HELD'",
    to: "if (held && after.length < 0) return 'ORDER_HELD'",
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'own entries count as unread',
    part: 'storage',
    file: 'server/src/data/rules/append-entry.ts',
    from: 'const ownAfter = row.ownAfter + (countable ? 1 : 0)',
    to: 'const ownAfter = row.ownAfter',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'a read cursor goes back',
    part: 'storage',
    file: 'server/src/data/rules/move-cursors.ts',
    from: 'meant > member.read && meant >= conversation.firstSeq ? meant : member.read',
    to: 'meant > 0 && meant >= conversation.firstSeq ? meant : member.read',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: "the other side's sync misses a moved cursor",
    part: 'storage',
    file: 'server/src/data/rules/move-cursors.ts',
    from: 'if (conversation.kind === directKind && conversation.touched !== moved.touched) {',
    to: 'if (conversation.kind < 0) {',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'a page speaks for one seq too many',
    part: 'storage',
    file: 'server/src/data/rules/pull-entries.ts',
    from: 'const coveredTo = cut ? (page.entries.at(-1)?.seq ?? from) : headSeq',
    to: 'const coveredTo = cut ? (page.entries.at(-1)?.seq ?? from) + 1 : headSeq',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'what changes before its page comes waits for the next sync',
    part: 'logic',
    file: 'server/src/logic/sync/sync.ts',
    from: 'if (goOn === undefined) return undefined',
    to: 'if (next === undefined) return undefined',
    tests: [rules],
  },
  {
    name: 'what is told while a full sync is on its way goes with it',
    part: 'client',
    file: 'client/src/sync/account-items.ts',
    from: '    this.#named.add(key)\n    const known',
    to: '    const known',
    tests: ['client/test/late-answers.test.ts'],
  },
  {
    name: 'a sync misses the newest commits',
    part: 'storage',
    file: 'server/src/data/rules/sync-page.ts',
    from: '...range, until: stamp })',
    to: '...range, until: stamp - 2 })',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'answers of a batch are mixed up',
    part: 'storage',
    file: 'server/src/data/rules/natural-batcher.ts',
    from: 'settle(waiting, outcomes[index])',
    to: 'settle(waiting, outcomes[batch.length - 1 - index])',
    tests: [stores],
    also: ['soak'],
  },
  {
    name: 'an ack does not wait for the disk (NORMAL)',
    part: 'storage',
    file: 'server/src/data/sqlite/sqlite-engine.ts',
    from: "driver.exec('PRAGMA synchronous = FULL')",
    to: "driver.exec('PRAGMA synchronous = NORMAL')",
    tests: [sqlite],
    also: ['slow', 'sync-proof'],
  },
  {
    name: 'a rolled-back batch leaves its heads in memory',
    part: 'storage',
    file: 'server/src/data/sqlite/sqlite-tables.ts',
    from: '    this.#hot.clear()\n',
    to: '',
    tests: [sqlite, faults],
    also: ['slow', 'soak'],
  },
  {
    name: 'checksums are not looked at',
    part: 'storage',
    file: 'server/src/data/sqlite/entry-record.ts',
    from: 'if (view.getFloat64(at + 4, true) !== checksum(conversation, bytes, at, at + length)) {',
    to: 'if (view.getFloat64(at + 4, true) === -1) {',
    tests: [faults],
    also: ['bit-flips'],
  },
  {
    name: 'n+1 is taken before n',
    part: 'client',
    file: 'client/src/sync/feed.ts',
    from: 'if (!this.isKnown || entry.seq > this.record.to + 1) this.#keepAhead(told)',
    to: 'if (!this.isKnown) this.#keepAhead(told)',
    tests: [sync],
    also: ['soak'],
  },
  {
    name: 'a retry goes out under a new id',
    part: 'client',
    file: 'client/src/sync/lane.ts',
    from: '  restart(): void {\n',
    to: "  restart(): void {\n    for (const { record, result } of this.#queue) if (result === undefined) record.clientId = ''\n",
    tests: [outbox],
    also: ['soak'],
  },
  {
    name: 'the outbox is a stack',
    part: 'client',
    file: 'client/src/sync/lane.ts',
    from: 'this.#queue.splice(index + 1, 0, outgoing)',
    to: 'this.#queue.splice(0 * index, 0, outgoing)',
    tests: [outbox],
    also: ['soak'],
  },
  {
    name: 'own messages of other devices count as unread on the screen',
    part: 'client',
    file: 'client/src/sync/unread.ts',
    from: 'const isUnread = entry.sender !== me && ',
    to: 'const isUnread = ',
    tests: [sync],
  },
  {
    name: 'a hole in the pushes is not noticed',
    part: 'client',
    file: 'client/src/connection/heartbeat.ts',
    from: 'if (isHole || isBehind) this.#events.behind()',
    to: 'if (isHole && isBehind) this.#events.behind()',
    tests: [sync],
    also: ['soak'],
  },
  {
    name: 'an own message shows its seq before what lies between',
    part: 'client',
    file: 'client/src/sync/outgoing.ts',
    from: '      seq: 0,\n',
    to: '      seq: this.#result?.seq ?? 0,\n',
    tests: [outbox],
    also: ['soak'],
  },
  {
    name: 'a count that only the server knows is not asked for',
    part: 'client',
    file: 'client/src/sync/engine.ts',
    from: "state.events.on('viewUnknown', () => void this.#askView(state))\n",
    to: '',
    tests: [cursors],
  },
  {
    name: 'a cursor that was refused is not told again',
    part: 'client',
    file: 'client/src/sync/cursors.ts',
    from: 'this.#tell(state, told.repeats + 1)\n',
    to: '',
    tests: [cursors],
    also: ['soak'],
  },
]
