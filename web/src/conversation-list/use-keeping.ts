import { type ConversationSummary, type IM, IMError } from '@parley/client/browser'
import { useCallback, useMemo, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'

export type Keeping = Parameters<ReturnType<IM['conversation']>['set']>[0]

export interface Keeper {
  /** Never throws: what went wrong is told by `trouble`. */
  keep(summary: ConversationSummary, input: Keeping): Promise<void>
  /** @throws IMError OFFLINE at once, or the refusal */
  ask(summary: ConversationSummary, input: Keeping): Promise<void>
  markRead(summary: ConversationSummary): void
  describe(thrown: unknown): string
}

/** Sets what the account keeps of a conversation for itself, and what has to be said about the last time. */
export function useKeeping() {
  const im = useIM()
  const { text } = useText()
  const [trouble, setTrouble] = useState<string>()
  const dismiss = useCallback(() => setTrouble(undefined), [])
  const keeper = useMemo<Keeper>(() => {
    const ask: Keeper['ask'] = async ({ id }, input) => {
      // It would wait for a connection, and a person would not know what for.
      if (im.state.name === 'offline') throw new IMError('OFFLINE')
      await im.conversation(id).set(input)
    }
    const keep: Keeper['keep'] = async (summary, input) => {
      setTrouble(undefined)
      try {
        await ask(summary, input)
      } catch (thrown) {
        const isPinLimit = thrown instanceof IMError && thrown.code === 'LIMIT_REACHED'
        setTrouble(isPinLimit ? text('keep.pinLimit') : errorText(text, thrown))
      }
    }
    return {
      ask,
      keep,
      markRead(summary) {
        if (summary.unread > 0) im.conversation(summary.id).markRead()
        if (summary.markedUnread) void keep(summary, { markedUnread: false })
      },
      describe: (thrown) => errorText(text, thrown),
    }
  }, [im, text])
  return { keeper, trouble, dismiss }
}
