import type { Contact } from '@parley/client/browser'
import { useState } from 'react'
import { useUnderWay } from '../app/use-under-way.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { go } from '../routes/router.ts'
import { AskContact } from './ask-contact.tsx'
import styles from './person-page.module.css'
import { useContacts } from './use-contacts.ts'

export interface PersonActsProps {
  account: number
  name: string
  contact: Contact | undefined
}

/** Write to them; ask, answer or take back the asking. */
export function PersonActs({ account, name, contact }: PersonActsProps) {
  const { text } = useText()
  const contacts = useContacts()
  const [asking, setAsking] = useState(false)
  const { underWay, error, run } = useUnderWay<'accept' | 'refuse' | 'withdraw' | 'unblock'>()
  const state = contact?.state ?? 'none'
  const isBlocked = contact?.blocked ?? false
  const canAsk = !isBlocked && (state === 'none' || state === 'refused' || state === 'expired')
  return (
    <div className={styles.acts}>
      {state === 'asking' && (
        <div className={styles.request}>
          <p>{text('person.asks', { name })}</p>
          {contact?.greeting !== undefined && contact.greeting !== '' && (
            <blockquote className={styles.greeting}>
              <bdi>{contact.greeting}</bdi>
            </blockquote>
          )}
          <div className={styles.buttons}>
            <Button
              busy={underWay === 'refuse'}
              onPress={() => run('refuse', () => contacts.refuse(account))}
            >
              {text('requests.refuse')}
            </Button>
            <Button
              look="main"
              busy={underWay === 'accept'}
              onPress={() => run('accept', () => contacts.accept(account))}
            >
              {text('requests.accept')}
            </Button>
          </div>
        </div>
      )}
      {isBlocked && <Notice look="warn">{text('person.blockedHint', { name })}</Notice>}
      {state === 'asked' && <Notice look="good">{text('person.waiting', { name })}</Notice>}
      {state === 'refused' && <Notice look="warn">{text('person.refused', { name })}</Notice>}
      {state === 'expired' && <Notice look="warn">{text('person.expired', { name })}</Notice>}
      <div className={styles.buttons}>
        <Button
          look={state === 'asking' ? 'plain' : 'main'}
          onPress={() => go({ name: 'direct', account })}
        >
          <Icon name="chat" size={18} />
          {text('person.write')}
        </Button>
        {canAsk && (
          <Button onPress={() => setAsking(true)}>
            <Icon name="personAdd" size={18} />
            {text(state === 'none' ? 'person.ask' : 'person.askAgain')}
          </Button>
        )}
        {state === 'asked' && (
          <Button
            busy={underWay === 'withdraw'}
            onPress={() => run('withdraw', () => contacts.withdraw(account))}
          >
            {text('requests.withdraw')}
          </Button>
        )}
        {isBlocked && (
          <Button
            busy={underWay === 'unblock'}
            onPress={() => run('unblock', () => contacts.unblock(account))}
          >
            {text('person.unblock')}
          </Button>
        )}
      </div>
      {error !== undefined && <Notice look="danger">{error}</Notice>}
      {asking && <AskContact account={account} name={name} onClose={() => setAsking(false)} />}
    </div>
  )
}
