import { noticeOf, type Groups, type Conversation } from '@parley/client/browser'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { MemberStore } from './member-store.ts'

/** The members of a group as they are now: the first page comes by itself. */
export function useMembers(groups: Groups, conversation: Conversation, group: number) {
  const store = useMemo(() => new MemberStore(groups, group), [groups, group])
  useEffect(() => {
    void store.more()
    const removers = [
      conversation.on('messageReceived', (message) => {
        const notice = noticeOf(message)
        if (notice !== undefined) store.due([...notice.accounts, message.sender])
      }),
      groups.on('changed', (told) => {
        if (told.group === group) store.look()
      }),
    ]
    return () => {
      for (const remove of removers) remove()
    }
  }, [store, groups, conversation, group])
  return { store, list: useSyncExternalStore(store.subscribe, store.getSnapshot) }
}
