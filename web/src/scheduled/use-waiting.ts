import {
  scheduledOf,
  type ConversationSummary,
  type ScheduledMessage,
} from '@parley/client/browser'
import { useMemo } from 'react'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'

/** What waits for its time in one conversation, by these times. */
export function useWaiting(
  summary: Pick<ConversationSummary, 'id' | 'peer'>,
): readonly ScheduledMessage[] {
  const all = useObservable(scheduledOf(useIM()).all)
  const { id, peer } = summary
  return useMemo(
    () =>
      all.filter(({ target }) =>
        'account' in target ? target.account === peer : id > 0 && target.conversation === id,
      ),
    [all, id, peer],
  )
}
