import type { Contact } from '@parley/client/browser'
import { useUnderWay } from '../app/use-under-way.ts'
import { Page } from '../app/page.tsx'
import { relativeTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Section } from '../kit/section.tsx'
import { useObservable } from '../session/use-observable.ts'
import { PersonRow } from './person-row.tsx'
import styles from './requests.module.css'
import { useContacts } from './use-contacts.ts'

/** Who asked, and whom one asked oneself. */
export function Requests() {
  const { text } = useText()
  const all = useObservable(useContacts().all)
  const newestFirst = all.toSorted((a, b) => b.sinceMs - a.sinceMs)
  const incoming = newestFirst.filter(({ state }) => state === 'asking')
  const outgoing = newestFirst.filter(({ state }) => outgoingStates.includes(state))
  return (
    <Page title={text('requests.title')}>
      <Section title={text('requests.incoming')}>
        {incoming.length === 0 && <p className={styles.none}>{text('requests.noIncoming')}</p>}
        <List contacts={incoming} />
      </Section>
      {outgoing.length > 0 && (
        <Section title={text('requests.outgoing')}>
          <List contacts={outgoing} />
        </Section>
      )}
    </Page>
  )
}

const outgoingStates: readonly Contact['state'][] = ['asked', 'refused', 'expired']

function List({ contacts }: { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return null
  return (
    <ul className={styles.list}>
      {contacts.map((contact) => (
        <Request key={contact.account} contact={contact} />
      ))}
    </ul>
  )
}

function Request({ contact }: { contact: Contact }) {
  const { text, language } = useText()
  const nowMs = useNow()
  const contacts = useContacts()
  const { underWay, error, run } = useUnderWay()
  const { account, state, greeting, sinceMs } = contact
  const when = relativeTime(language, sinceMs, nowMs)
  const is = {
    asking: text('requests.asked', { when }),
    asked: text('requests.waiting', { when }),
    refused: text('requests.refused'),
    expired: text('requests.expired'),
    contact: '',
    none: '',
  }[state]
  const button = (id: keyof typeof acts, look?: 'main') => (name: string) => (
    <Button
      key={id}
      look={look ?? 'plain'}
      busy={underWay === id}
      aria-label={text(`requests.${id}Named`, { name })}
      onPress={() => run(id, acts[id])}
    >
      {text(`requests.${id}`)}
    </Button>
  )
  const acts = {
    accept: () => contacts.accept(account),
    refuse: () => contacts.refuse(account),
    withdraw: () => contacts.withdraw(account),
    dismiss: () => contacts.remove(account),
  }
  const shown =
    state === 'asking'
      ? [button('refuse'), button('accept', 'main')]
      : [button(state === 'asked' ? 'withdraw' : 'dismiss')]
  return (
    <li className={styles.request}>
      <PersonRow
        account={account}
        line={is}
        end={(name) => <div className={styles.buttons}>{shown.map((make) => make(name))}</div>}
      />
      {greeting !== '' && (
        <blockquote className={styles.greeting}>
          <bdi>{greeting}</bdi>
        </blockquote>
      )}
      {error !== undefined && <Notice look="danger">{error}</Notice>}
    </li>
  )
}
