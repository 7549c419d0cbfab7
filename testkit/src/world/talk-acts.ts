import type { Message, SendInput, SentMessage } from '@parley/client'
import { wire } from '@parley/protocol'
import type { Said } from '../recorder/said.ts'
import { digestOf } from '../recorder/seen-entry.ts'
import type { Place } from './place.ts'
import type { SeededRandom } from './seeded-random.ts'

const emojis = ['👍', '🎉', '❤️', ':ok:'] as const
/** About as long as an answer takes. */
const argueMs = 120
const namesSomebody = 0.05
/** After so long, in milliseconds, what burns does so. */
export const burnMs = { low: 1_000, high: 15_000 }

/** Where something is said. */
export type TalkPlace = Pick<
  Place,
  'im' | 'random' | 'board' | 'recorder' | 'word' | 'conversation'
> &
  Partial<Pick<Place, 'peer'>>

const textKind: number = wire.EntryKind.ENTRY_KIND_TEXT
/** Texts, and what carries files. */
const isSaid = ({ kind, content }: Message): boolean =>
  kind === textKind || content.attachments.length > 0

/** What people do with messages: say, answer, edit, take back, react. */
export function saySomething(place: TalkPlace, { isReply = false, burns = false } = {}): void {
  const { random, word } = place
  const text = `${word()} ${filling(random)}`
  const answered = isReply ? pickMessage(place, ({ gone }) => !gone) : undefined
  const mentions = random.chance(namesSomebody)
    ? [{ account: random.pick(place.board.accounts), offset: 0, length: 1 }]
    : []
  const input = { text, mentions, ...(answered === undefined ? {} : { replyTo: answered.seq }) }
  const burning = burns ? { burnAfterMs: Math.round(random.between(burnMs.low, burnMs.high)) } : {}
  const ref = answered === undefined ? {} : { ref: answered.seq }
  say(place, { ...input, ...burning }, { digest: digestOf(text), ...ref, ...burning })
}

export function say(place: TalkPlace, input: SendInput, said: Said): SentMessage {
  const sent = place.conversation.send(input)
  follow(place, sent, said)
  if (said.burnAfterMs !== undefined)
    sent.stored.then(
      (stored) => place.board.burning.add(stored.conversation),
      () => {},
    )
  return sent
}

/** Now and then somebody else's words, or what is gone, which is refused. */
export function editSomething(place: Place): void {
  const { conversation, random, word } = place
  const isOwn = random.chance(0.9)
  const mayBeGone = random.chance(0.1)
  const message = pickMessage(
    place,
    ({ mine, gone, kind }) => (mine || !isOwn) && (mayBeGone || !gone) && kind === textKind,
  )
  if (message === undefined) return saySomething(place)
  const text = `${word()} ${filling(random)}`
  const sent = conversation.edit(message, { text })
  follow(place, sent, { digest: digestOf(text), act: 'edit', ref: message.seq })
}

/** Mostly one's own, now and then somebody's. */
export function recallSomething(place: Place): void {
  const isOwn = place.random.chance(0.7)
  const message = pickMessage(place, ({ mine, gone }) => (mine || !isOwn) && !gone)
  if (message === undefined) return saySomething(place)
  const sent = place.conversation.recall(message.seq)
  follow(place, sent, { digest: '', act: 'recall', ref: message.seq })
}

/** Takes a message back and changes it before it hears that it is gone. */
export function slip(place: Place): void {
  const message = pickMessage(place, ({ mine, gone }) => mine && !gone)
  if (message === undefined) return saySomething(place)
  const { conversation, word } = place
  const recalled = conversation.recall(message.seq)
  follow(place, recalled, { digest: '', act: 'recall', ref: message.seq })
  const text = word()
  const sent = conversation.edit(message, { text })
  follow(place, sent, { digest: digestOf(text), act: 'edit', ref: message.seq })
}

/** Something that is refused, and more on its heels. */
export function argue(place: Place): void {
  const { conversation, word, later } = place
  const message = pickMessage(place, ({ mine, gone }) => !mine && !gone)
  if (message === undefined) return saySomething(place)
  const text = word()
  const sent = conversation.edit(message, { text })
  follow(place, sent, { digest: digestOf(text), act: 'edit', ref: message.seq })
  saySomething(place)
  for (let more = 0; more < 3; more += 1) later(0, argueMs, () => saySomething(place))
}

/** Takes back what is said already, or says it twice, which is refused. */
export function reactToSomething(place: Place): void {
  const isKnown = place.random.chance(0.3)
  const known = pickMessage(
    place,
    ({ gone, reactions }) => !gone && reactions.some((one) => one.mine),
  )
  const message = isKnown && known !== undefined ? known : pickMessage(place, ({ gone }) => !gone)
  if (message === undefined) return saySomething(place)
  const own = message.reactions.find(({ mine }) => mine)
  const isAgain = own !== undefined && place.random.chance(0.5)
  const emoji = isAgain ? own.emoji : place.random.pick(emojis)
  const isOnIt = message.reactions.some((one) => one.mine && one.emoji === emoji)
  const removed = isOnIt && !place.random.chance(0.3)
  const digest = `${removed ? '-' : '+'}${emoji}`
  const taps = place.random.chance(0.1) ? 2 : 1
  for (let tap = 0; tap < taps; tap += 1) {
    const sent = place.conversation.react(message.seq, emoji, { removed })
    follow(place, sent, { digest, act: 'react', ref: message.seq })
  }
}

/** Takes the pin away from what is pinned. */
export function pinSomething(place: Place): void {
  const message = pickMessage(place, ({ gone }) => !gone)
  if (message === undefined) return saySomething(place)
  const { conversation } = place
  const { seq: ref, pinned = false } = message
  const sent = pinned ? conversation.unpin(ref) : conversation.pin(ref)
  follow(place, sent, { digest: pinned ? '-' : '+', act: 'pin', ref })
}

function follow({ recorder, conversation, peer }: TalkPlace, sent: SentMessage, said: Said): void {
  recorder.follow(sent, {
    ...said,
    ...(peer === undefined ? { conversation: conversation.id } : { to: peer }),
  })
}

/** One of what is on the screen, mostly of the newest. */
export function pickMessage(
  place: Pick<Place, 'random' | 'conversation'>,
  fits: (message: Message) => boolean,
): Message | undefined {
  const { random, conversation } = place
  const { messages } = conversation.window.getSnapshot()
  const found = messages.filter((message) => message.seq > 0 && isSaid(message) && fits(message))
  if (found.length === 0) return undefined
  const back = random.chance(0.7) ? random.below(5) : random.below(found.length)
  return found[Math.max(0, found.length - 1 - back)]
}

function filling(random: SeededRandom): string {
  const dice = random.below(200)
  const length = dice === 0 ? 12_000 : dice < 10 ? 2_000 : random.below(120)
  return 'lorem '.repeat(1 + length / 6)
}
