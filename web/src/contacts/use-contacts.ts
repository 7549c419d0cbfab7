import { contactsOf, type Contact, type Contacts, type Profile } from '@parley/client/browser'
import { useMemo } from 'react'
import { useProfile } from '../session/use-profile.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'

export function useContacts(): Contacts {
  return contactsOf(useIM())
}

/** What is kept of an account: state of the request, remark, tags, block. */
export function useContact(account: number): Contact | undefined {
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  // The list changes whenever one of it does.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => contacts.get(account), [contacts, all, account])
}

/** How many wait for an answer of ours. */
export function useRequestCount(): number {
  const all = useObservable(useContacts().all)
  return all.filter(({ state }) => state === 'asking').length
}

/** What an account is called here: the remark, else what it calls itself. Until that is known, nothing. */
export function nameOf(profile: Profile | undefined, remark = ''): string {
  if (remark !== '') return remark
  return profile === undefined ? '…' : profile.displayName || profile.handle
}

export function usePersonName(account: number): string {
  const contact = useContact(account)
  return nameOf(useProfile(account), contact?.remark)
}
