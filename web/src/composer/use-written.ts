import type { Conversation } from '@parley/client/browser'
import { useEffect, useRef, useState } from 'react'
import type { Composing } from '../chat/use-composing.ts'
import { useDraft } from './use-draft.ts'

export interface WrittenInput {
  conversation: Conversation
  draft: string
  composing: Composing
  again: { said: string; count: number }
}

/** What stands in the composer: the draft, or an edit, which leaves the draft as it is. */
export function useWritten({ conversation, draft: stored, composing, again }: WrittenInput) {
  const draft = useDraft(conversation, stored)
  const edited = composing.name === 'edit' ? composing.of : undefined
  const [edit, setEdit] = useState({ key: '', value: '' })
  // Another message is edited: its text comes with the same rendering.
  if (edited !== undefined && edit.key !== edited.key)
    setEdit({ key: edited.key, value: edited.text })
  if (edited === undefined && edit.key !== '') setEdit({ key: '', value: '' })

  const put = useRef(draft.change)
  useEffect(() => {
    put.current = draft.change
  })
  useEffect(() => {
    if (again.count > 0) put.current(again.said)
  }, [again])

  const isEdit = edited !== undefined
  return {
    value: isEdit ? (edit.key === edited.key ? edit.value : edited.text) : draft.value,
    change(value: string) {
      if (isEdit) setEdit({ key: edited.key, value })
      else draft.change(value)
    },
    clear() {
      if (isEdit) setEdit({ key: '', value: '' })
      else draft.clear()
    },
    leaveEdit: () => setEdit({ key: '', value: '' }),
    rest: draft.rest,
  }
}
