import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import type { Route } from '../routes/route.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { Empty } from '../side/empty.tsx'
import { ConversationRows } from './conversation-rows.tsx'

export interface ConversationsBodyProps {
  route: Route
  onNew: () => void
}

/** All conversations, newest first. */
export function ConversationsBody({ route, onNew }: ConversationsBodyProps) {
  const im = useIM()
  const { text } = useText()
  const conversations = useObservable(im.conversations)
  const isOnline = useObservable(im.connection).name === 'online'
  if (conversations.length > 0) return <ConversationRows summaries={conversations} route={route} />
  if (!isOnline) return <Empty />
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
