import type { PlantedBug } from './planted-bugs.ts'

const link = 'server/src/link/link.test.ts'
const late = 'client/test/late-answers.test.ts'

/** Where connections and rules are processes of their own, and what comes of answers that are late or refused behind them. */
export const plantedLinkBugs: readonly PlantedBug[] = [
  {
    name: 'after a restart of the rules no session is behind',
    part: 'link',
    file: 'server/src/link/access-link.ts',
    from: '    this.#pacer.start(this.#book.connections())\n',
    to: '',
    tests: [link],
  },
  {
    name: 'pushes that the link had no room for leave no mark',
    part: 'link',
    file: 'server/src/link/link-outlet.ts',
    from: '      if (!lossy) for (const connection of connections) this.#behind.add(connection)\n',
    to: '',
    tests: [link],
  },
  {
    name: 'a session that ended while the rules came back lives on',
    part: 'link',
    file: 'server/src/link/logic-link.ts',
    from: '    for (const left of this.#leftEarly ?? []) left()\n',
    to: '',
    tests: [link],
  },
  {
    name: 'what is in flight when the rules die is never answered',
    part: 'link',
    file: 'server/src/link/access-link.ts',
    from: '      else call.resolve(answer)\n',
    to: "      else if (call.kind === 'subscribe') call.resolve(answer)\n",
    tests: [link],
  },
  {
    name: 'the end of a link leaves its sessions connected',
    part: 'link',
    file: 'server/src/link/logic-link.ts',
    from: "    for (const { id, epoch } of gone) this.#deps.commands.left(id, epoch, 'lost')\n",
    to: '',
    tests: [link],
  },
  {
    name: 'what was watched before the rules came back takes the place of what is watched now',
    part: 'link',
    file: 'server/src/link/logic-link.ts',
    from: '    if (command === subscribeCommand) this.#subscriptions.delete(session)\n',
    to: '',
    tests: [link],
  },
  {
    name: 'what waits for the rules is given backwards',
    part: 'link',
    file: 'server/src/link/held-calls.ts',
    from: '    return this.#waiting.splice(0)\n',
    to: '    return this.#waiting.splice(0).toReversed()\n',
    tests: [link],
  },
  {
    name: 'what was refused for long is not asked again',
    part: 'client',
    file: 'client/src/connection/calls.ts',
    from: '        deps.lags?.(error.retryAfterMs)\n',
    to: '',
    tests: [late],
  },
  {
    name: 'an answer that comes late undoes what another device changed',
    part: 'client',
    file: 'client/src/sync/account-items.ts',
    from: '    if (told !== undefined) this.take({ key, ...told })\n',
    to: '',
    tests: [late],
  },
  {
    name: 'a view that an own message has passed tells nothing of the group',
    part: 'client',
    file: 'client/src/sync/conversation-record.ts',
    from: 'const isOlder = view.headSeq < record.groupAt\n',
    to: 'const isOlder = view.headSeq < record.headSeq\n',
    tests: ['client/test/merge-view.test.ts'],
  },
  {
    name: 'what was passed over counts for nothing',
    part: 'client',
    file: 'client/src/sync/conversation-state.ts',
    from: '        this.reading.passedOver()\n',
    to: '',
    tests: [late],
  },
  {
    name: 'who is away for a moment is told as away to who has to hear of them',
    part: 'session',
    file: 'server/src/session/presence-news.ts',
    from: '        if (!this.#isShortlyAway(account)) continue\n',
    to: '        if (this.#told.size >= 0) continue\n',
    tests: ['server/src/session/presence-news.test.ts'],
  },
]
