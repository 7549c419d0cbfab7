import {
  accountSettingsOf,
  type AccountSettings,
  type Audience,
  type OwnStatus,
} from '@parley/client/browser'
import { useMemo } from 'react'
import { useContacts } from '../../contacts/use-contacts.ts'
import { PersonRow } from '../../contacts/person-row.tsx'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../kit/button.tsx'
import { Choice } from '../../kit/choice.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Section } from '../../kit/section.tsx'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import { useSubmit } from '../use-submit.ts'
import styles from './privacy-section.module.css'

const statuses: readonly OwnStatus[] = ['online', 'busy', 'away', 'invisible']
const most: readonly Exclude<Audience, 'nobody'>[] = ['everybody', 'contacts']
const audiences: readonly Audience[] = ['everybody', 'contacts', 'nobody']

/** How one shows oneself, who finds and writes to one, and who may not. */
export function PrivacySection() {
  const im = useIM()
  const { text } = useText()
  const own = useMemo(() => accountSettingsOf(im), [im])
  const settings = useObservable(own.settings)
  const { error, submit } = useSubmit()
  const set = (input: Partial<AccountSettings>) => submit(() => own.set(input))
  const options = <T extends Audience>(values: readonly T[]) =>
    values.map((value) => ({ value, label: text(`privacy.${value}`) }))
  return (
    <Section title={text('privacy.title')}>
      <Choice
        label={text('privacy.status')}
        value={settings.status}
        options={statuses.map((value) => ({ value, label: text(`status.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      {settings.status === 'invisible' && (
        <p className={styles.hint}>{text('privacy.invisibleHint')}</p>
      )}
      <Choice
        label={text('privacy.findableBy')}
        value={settings.findableBy}
        options={options(most)}
        onChange={(findableBy) => set({ findableBy })}
      />
      <Choice
        label={text('privacy.writableBy')}
        value={settings.writableBy}
        options={options(most)}
        onChange={(writableBy) => set({ writableBy })}
      />
      <Choice
        label={text('privacy.lastSeenBy')}
        value={settings.lastSeenBy}
        options={options(audiences)}
        onChange={(lastSeenBy) => set({ lastSeenBy })}
      />
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
      <Blocked />
    </Section>
  )
}

function Blocked() {
  const { text } = useText()
  const contacts = useContacts()
  const all = useObservable(contacts.all)
  const blocked = all.filter((contact) => contact.blocked)
  const { busy, error, submit } = useSubmit()
  if (blocked.length === 0) return null
  return (
    <div className={styles.blocked}>
      <h4 className={styles.label}>{text('privacy.blocked')}</h4>
      <ul>
        {blocked.map(({ account }) => (
          <li key={account}>
            <PersonRow
              account={account}
              end={(name) => (
                <Button
                  busy={busy}
                  aria-label={text('person.unblockNamed', { name })}
                  onPress={() => submit(() => contacts.unblock(account))}
                >
                  {text('person.unblock')}
                </Button>
              )}
            />
          </li>
        ))}
      </ul>
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
    </div>
  )
}
