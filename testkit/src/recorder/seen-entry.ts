import type { Message } from '@parley/client'
import { lastActKind, lastCountableKind, wire } from '@parley/protocol'
import type { SeenEntry } from '../checker/history.ts'

/** Stands for a text: its first word and its length. Make first words unique. */
export function digestOf(text: string): string {
  const end = text.indexOf(' ')
  return `${end < 0 ? text : text.slice(0, end)}:${text.length}`
}

/** @param conversation where it is: an entry of the server itself has no id of its own. */
export function seenEntry(message: Message, conversation: number): SeenEntry {
  const { seq, sender, kind, text, changed, edited, gone, recalled, refSeq } = message
  const clientId = idOf(message, conversation)
  const isAct = kind > lastCountableKind && kind <= lastActKind
  // NOTE what an act says stands in what it acts on.
  const isSilent = isAct || kind > lastActKind || (gone && text === '')
  const digest = isSilent ? '' : digestOf(text)
  if (changed === seq && refSeq === 0) return [seq, sender, clientId, digest]
  const state = gone ? (recalled ? 'recalled' : 'erased') : edited ? 'edited' : ''
  const reactions = reactionsText(message)
  return [seq, sender, clientId, digest, changed, state, refSeq, reactions]
}

export const burnKind: number = wire.EntryKind.ENTRY_KIND_BURN

/** One for each entry that can burn, however often it does. */
export function idOf({ kind, refSeq, clientId }: Message, conversation: number): string {
  return kind === burnKind ? `burn-${conversation}-${refSeq}` : clientId
}

function reactionsText({ reactions, pinned }: Message): string {
  return reactions
    .map(({ emoji, accounts, count, mine }) => {
      const who = accounts.map(String).toSorted().join(',')
      const more = count === accounts.length ? '' : `(${count})`
      return `${emoji}${mine ? '*' : ''}${who}${more}`
    })
    .concat(pinned === true ? ['pinned'] : [])
    .toSorted()
    .join(' ')
}
