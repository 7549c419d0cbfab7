import type { Message, WindowSnapshot } from '@parley/client/browser'
import { useCallback, useContext, useEffect, useSyncExternalStore } from 'react'
import { useChat, ViewContext } from '../chat-context.ts'
import type { Quoted } from './quote-book.ts'

/** The message with this seq as it is now, shown or not. */
export function useQuoted(seq: number): Quoted {
  const { quotes } = useChat()
  const view = useContext(ViewContext)
  const shown = view === undefined ? undefined : messageAt(view.log, seq)
  const known = useSyncExternalStore(
    quotes.subscribe,
    useCallback(() => quotes.look(seq), [quotes, seq]),
  )
  const changed = view === undefined ? 0 : lastChange(view, seq)
  const isShown = shown !== undefined
  useEffect(() => {
    if (!isShown && seq > 0) quotes.want(seq, changed)
  }, [quotes, seq, isShown, changed])
  return shown ?? known
}

/** The log is in order of seq. */
export function messageAt(log: readonly Message[], seq: number): Message | undefined {
  let [low, high] = [0, log.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((log[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  const found = log[low]
  return found?.seq === seq ? found : undefined
}

/** The seq of the last entry behind the window that acts on this one; at least its own. */
function lastChange({ log }: WindowSnapshot, seq: number): number {
  const act = log.findLast(({ refSeq, replyTo }) => refSeq === seq && replyTo === 0)
  return Math.max(act?.seq ?? 0, seq)
}
