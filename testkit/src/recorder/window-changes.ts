import type { Message } from '@parley/client'
import type { Line, SeenEntry } from '../checker/history.ts'
import { seenEntry } from './seen-entry.ts'

/**
 * What changed between two looks at the stored entries of a window, as lines of a history. Where it is not plainly a window that grew or let
 * go of an end, everything that is shown now is written down anew, in the order in which it is shown.
 */
export function windowChanges(
  device: string,
  conversation: number,
  former: readonly Message[],
  shown: readonly Message[],
): Line[] {
  const seen = (message: Message): SeenEntry => seenEntry(message, conversation)
  const [first, last] = [shown[0], shown[shown.length - 1]]
  const [formerFirst, formerLast] = [former[0], former[former.length - 1]]
  if (first === undefined || last === undefined) {
    return formerFirst === undefined ? [] : [{ event: 'reset', device, conversation }]
  }
  const anew = (): Line[] => [
    { event: 'reset', device, conversation },
    { event: 'shown', device, conversation, entries: shown.map(seen) },
  ]
  if (formerFirst === undefined || formerLast === undefined) return anew()
  const from = Math.max(first.seq, formerFirst.seq)
  const to = Math.min(last.seq, formerLast.seq)
  const [start, end] = bounds(shown, from, to)
  const [formerStart, formerEnd] = bounds(former, from, to)
  if (start < 0 || formerStart < 0 || end - start !== formerEnd - formerStart) return anew()

  const changed: Message[] = []
  for (let index = 0; index <= end - start; index += 1) {
    const [was, is] = [former[formerStart + index], shown[start + index]]
    if (was === is || is === undefined) continue
    if (was?.seq !== is.seq) return anew()
    changed.push(is)
  }
  const lines: Line[] = []
  if (from > formerFirst.seq || to < formerLast.seq) {
    lines.push({ event: 'kept', device, conversation, from, to })
  }
  if (changed.length > 0) {
    lines.push({ event: 'changed', device, conversation, entries: changed.map(seen) })
  }
  const above = shown.slice(0, start)
  const below = shown.slice(end + 1)
  if (above.length > 0) {
    lines.push({
      event: 'shown',
      device,
      conversation,
      entries: above.map(seen),
      place: 'start',
    })
  }
  if (below.length > 0) {
    lines.push({ event: 'shown', device, conversation, entries: below.map(seen) })
  }
  return lines
}

/** Where the entries `from` and `to` stand; -1 for one that is not there. Searched from the end, where most happens. */
function bounds(messages: readonly Message[], from: number, to: number): [number, number] {
  if (from > to) return [-1, -1]
  const end = messages.findLastIndex(({ seq }) => seq === to)
  const guess = end - (to - from)
  const start =
    messages[guess]?.seq === from ? guess : messages.findIndex(({ seq }) => seq === from)
  return end < 0 ? [-1, -1] : [start, end]
}
