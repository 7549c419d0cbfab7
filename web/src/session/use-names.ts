import { contactsOf, groupsOf } from '@parley/client/browser'
import { useCallback, useEffect, useReducer } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useIM } from './session-context.ts'
import { useObservable } from './use-observable.ts'

/** What an account is called; `…` until that is known. */
export type NameOf = (account: number) => string

/**
 * Names by one's own remark, else in a group by the nickname there, else by the display name. Another function whenever
 * one of them changed. `group`: the conversation; 0: in none.
 */
export function useNames(group: number): NameOf {
  const im = useIM()
  const { text } = useText()
  const contacts = useObservable(contactsOf(im).all)
  const [version, changed] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const removers = [im.on('profileChanged', changed)]
    if (group > 0)
      removers.push(groupsOf(im).on('changed', (told) => void (told.group === group && changed())))
    return () => {
      for (const remove of removers) remove()
    }
  }, [im, group])
  return useCallback(
    (account) => {
      if (account === im.me?.account) return text('names.you')
      const remark = contactsOf(im).get(account)?.remark ?? ''
      if (remark !== '') return remark
      const nickname = group > 0 ? groupsOf(im).member(group, account)?.nickname : undefined
      if (nickname !== undefined && nickname !== '') return nickname
      const profile = im.profile(account)
      return profile === undefined ? '…' : profile.displayName || profile.handle
    },
    // What they read changes with these.
    // oxlint-disable-next-line react/exhaustive-deps
    [im, group, text, contacts, version],
  )
}
