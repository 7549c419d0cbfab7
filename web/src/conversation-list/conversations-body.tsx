import { useMemo } from 'react'
import { ActTroubleLine } from '../chat/acts/act-trouble-line.tsx'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import type { Route } from '../routes/route.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { Empty } from '../side/empty.tsx'
import { ArchivedLink } from './archived-link.tsx'
import { ConversationRows } from './conversation-rows.tsx'
import { useKeeping } from './use-keeping.ts'

export interface ConversationsBodyProps {
  route: Route
  /** Those that were put away, and no others. */
  isArchived: boolean
  onNew: () => void
}

/** Pinned ones first, then the newest. What is archived has a view of its own. */
export function ConversationsBody({ route, isArchived, onNew }: ConversationsBodyProps) {
  const im = useIM()
  const all = useObservable(im.conversations)
  const shown = useMemo(
    () => all.filter(({ archived }) => archived === isArchived),
    [all, isArchived],
  )
  const { keeper, trouble, dismiss } = useKeeping()
  const archivedCount = isArchived ? 0 : all.length - shown.length
  return (
    <>
      <ActTroubleLine
        trouble={trouble === undefined ? undefined : { look: 'danger', words: trouble }}
        onDismiss={dismiss}
      />
      {archivedCount > 0 && <ArchivedLink count={archivedCount} />}
      {shown.length > 0 ? (
        <ConversationRows summaries={shown} route={route} keeper={keeper} />
      ) : (
        <Nothing isArchived={isArchived} onNew={onNew} />
      )}
    </>
  )
}

function Nothing({ isArchived, onNew }: Omit<ConversationsBodyProps, 'route'>) {
  const im = useIM()
  const { text } = useText()
  const isOnline = useObservable(im.connection).name === 'online'
  if (!isOnline) return <Empty />
  if (isArchived)
    return (
      <Empty title={text('keep.noArchived')}>
        <p>{text('keep.noArchivedHint')}</p>
      </Empty>
    )
  return (
    <Empty title={text('list.empty')}>
      <p>{text('list.emptyHint')}</p>
      <Button look="main" onPress={onNew}>
        <Icon name="compose" size={18} />
        {text('list.new')}
      </Button>
    </Empty>
  )
}
