import { useEffect, useState } from 'react'
import { Page } from '../app/page.tsx'
import { StatePane } from '../app/state-pane.tsx'
import { useOwnPresence } from '../conversation-list/use-watched-presence.ts'
import { useText } from '../i18n/use-text.ts'
import { useIM } from '../session/session-context.ts'
import { useProfile } from '../session/use-profile.ts'
import { useObservable } from '../session/use-observable.ts'
import { PersonActs } from './person-acts.tsx'
import { PersonDanger } from './person-danger.tsx'
import { PersonFace } from './person-row.tsx'
import { PersonNotes } from './person-notes.tsx'
import styles from './person-page.module.css'
import { usePresenceWords } from './presence-words.ts'
import { nameOf } from './name-of.ts'
import { useContact } from './use-contacts.ts'

/** Somebody: who it is, how one stands to them, and what can be done. */
export function PersonPage({ account }: { account: number }) {
  const im = useIM()
  const { text } = useText()
  const me = useObservable(im.account)
  const profile = useProfile(account)
  const contact = useContact(account)
  const presence = useOwnPresence(account)
  const words = usePresenceWords(presence)
  const isMissing = useMissingPerson(account, profile !== undefined)
  if (isMissing) return <StatePane title={text('person.missing')} home />
  const name = nameOf(profile, contact?.remark)
  const own = profile?.displayName ?? ''
  const isMe = me?.account === account
  return (
    <Page title={text('person.title')}>
      <div className={styles.who}>
        <PersonFace account={account} name={name} size="large" />
        <div className={styles.words}>
          <h3 className={styles.name}>
            <bdi>{name}</bdi>
          </h3>
          {name !== own && own !== '' && (
            <p className={styles.line}>
              {text('person.calls')} <bdi>{own}</bdi>
            </p>
          )}
          <p className={styles.line}>{profile !== undefined && `@${profile.handle}`}</p>
          {!isMe && words !== '' && (
            <p className={presence?.online ? styles.online : styles.line}>{words}</p>
          )}
        </div>
      </div>
      {!isMe && (
        <>
          <PersonActs account={account} name={name} contact={contact} />
          <PersonNotes key={account} account={account} contact={contact} />
          <PersonDanger account={account} name={name} contact={contact} />
        </>
      )}
    </Page>
  )
}

/** True once it is certain that there is no such account. */
function useMissingPerson(account: number, isKnown: boolean): boolean {
  const im = useIM()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (isKnown) return undefined
    const abort = new AbortController()
    im.profiles([account], { signal: abort.signal }).then(
      (profiles) => {
        if (!abort.signal.aborted) setMissing(profiles.length === 0)
      },
      // Offline, for example: the name comes when it comes.
      () => {},
    )
    return () => abort.abort()
  }, [im, account, isKnown])
  return isMissing && !isKnown
}
