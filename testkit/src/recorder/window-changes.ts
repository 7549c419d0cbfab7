import type { Message } from '@parley/client'
import type { Line } from '../checker/history.ts'
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
  const [first, last] = [shown[0], shown[shown.length - 1]]
  const [formerFirst, formerLast] = [former[0], former[former.length - 1]]
  if (first === undefined || last === undefined) {
    return formerFirst === undefined ? [] : [{ event: 'reset', device, conversation }]
  }
  const anew = (): Line[] => [
    { event: 'reset', device, conversation },
    { event: 'shown', device, conversation, entries: shown.map(seenEntry) },
  ]
  if (formerFirst === undefined || formerLast === undefined) return anew()
  const from = Math.max(first.seq, formerFirst.seq)
  const to = Math.min(last.seq, formerLast.seq)
  const start = shown.findIndex(({ seq }) => seq === from)
  const formerStart = former.findIndex(({ seq }) => seq === from)
  const length = to - from + 1
  if (from > to || start < 0 || formerStart < 0) return anew()
  if (shown[start + length - 1]?.seq !== to || former[formerStart + length - 1]?.seq !== to) {
    return anew()
  }

  const lines: Line[] = []
  if (from > formerFirst.seq || to < formerLast.seq) {
    lines.push({ event: 'kept', device, conversation, from, to })
  }
  const changed: Message[] = []
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [former[formerStart + index], shown[start + index]]
    if (was !== is && is !== undefined) changed.push(is)
  }
  if (changed.length > 0) {
    lines.push({ event: 'changed', device, conversation, entries: changed.map(seenEntry) })
  }
  const above = shown.slice(0, start)
  const below = shown.slice(start + length)
  if (above.length > 0) {
    lines.push({
      event: 'shown',
      device,
      conversation,
      entries: above.map(seenEntry),
      place: 'start',
    })
  }
  if (below.length > 0) {
    lines.push({ event: 'shown', device, conversation, entries: below.map(seenEntry) })
  }
  return lines
}
