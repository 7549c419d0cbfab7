import { useMemo } from 'react'
import { conversationName } from '../conversation-list/conversation-name.ts'
import { compareNames } from '../contacts/letters.ts'
import { nameOf } from '../contacts/name-of.ts'
import { useContacts } from '../contacts/use-contacts.ts'
import { useGroups } from '../groups/use-group.ts'
import { useText } from '../i18n/use-text.ts'
import { Select } from '../kit/select.tsx'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { useLoaded } from '../app/use-loaded.ts'
import { searchKinds, searchSpans, useSearch } from './search-context.ts'
import styles from './search-filters.module.css'

/** So many are offered to choose from; the newest come first. */
const offeredMax = 200

/** Where, from whom, what and when. */
export function SearchFilters() {
  const { text } = useText()
  const { query, change } = useSearch()
  const places = usePlaces(query.within)
  const people = usePeople(query.within, query.sender)
  const { within, sender, kind, span } = query
  return (
    <div className={styles.filters} role="group" aria-label={text('search.filters')}>
      <Select
        look="chip"
        label={text('search.where')}
        value={String(within)}
        isSet={within !== 0}
        options={[{ value: '0', label: text('search.anywhere') }, ...places]}
        onChange={(value) => change({ within: Number(value), sender: 0 })}
      />
      <Select
        look="chip"
        label={text('search.from')}
        value={String(sender)}
        isSet={sender !== 0}
        options={[{ value: '0', label: text('search.anybody') }, ...people]}
        onChange={(value) => change({ sender: Number(value) })}
      />
      <Select
        look="chip"
        label={text('search.kind')}
        value={kind}
        isSet={kind !== 'any'}
        options={searchKinds.map((value) => ({ value, label: text(`search.kind.${value}`) }))}
        onChange={(value) => change({ kind: value })}
      />
      <Select
        look="chip"
        label={text('search.span')}
        value={span}
        isSet={span !== 'any'}
        options={searchSpans.map((value) => ({ value, label: text(`search.span.${value}`) }))}
        onChange={(value) => change({ span: value })}
      />
    </div>
  )
}

interface Option {
  value: string
  label: string
}

function usePlaces(within: number): Option[] {
  const im = useIM()
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  const conversations = useObservable(im.conversations)
  return useMemo(() => {
    const newest = conversations.filter(({ id }) => id > 0)
    const shown = newest.slice(0, offeredMax)
    const chosen = newest.find(({ id }) => id === within)
    if (chosen !== undefined && !shown.includes(chosen)) shown.push(chosen)
    return shown.map((summary) => ({
      value: String(summary.id),
      label: conversationName(summary, contacts.get(summary.peer)?.remark),
    }))
    // The list of contacts changes with their remarks.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [conversations, contacts, all, within])
}

/** Oneself, and those who may have said something there. */
function usePeople(within: number, sender: number): Option[] {
  const im = useIM()
  const { text } = useText()
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  const conversations = useObservable(im.conversations)
  const groups = useGroups()
  const place = conversations.find(({ id }) => id === within)
  const isGroup = place?.group !== undefined && !place.left
  const { loaded } = useLoaded(
    async (signal) =>
      isGroup
        ? (await groups.members(within, { limit: offeredMax, signal })).members.map(
            ({ account }) => account,
          )
        : [],
    [groups, within, isGroup],
  )
  const members = loaded.state === 'ready' ? loaded.value : undefined
  return useMemo(() => {
    const me = im.me?.account ?? 0
    const direct = conversations.map(({ peer }) => peer).filter((peer) => peer > 0)
    const known = all.filter(({ state }) => state === 'contact').map(({ account }) => account)
    const there = isGroup
      ? (members ?? [])
      : place === undefined
        ? [...direct, ...known]
        : [place.peer]
    const others = [...new Set([...there.slice(0, offeredMax), sender])]
      .filter((account) => account > 0 && account !== me)
      .map((account) => ({
        value: String(account),
        label: nameOf(im.profile(account), contacts.get(account)?.remark),
      }))
      .toSorted((a, b) => compareNames(a.label, b.label))
    return [{ value: String(me), label: text('search.me') }, ...others]
  }, [im, text, contacts, all, conversations, members, place, isGroup, sender])
}
