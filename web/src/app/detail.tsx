import { lazy, Suspense } from 'react'
import { ChatPane } from '../chat/chat-pane.tsx'
import { useText } from '../i18n/use-text.ts'
import type { Route } from '../routes/route.ts'
import { EmptyPane } from './empty-pane.tsx'
import { FindHandle } from './find-handle.tsx'
import { StatePane } from './state-pane.tsx'

const Settings = lazy(async () => ({
  default: (await import('../account/settings/settings.tsx')).Settings,
}))

/** What the address names, beside the list. */
export function Detail({ route, onNew }: { route: Route; onNew: () => void }) {
  const { text } = useText()
  switch (route.name) {
    case 'direct':
      return <ChatPane key={`u${route.account}`} target={{ account: route.account }} />
    case 'conversation':
      return <ChatPane key={`c${route.id}`} target={route.id} />
    case 'handle':
      return <FindHandle key={route.handle} handle={route.handle} />
    case 'settings':
      return (
        <Suspense fallback={null}>
          <Settings />
        </Suspense>
      )
    case 'unknown':
      return <StatePane title={text('app.notFound')} home />
    default:
      return <EmptyPane onNew={onNew} />
  }
}
