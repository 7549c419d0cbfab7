import type { EditLine } from './edit-line.ts'

const keptMax = 100

/** What was sent from the composer, to be taken up again. `at`: how far back one stands; 0 is the line being written. */
export interface SentHistory {
  readonly sent: readonly string[]
  readonly at: number
  /** The line that was being written when one began to look back. */
  readonly draft: string
}

export const emptyHistory: SentHistory = { sent: [], at: 0, draft: '' }

export function remembered({ sent }: SentHistory, text: string): SentHistory {
  const kept = sent.at(-1) === text ? sent : [...sent, text].slice(-keptMax)
  return { sent: kept, at: 0, draft: '' }
}

/** One step back (1) or forward (-1). Undefined: there is nothing further. */
export function looked(
  history: SentHistory,
  line: EditLine,
  by: 1 | -1,
): { history: SentHistory; line: EditLine } | undefined {
  const at = history.at + by
  if (at < 0 || at > history.sent.length) return undefined
  const draft = history.at === 0 ? line.before + line.after : history.draft
  const text = at === 0 ? draft : (history.sent.at(-at) ?? '')
  return { history: { ...history, at, draft }, line: { before: text, after: '' } }
}
