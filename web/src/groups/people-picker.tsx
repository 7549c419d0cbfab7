import { useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { VirtualRows } from '../app/virtual-rows.tsx'
import { compareNames } from '../contacts/letters.ts'
import { PersonFace } from '../contacts/person-row.tsx'
import { nameOf } from '../contacts/name-of.ts'
import { useContacts } from '../contacts/use-contacts.ts'
import { useText } from '../i18n/use-text.ts'
import { FindField } from '../kit/find-field.tsx'
import { Icon } from '../kit/icon.tsx'
import { matches, wordsOf } from '../search/matching.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import styles from './people-picker.module.css'

const rowHeight = 56

export interface PeoplePickerProps {
  chosen: ReadonlySet<number>
  onChange: (chosen: ReadonlySet<number>) => void
  /** Cannot be chosen any more. */
  without?: ReadonlySet<number>
}

/** Some of those whom one knows: contacts, and everybody with whom one has a conversation. */
export function PeoplePicker({ chosen, onChange, without }: PeoplePickerProps) {
  const { text } = useText()
  const [query, setQuery] = useState('')
  const people = useKnownPeople()
  const words = useMemo(() => wordsOf(query), [query])
  const shown = people.filter(
    ({ account, names }) => without?.has(account) !== true && matches(names, words),
  )
  const toggle = (account: number) => {
    const next = new Set(chosen)
    if (!next.delete(account)) next.add(account)
    onChange(next)
  }
  return (
    <>
      <div className={styles.tools}>
        {chosen.size > 0 && (
          <ul className={styles.chosen} aria-label={text('groups.chosen')}>
            {[...chosen].map((account) => {
              const name = people.find((person) => person.account === account)?.name ?? '…'
              return (
                <li key={account}>
                  <button
                    type="button"
                    className={styles.chip}
                    aria-label={text('groups.unchoose', { name })}
                    onClick={() => toggle(account)}
                  >
                    <bdi>{name}</bdi>
                    <Icon name="close" size={13} />
                  </button>
                </li>
              )
            })}
          </ul>
        )}
        <FindField label={text('groups.findPerson')} value={query} onChange={setQuery} />
      </div>
      {shown.length === 0 ? (
        <p className={styles.none} role="status">
          {text(people.length === 0 ? 'groups.nobody' : 'groups.noMember')}
        </p>
      ) : (
        <VirtualRows rows={shown} rowHeight={rowHeight}>
          {({ account, name, handle }) => (
            <Checkbox
              key={account}
              className={styles.row ?? ''}
              isSelected={chosen.has(account)}
              onChange={() => toggle(account)}
            >
              <PersonFace account={account} name={name} size="small" />
              <span className={styles.words}>
                <bdi className={styles.name}>{name}</bdi>
                {handle !== '' && <span className={styles.handle}>@{handle}</span>}
              </span>
              <span className={styles.box}>
                <Icon name="tick" size={16} />
              </span>
            </Checkbox>
          )}
        </VirtualRows>
      )}
    </>
  )
}

interface KnownPerson {
  account: number
  name: string
  handle: string
  names: string[]
}

function useKnownPeople(): readonly KnownPerson[] {
  const im = useIM()
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  const conversations = useObservable(im.conversations)
  return useMemo(() => {
    const known = all.filter(({ state, blocked }) => state === 'contact' && !blocked)
    const blocked = new Set(all.filter((contact) => contact.blocked).map(({ account }) => account))
    const peers = conversations.map(({ peer }) => peer).filter((peer) => peer > 0)
    const accounts = new Set([...known.map(({ account }) => account), ...peers])
    return [...accounts]
      .filter((account) => !blocked.has(account))
      .map((account) => {
        const profile = im.profile(account)
        const name = nameOf(profile, contacts.get(account)?.remark)
        const handle = profile?.handle ?? ''
        return { account, name, handle, names: [name, profile?.displayName ?? '', handle] }
      })
      .toSorted((a, b) => compareNames(a.name, b.name))
  }, [im, contacts, all, conversations])
}
