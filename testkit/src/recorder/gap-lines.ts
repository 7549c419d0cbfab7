import type { IM, Message } from '@parley/client'
import type { Line, SeqPair } from '../checker/history.ts'
import { deletedRanges } from './deleted-ranges.ts'

export interface Seen {
  im: IM
  device: string
  conversation: number
  isGroup: boolean
  log: readonly Message[]
}

/** Gaps among what is shown, as lines of a history that say each once. */
export class GapLines {
  /** By conversation. */
  readonly #told = new Map<number, string>()

  /** In a direct conversation nothing is ever nothing but what was deleted: any other gap there is one. */
  lines({ im, device, conversation, isGroup, log }: Seen): Line[] {
    const deleted = deletedRanges(im, conversation)
    if (!isGroup && deleted.length === 0) return []
    const gaps = shownGaps(log).flatMap((gap) => (isGroup ? [gap] : within(gap, deleted)))
    const told = gaps.map(({ from, to }) => `${from}-${to}`).join()
    if ((this.#told.get(conversation) ?? '') === told) return []
    this.#told.set(conversation, told)
    return gaps.map((gap) => ({ event: 'nothing', device, conversation, ...gap }))
  }

  clear(): void {
    this.#told.clear()
  }
}

interface Gap {
  from: number
  to: number
}

/** Gaps among what is shown: the device holds that they are nothing to it. */
function shownGaps(shown: readonly Message[]): Gap[] {
  const gaps: Gap[] = []
  let before = 0
  for (const { seq } of shown) {
    if (before > 0 && seq > before + 1) gaps.push({ from: before + 1, to: seq - 1 })
    before = seq
  }
  return gaps
}

/** What of a gap lies in these ranges. */
function within(gap: Gap, ranges: readonly SeqPair[]): Gap[] {
  return ranges.flatMap(([low, high]) => {
    const [from, to] = [Math.max(gap.from, low), Math.min(gap.to, high)]
    return from > to ? [] : [{ from, to }]
  })
}
