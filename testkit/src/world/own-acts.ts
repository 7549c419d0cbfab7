import { mutedForeverMs } from '@parley/protocol'
import { quietly, type Place } from './place.ts'
import { saySomething } from './talk-acts.ts'

const muteMs = 5_000

/** What an account keeps of a conversation for itself. */
export function keepForSelf(place: Place): void {
  const { conversation, random, board, im } = place
  if (conversation.id === 0) return saySomething(place)
  const { pinned, muted, markedUnread, archived, timeMs } = conversation.summary.getSnapshot()
  const untilMs = random.chance(0.3) ? mutedForeverMs : timeMs + muteMs
  const settings = random.weighted([
    [3, { pinned: pinned === 0 }],
    [3, { mutedUntilMs: muted ? 0 : untilMs }],
    [2, { markedUnread: !markedUnread }],
    [3, { archived: !archived }],
    [2, { hidden: true }],
  ] as const)
  if ('hidden' in settings) board.hidden.add(`${im.me?.account} ${conversation.id}`)
  quietly(conversation.set(settings))
}
