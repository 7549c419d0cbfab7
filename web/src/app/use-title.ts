import type { IM } from '@parley/client/browser'
import { useEffect } from 'react'
import { nameOf } from '../contacts/name-of.ts'
import { useContact } from '../contacts/use-contacts.ts'
import { conversationName } from '../conversation-list/conversation-name.ts'
import type { MessageId } from '../i18n/catalog/en.ts'
import { useText } from '../i18n/use-text.ts'
import type { Route } from '../routes/route.ts'
import { useObservable } from '../session/use-observable.ts'

/** The tab's title: how much is unread, then where one is. The installed app shows the number at its icon. */
export function useTitle(im: IM, route: Route): void {
  const { text } = useText()
  const count = useObservable(im.unread)
  const place = usePlace(im, route)
  useEffect(() => {
    const name = text('app.name')
    const title = place === '' ? name : `${place} · ${name}`
    document.title = count > 0 ? text('app.titleUnread', { count, title }) : title
  }, [text, count, place])
  useEffect(() => {
    if (!('setAppBadge' in navigator)) return
    const set = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()
    // Only an installed app has a place for it.
    set.catch(() => {})
  }, [count])
}

const titles: Partial<Record<Route['name'], MessageId>> = {
  settings: 'settings.title',
  archived: 'keep.archived',
  contacts: 'contacts.title',
  requests: 'requests.title',
  newGroup: 'groups.new',
}

function usePlace(im: IM, route: Route): string {
  const { text } = useText()
  const conversations = useObservable(im.conversations)
  const contact = route.name === 'direct' || route.name === 'person' ? route.account : 0
  const remark = useContact(contact)?.remark ?? ''
  const title = titles[route.name]
  if (title !== undefined) return text(title)
  if (route.name === 'direct' || route.name === 'person') {
    const summary = conversations.find(({ peer }) => peer === route.account)
    const profile = summary?.peerProfile ?? im.profile(route.account)
    return profile === undefined ? '' : nameOf(profile, remark)
  }
  if ('id' in route) {
    const summary = conversations.find(({ id }) => id === route.id)
    return summary === undefined ? '' : conversationName(summary)
  }
  return ''
}
