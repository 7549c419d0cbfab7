import type { Contact, Profile } from '@parley/client/browser'
import { compareNames, letterOf } from './letters.ts'
import { nameOf } from './name-of.ts'

export type ContactLine =
  | { readonly letter: string }
  | { readonly account: number; readonly name: string; readonly blocked: boolean }

/** Contacts in the order of their names, each letter above the first of its own; with `tag` only those who have it. */
export function listContacts(
  all: readonly Contact[],
  profile: (account: number) => Profile | undefined,
  tag = '',
): ContactLine[] {
  const people = all
    .filter(({ state, tags }) => state === 'contact' && (tag === '' || tags.includes(tag)))
    .map(({ account, remark, blocked }) => ({
      account,
      name: nameOf(profile(account), remark),
      blocked,
    }))
    .toSorted((a, b) => compareNames(a.name, b.name) || a.account - b.account)
  const lines: ContactLine[] = []
  let letter = ''
  for (const person of people) {
    const own = letterOf(person.name)
    if (own !== letter) lines.push({ letter: own })
    letter = own
    lines.push(person)
  }
  return lines
}

/** Every tag that a contact has, each once. */
export const tagsOf = (all: readonly Contact[]): string[] =>
  [...new Set(all.flatMap(({ state, tags }) => (state === 'contact' ? tags : [])))].toSorted(
    compareNames,
  )
