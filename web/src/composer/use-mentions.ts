import type { ConversationSummary } from '@parley/client/browser'
import { useId, useRef, useState, type RefObject } from 'react'
import { type MentionQuery, mentionQuery, mentionsIn, type Picked, putMention } from './mentions.ts'
import { inputMethodKeyCode } from './sends-on-key.ts'
import { type Candidate, useMembers } from './use-members.ts'

export interface MentionsInput {
  summary: ConversationSummary
  area: RefObject<HTMLTextAreaElement | null>
  value: string
  change: (value: string) => void
}

/** Names people while one writes: an @ offers the members, arrows and Enter or Tab choose. */
export function useMentions({ summary, area, value, change }: MentionsInput) {
  const listId = useId()
  const picked = useRef<Picked>(new Map())
  const [query, setQuery] = useState<MentionQuery>()
  const [index, setIndex] = useState(0)
  const candidates = useMembers(summary, query?.query)
  const isOpen = query !== undefined && candidates.length > 0
  const chosen = candidates[Math.min(index, candidates.length - 1)]

  const look = () => {
    const { current: element } = area
    const isGroup = summary.group !== undefined
    const caret = element?.selectionStart ?? 0
    setQuery(isGroup && element ? mentionQuery(element.value, caret) : undefined)
    setIndex(0)
  }
  const pick = ({ account, name }: Candidate) => {
    if (query === undefined) return
    const put = putMention(value, query, name)
    picked.current = new Map([...picked.current, [name, account]])
    change(put.value)
    setQuery(undefined)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(put.caret, put.caret)
    })
  }
  /** @returns whether the key was for the list. What an input method is busy with never is. */
  const onKey = (event: React.KeyboardEvent): boolean => {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === inputMethodKeyCode
    if (!isOpen || isComposing || chosen === undefined) return false
    const last = candidates.length - 1
    if (event.key === 'ArrowDown') setIndex(index >= last ? 0 : index + 1)
    else if (event.key === 'ArrowUp') setIndex(index <= 0 ? last : index - 1)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen)
    else if (event.key === 'Escape') setQuery(undefined)
    else return false
    event.preventDefault()
    return true
  }
  return {
    listId,
    isOpen,
    candidates,
    chosen,
    look,
    pick,
    onKey,
    close: () => setQuery(undefined),
    /** For what is sent. */
    named: (said: string) => mentionsIn(said, picked.current),
    /** Names that stand in a text already: one that is edited. */
    know: (known: Picked) => {
      picked.current = new Map([...picked.current, ...known])
    },
  }
}
