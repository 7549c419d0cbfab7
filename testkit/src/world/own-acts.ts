import { mutedForeverMs } from '@parley/protocol'
import { quietly, type Place } from './place.ts'
import { pickMessage, saySomething } from './talk-acts.ts'

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

/** Some messages, or everything up to one, for oneself alone: now and then what it does not see. */
export function deleteForSelf(place: Place): void {
  const { conversation, random, recorder } = place
  const { ready } = conversation.window.getSnapshot()
  const one = pickMessage(place, () => true)
  if (!ready || one === undefined) return saySomething(place)
  const several = [one, pickMessage(place, () => true), pickMessage(place, () => true)]
  const seqs = [...new Set(several.map((message) => message?.seq ?? 0))]
  const what = random.weighted([
    [6, { seqs: [one.seq] }],
    [3, { seqs }],
    [1, { upTo: one.seq }],
    [0.3, { upTo: conversation.summary.getSnapshot().headSeq }],
    [0.3, { seqs: [one.seq, one.seq + 1] }],
  ] as const)
  const deed = { what: 'deleted', conversation: conversation.id, accounts: [], text: '' } as const
  void recorder.did({ ...deed, ...what }, conversation.deleteForMe(what))
}
