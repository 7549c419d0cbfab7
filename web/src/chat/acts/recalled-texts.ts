import type { Conversation } from '@parley/client/browser'

/** Own texts of one conversation that were recalled here and may be written again. */
const textsMax = 50

const kept = new WeakMap<Conversation, Map<number, string>>()

/** Of this page only: what is recalled is nowhere else any more. */
export function keepRecalled(conversation: Conversation, seq: number, said: string): void {
  const texts = kept.get(conversation) ?? new Map<number, string>()
  kept.set(conversation, texts)
  texts.set(seq, said)
  const [oldest] = texts.keys()
  if (texts.size > textsMax && oldest !== undefined) texts.delete(oldest)
}

export const recalledText = (conversation: Conversation, seq: number): string =>
  kept.get(conversation)?.get(seq) ?? ''
