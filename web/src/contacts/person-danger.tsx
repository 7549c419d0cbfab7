import type { Contact } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Confirm } from '../kit/confirm.tsx'
import { Icon } from '../kit/icon.tsx'
import { errorText } from '../session/error-text.ts'
import styles from './person-page.module.css'
import { useContacts } from './use-contacts.ts'

export interface PersonDangerProps {
  account: number
  name: string
  contact: Contact | undefined
}

/** What ends something: each asks before. */
export function PersonDanger({ account, name, contact }: PersonDangerProps) {
  const { text } = useText()
  const contacts = useContacts()
  const [asking, setAsking] = useState<'remove' | 'block'>()
  const isContact = contact?.state === 'contact'
  const isBlocked = contact?.blocked ?? false
  if (!isContact && isBlocked) return null
  return (
    <div className={styles.danger}>
      {!isBlocked && (
        <Button look="quiet" onPress={() => setAsking('block')}>
          <Icon name="ban" size={18} />
          {text('person.block')}
        </Button>
      )}
      {isContact && (
        <Button look="quiet" onPress={() => setAsking('remove')}>
          <Icon name="discard" size={18} />
          {text('person.remove')}
        </Button>
      )}
      {asking !== undefined && (
        <Confirm
          title={text(`person.${asking}Title`, { name })}
          hint={text(`person.${asking}Hint`)}
          action={text(`person.${asking}`)}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={() => contacts[asking](account)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
