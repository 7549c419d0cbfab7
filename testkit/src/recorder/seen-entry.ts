import type { Message } from '@parley/client'
import { lastActKind, lastCountableKind } from '@parley/protocol'
import type { SeenEntry } from '../checker/history.ts'

/** Stands for a text: its first word and its length. Make first words unique. */
export function digestOf(text: string): string {
  const end = text.indexOf(' ')
  return `${end < 0 ? text : text.slice(0, end)}:${text.length}`
}

export function seenEntry(message: Message): SeenEntry {
  const { seq, sender, clientId, kind, text, changed, edited, gone, recalled, refSeq } = message
  const isAct = kind > lastCountableKind && kind <= lastActKind
  // NOTE what an act says stands in what it acts on.
  const isSilent = isAct || kind > lastActKind || (gone && text === '')
  const digest = isSilent ? '' : digestOf(text)
  if (changed === seq && refSeq === 0) return [seq, sender, clientId, digest]
  const state = gone ? (recalled ? 'recalled' : 'erased') : edited ? 'edited' : ''
  const reactions = reactionsText(message)
  return [seq, sender, clientId, digest, changed, state, refSeq, reactions]
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
