import { emojiBytesMax } from '@parley/protocol'
import { Refusal } from '../../../base/refusal.ts'
import type { Content } from '../entry-body.ts'
import { checkBytes } from './text.ts'

/** One emoji as it is shown, or a short name between colons. */
const emojiShape = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}|:[a-z0-9_+\-]{1,30}:)$/v

export function checkReaction({ reaction }: Content): void {
  const emoji = reaction?.emoji ?? ''
  checkBytes('emoji', emoji, emojiBytesMax)
  if (!emojiShape.test(emoji)) throw new Refusal('BAD_REQUEST', 'that is no emoji')
}
