import type { Message } from '@parley/client'
import type { SeenEntry } from '../checker/history.ts'

/** Stands for a text: its first word and its length. Make first words unique. */
export function digestOf(text: string): string {
  const end = text.indexOf(' ')
  return `${end < 0 ? text : text.slice(0, end)}:${text.length}`
}

export function seenEntry({ seq, sender, clientId, text }: Message): SeenEntry {
  return [seq, sender, clientId, digestOf(text)]
}
