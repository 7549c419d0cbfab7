import { type ConversationSummary, searchOf } from '@parley/client/browser'
import { useEffect, useMemo, useState } from 'react'
import { nameOf } from '../contacts/name-of.ts'
import { useContacts } from '../contacts/use-contacts.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { matches, wordsOf } from './matching.ts'

const pauseMs = 220
const shownMax = 50

export interface FoundPerson {
  readonly account: number
  readonly name: string
  readonly handle: string
}

export interface FoundNames {
  readonly people: readonly FoundPerson[]
  readonly groups: readonly ConversationSummary[]
}

/**
 * People and groups by name: at once those that this device knows, and behind them what the server finds, which reads
 * Chinese names by their pinyin.
 */
export function useFoundNames(text: string): FoundNames {
  const im = useIM()
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  const conversations = useObservable(im.conversations)
  const told = useToldConversations(text)
  return useMemo(() => {
    const words = wordsOf(text)
    if (words.length === 0) return { people: [], groups: [] }
    const isTold = ({ id }: ConversationSummary) => told.includes(id)
    const person = (account: number): FoundPerson & { names: string[] } => {
      const profile = im.profile(account)
      const contact = contacts.get(account)
      const name = nameOf(profile, contact?.remark)
      const handle = profile?.handle ?? ''
      const names = [name, profile?.displayName ?? '', handle, ...(contact?.tags ?? [])]
      return { account, name, handle, names }
    }
    const direct = conversations.filter(({ peer }) => peer > 0)
    const known = new Set([
      ...direct.map(({ peer }) => peer),
      ...all.filter(({ state }) => state === 'contact').map(({ account }) => account),
    ])
    const read = new Set(direct.filter(isTold).map(({ peer }) => peer))
    return {
      people: [...known]
        .map(person)
        .filter(({ account, names }) => matches(names, words) || read.has(account))
        .slice(0, shownMax),
      groups: conversations
        .filter(
          (summary) =>
            summary.group !== undefined &&
            (isTold(summary) || matches([summary.group.name, summary.group.remark], words)),
        )
        .slice(0, shownMax),
    }
  }, [im, contacts, all, conversations, told, text])
}

/** The conversations that the server found by name; none while it has not answered, or cannot be asked. */
function useToldConversations(text: string): readonly number[] {
  const im = useIM()
  const [told, setTold] = useState<readonly number[]>([])
  const words = text.trim()
  useEffect(() => {
    setTold([])
    if (words === '') return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      searchOf(im)
        .names({ text: words, limit: shownMax, signal: abort.signal })
        .then(
          (names) => {
            if (!abort.signal.aborted) setTold(names.map(({ conversation }) => conversation))
          },
          () => {},
        )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [im, words])
  return told
}
