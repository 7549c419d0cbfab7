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
const Requests = lazy(async () => ({
  default: (await import('../contacts/requests.tsx')).Requests,
}))
const PersonPage = lazy(async () => ({
  default: (await import('../contacts/person-page.tsx')).PersonPage,
}))
const NewGroup = lazy(async () => ({
  default: (await import('../groups/new-group.tsx')).NewGroup,
}))
const GroupPage = lazy(async () => ({
  default: (await import('../groups/group-page.tsx')).GroupPage,
}))
const MembersPage = lazy(async () => ({
  default: (await import('../groups/members-page.tsx')).MembersPage,
}))
const InvitePage = lazy(async () => ({
  default: (await import('../groups/invite-page.tsx')).InvitePage,
}))
const JoinPage = lazy(async () => ({
  default: (await import('../groups/join-page.tsx')).JoinPage,
}))

export interface DetailProps {
  route: Route
  onNew: () => void
}

/** What the address names, beside the list. */
export function Detail(props: DetailProps) {
  return (
    <Suspense fallback={null}>
      <Place {...props} />
    </Suspense>
  )
}

function Place({ route, onNew }: DetailProps) {
  const { text } = useText()
  switch (route.name) {
    case 'direct':
      return (
        <ChatPane key={`u${route.account}`} target={{ account: route.account }} at={route.at} />
      )
    case 'conversation':
      return <ChatPane key={`c${route.id}`} target={route.id} at={route.at} />
    case 'handle':
      return <FindHandle key={route.handle} handle={route.handle} />
    case 'settings':
      return <Settings />
    case 'requests':
      return <Requests />
    case 'person':
      return <PersonPage key={route.account} account={route.account} />
    case 'newGroup':
      return <NewGroup />
    case 'group':
      return <GroupPage key={route.id} group={route.id} />
    case 'members':
      return <MembersPage key={route.id} group={route.id} />
    case 'invite':
      return <InvitePage key={route.id} group={route.id} />
    case 'join':
      return <JoinPage key={route.token} token={route.token} />
    case 'unknown':
      return <StatePane title={text('app.notFound')} home />
    default:
      return <EmptyPane onNew={onNew} />
  }
}
