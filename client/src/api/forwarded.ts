import { entryBodyBytesMax, forwardedEntriesMax, type parley } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { AccountId } from '../base/model.ts'
import { IMError } from '../base/im-error.ts'
import { isCountable } from '../sync/kinds.ts'
import type { Message } from '../sync/message.ts'
import type { SpecialContent } from './types.ts'

/** Messages told in the text of a merged forward, for devices that do not know its kind. */
const linesMax = 4
const lineLengthMax = 80

/** What a copy is made of. */
export type Forwarded = Pick<
  Message,
  'state' | 'gone' | 'kind' | 'content' | 'sender' | 'timeMs' | 'text'
>

/** A message said anew by whoever forwards it: names nobody, and answers nothing. @throws IMError WRONG_STATE */
export function copyOf(message: Forwarded): { kind: number; body: parley.v1.IEntryBody } {
  checkCopied(message)
  return { kind: message.kind, body: { ...message.content, mentions: [], mentionAll: false } }
}

/** Several messages as one, as they are now. @throws IMError WRONG_STATE, BAD_REQUEST, TOO_LARGE */
export function mergedForward(
  messages: readonly Forwarded[],
  nameOf: (account: AccountId) => string,
  { title = '', text }: { title?: string | undefined; text?: string | undefined } = {},
): SpecialContent & { text: string } {
  if (messages.length === 0) throw new IMError('BAD_REQUEST', 'nothing is forwarded')
  if (messages.length > forwardedEntriesMax)
    throw new IMError('TOO_LARGE', `at most ${forwardedEntriesMax} messages are forwarded as one`)
  for (const message of messages) checkCopied(message)
  const entries = messages.map(({ sender, timeMs, kind, content }) => ({
    ...{ sender, senderName: nameOf(sender), timeMs, kind },
    body: wire.EntryBody.encode(content).finish(),
  }))
  const lines = messages
    .slice(0, linesMax)
    .map((message) => `${nameOf(message.sender)}: ${message.text}`.slice(0, lineLengthMax))
  const content = {
    kind: wire.EntryKind.ENTRY_KIND_FORWARD as number,
    text: text ?? [title, ...lines].filter((line) => line !== '').join('\n'),
    forward: { title, entries },
  }
  const { length } = wire.EntryBody.encode(content).finish()
  if (length > entryBodyBytesMax)
    throw new IMError('TOO_LARGE', `${length} bytes, at most ${entryBodyBytesMax}`)
  return content as SpecialContent & { text: string }
}

/** NOTE what erases itself is not copied past its time. */
function checkCopied({ state, gone, kind, content }: Forwarded): void {
  if (state !== 'stored' || gone || !isCountable(kind))
    throw new IMError('WRONG_STATE', 'only stored messages are forwarded')
  if (content.burnAfterMs > 0) throw new IMError('WRONG_STATE', 'what burns is not forwarded')
}
