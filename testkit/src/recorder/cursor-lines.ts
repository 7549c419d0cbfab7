import type { ConversationSummary } from '@parley/client'
import type { Line } from '../checker/history.ts'

export interface CursorLinesDeps {
  device: string
  emit(line: Line): void
}

/** What a device's lists of conversations say of cursors, each once. */
export class CursorLines {
  readonly #deps: CursorLinesDeps
  /** Of the running program. */
  readonly #summaries = new Map<number, ConversationSummary>()
  readonly #marks = new Map<string, number>()

  constructor(deps: CursorLinesDeps) {
    this.#deps = deps
  }

  /** Another program runs: it makes its lists anew. */
  begin(): void {
    this.#summaries.clear()
  }

  /** What was shown may be shown once more. */
  clear(): void {
    this.#marks.clear()
  }

  look(own: number, summaries: readonly ConversationSummary[]): void {
    for (const summary of summaries) {
      const former = this.#summaries.get(summary.id)
      if (summary.id === 0 || former === summary) continue
      this.#summaries.set(summary.id, summary)
      if (former === undefined || hasMoved(former, summary)) this.#tell(own, summary)
    }
  }

  #tell(own: number, summary: ConversationSummary): void {
    const { id: conversation, peer, read, peerRead, delivered, peerDelivered } = summary
    const { device, emit } = this.#deps
    for (const [event, account, seq] of [
      ['read', own, read],
      ['delivered', own, delivered],
      ['read', peer, peerRead],
      ['delivered', peer, peerDelivered],
    ] as const) {
      const key = `${event} ${conversation} ${account}`
      if ((this.#marks.get(key) ?? 0) === seq) continue
      this.#marks.set(key, seq)
      emit({ event, device, conversation, account, seq })
    }
  }
}

const hasMoved = (a: ConversationSummary, b: ConversationSummary): boolean =>
  a.peer !== b.peer ||
  a.read !== b.read ||
  a.peerRead !== b.peerRead ||
  a.delivered !== b.delivered ||
  a.peerDelivered !== b.peerDelivered
