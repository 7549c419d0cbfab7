import { contactsOf, type Contact, type Contacts } from '@parley/client/browser'
import { useMemo } from 'react'
import { useProfile } from '../session/use-profile.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import { nameOf } from './name-of.ts'

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

export function usePersonName(account: number): string {
  const contact = useContact(account)
  return nameOf(useProfile(account), contact?.remark)
}
