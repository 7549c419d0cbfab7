import type { Conversation, Message } from '@parley/client/browser'
import { useCallback, useMemo, useState } from 'react'

/** What the composer is for just now. */
export type Composing =
  | { readonly name: 'new' }
  | { readonly name: 'reply'; readonly to: Message }
  | { readonly name: 'edit'; readonly of: Message }

const fresh: Composing = { name: 'new' }

export function useComposing(conversation: Conversation) {
  const [composing, setComposing] = useState<Composing>(fresh)
  /** A text to be put into the composer; its number makes the same text another one. */
  const [again, setAgain] = useState({ said: '', count: 0 })
  const actions = useMemo(
    () => ({
      reply: (to: Message) => setComposing({ name: 'reply', to }),
      edit: (of: Message) => setComposing({ name: 'edit', of }),
      writeAgain: (said: string) => {
        setComposing(fresh)
        setAgain(({ count }) => ({ said, count: count + 1 }))
      },
    }),
    // Another conversation has a composer of its own.
    // oxlint-disable-next-line react/exhaustive-deps
    [conversation],
  )
  const end = useCallback(() => setComposing(fresh), [])
  return { composing, again, actions, end }
}
