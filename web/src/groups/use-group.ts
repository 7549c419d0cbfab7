import {
  groupsOf,
  type Conversation,
  type ConversationSummary,
  type GroupFacts,
  type GroupPermissionName,
  type Groups,
  mayInGroup,
} from '@parley/client/browser'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'

export function useGroups(): Groups {
  return groupsOf(useIM())
}

export interface OpenGroup {
  readonly id: number
  readonly conversation: Conversation
  readonly summary: ConversationSummary
  readonly facts: GroupFacts
  /** Whether one may, towards a member of that role where it is an act on one. */
  may(what: GroupPermissionName, target?: number): boolean
}

export type GroupLook = { group: OpenGroup } | { group: undefined; error: unknown; isDone: boolean }

/** A group by the id of its conversation; asked for when this device does not know it. */
export function useGroup(id: number): GroupLook {
  const im = useIM()
  const conversation = useMemo(() => im.conversation(id), [im, id])
  const summary = useObservable(conversation.summary)
  const [looked, setLooked] = useState<{ isDone: boolean; error: unknown }>(notLooked)
  useEffect(() => {
    const abort = new AbortController()
    setLooked(notLooked)
    conversation.open({ signal: abort.signal }).then(
      () => setLooked({ isDone: true, error: undefined }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLooked({ isDone: true, error })
      },
    )
    return () => abort.abort()
  }, [conversation])
  const { group: facts, left } = summary
  return useMemo(() => {
    if (facts === undefined) return { group: undefined, ...looked }
    const isIn = !left && !facts.dissolved
    const may = (what: GroupPermissionName, target?: number) =>
      isIn && mayInGroup(what, facts.role, facts.settings, target)
    return { group: { id, conversation, summary, facts, may } }
  }, [id, conversation, summary, facts, left, looked])
}

const notLooked = { isDone: false, error: undefined }

/** The picture of a group; asked for when another one was set. */
export function useGroupAvatar(id: number): string {
  const groups = useGroups()
  const subscribe = useMemo(
    () => (changed: () => void) =>
      groups.on('changed', ({ group }) => {
        if (group === id) changed()
      }),
    [groups, id],
  )
  return useSyncExternalStore(subscribe, () => (id > 0 ? groups.avatar(id) : ''))
}
